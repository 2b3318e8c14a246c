import type { Artifact } from '../../core/case/events.ts';
import type { CaseState, PlannedCapture } from '../../core/case/state.ts';
import type { ArtifactId } from '../../core/ids.ts';
import { REPORT_ARTIFACT_ID } from '../../core/trail/export.ts';
import { pendingRecaptures } from '../../core/use-cases/recapture.ts';
import { momentOf } from '../design/moment.ts';
import type { EvidenceView } from '../pages/case-parts.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { againNumber, artifactName } from './artifact-names.ts';
import type { CaseMaterial } from './material.ts';

/** Where an artefact is opened; `null` where it cannot be. */
export type HrefOf = (artifactId: ArtifactId) => string | null;

type Failure = CaseState['captureFailures'][number];

const KIB = 1024;

/** `812 B`, `84 kB`, `3,2 MB`. */
export const sizeText = (bytes: number, lang: Lang): string => {
  if (bytes < KIB) return `${bytes} B`;
  if (bytes < KIB * KIB) return `${Math.round(bytes / KIB)} kB`;
  return `${(bytes / KIB / KIB).toFixed(1).replace('.', lang === 'id' ? ',' : '.')} MB`;
};

const urlOf = ({ report }: CaseMaterial, source: Artifact['source'] | undefined): string | null =>
  source === undefined ? null : (report?.incident.urls[source.urlIndex] ?? null);

const storedView = (material: CaseMaterial, item: Artifact, hrefOf: HrefOf, lang: Lang): EvidenceView => ({
  artifactId: item.artifactId,
  title: artifactName(material, item, lang),
  mediaType: item.mediaType,
  size: sizeText(item.size, lang),
  sha256: item.sha256,
  sourceUrl: urlOf(material, item.source),
  capturedAt: momentOf(item.capturedAt, material.agency.zone, lang),
  method: textsFor(lang).views.method[item.method],
  quality: item.quality ?? 'NOT_JUDGED',
  note: null,
  href: hrefOf(item.artifactId),
});

const failedKind = ({ source }: Failure) => (source === undefined ? 'ATTACHMENT' : 'CAPTURE');

const failureView = (material: CaseMaterial, failure: Failure, lang: Lang): EvidenceView => {
  const kind = failedKind(failure);
  const { method } = textsFor(lang).views;
  return {
    artifactId: failure.artifactId,
    title: artifactName(material, { ...failure, kind }, lang),
    mediaType: null,
    size: null,
    sha256: null,
    sourceUrl: urlOf(material, failure.source),
    capturedAt: momentOf(failure.failedAt, material.agency.zone, lang),
    method: kind === 'CAPTURE' ? method.HTTP : method.UPLOAD,
    quality: 'FAILED',
    note: failure.reason[lang],
    href: null,
  };
};

/** The report as the artefact that it is: the first one, which has no event of its own. */
const reportArtifact = ({ receivedAt, report }: CaseState): Artifact => ({
  artifactId: REPORT_ARTIFACT_ID,
  kind: 'REPORT',
  ...report.report,
  method: report.channel,
  capturedAt: receivedAt,
  round: 1,
});

/** A page that somebody asked to have captured again, until it was or could not be. */
const requestedView = (material: CaseMaterial, capture: PlannedCapture, lang: Lang): EvidenceView => {
  const { state, now, agency } = material;
  return {
    artifactId: capture.artifactId,
    title: artifactName(material, { ...capture, kind: 'CAPTURE', round: state.round }, lang),
    mediaType: null,
    size: null,
    sha256: null,
    sourceUrl: urlOf(material, capture.source),
    capturedAt: momentOf(now, agency.zone, lang),
    method: textsFor(lang).views.method.BROWSER,
    quality: 'REQUESTED',
    note: textsFor(lang).capture.requested,
    href: null,
  };
};

interface Recorded {
  readonly artifactId: string;
  readonly kind: Artifact['kind'];
  readonly round: number;
  readonly source?: Artifact['source'] | undefined;
  readonly seq: number;
}

/** A link, how it looked, what was read from it, then how it was fetched. */
const partOfCapture: readonly Artifact['kind'][] = [
  'CAPTURE',
  'CAPTURE_SCREENSHOT',
  'CAPTURE_TEXT',
  'CAPTURE_PAGE',
  'CAPTURE_ARCHIVE',
  'CAPTURE_MANIFEST',
];

const placeOfKind: Partial<Readonly<Record<Artifact['kind'], number>>> = {
  STATEMENT: 2,
  STATEMENT_FILE: 2,
  EXAMINATION_RECORD: 2,
  APPEAL: 2,
  APPEAL_FILE: 2,
  LETTER: 3,
  DECISION_RECORD: 3,
};

/** What people gave comes first, then the links in the order of the report, what the respondent gave, and what the system wrote. */
const placeOf = ({ artifactId, kind, round, source, seq }: Recorded): readonly number[] => {
  if (source !== undefined)
    return [1, round, source.urlIndex, againNumber(artifactId), partOfCapture.indexOf(kind), seq];
  return [placeOfKind[kind] ?? 0, seq];
};

const byPlace = (a: readonly number[], b: readonly number[]): number => {
  const at = a.findIndex((part, i) => part !== b[i]);
  return (a[at] ?? 0) - (b[at] ?? 0);
};

/** Every artefact of the case, the report first; what could not be had stands among them. */
export const evidenceOf = (material: CaseMaterial, hrefOf: HrefOf, lang: Lang): EvidenceView[] => {
  const { state, report } = material;
  const first = storedView(material, reportArtifact(state), report === null ? () => null : hrefOf, lang);
  const recorded = [
    ...state.evidence.map((item) => ({ place: placeOf(item), view: storedView(material, item, hrefOf, lang) })),
    ...state.captureFailures.map((item) => ({
      place: placeOf({ ...item, kind: failedKind(item) }),
      view: failureView(material, item, lang),
    })),
    ...pendingRecaptures(state).map((item) => ({
      place: placeOf({ ...item, kind: 'CAPTURE', round: state.round, seq: state.seq }),
      view: requestedView(material, item, lang),
    })),
  ].sort((a, b) => byPlace(a.place, b.place));
  return [first, ...recorded.map(({ view }) => view)];
};
