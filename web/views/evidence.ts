import type { Artifact } from '../../core/case/events.ts';
import type { CaseState } from '../../core/case/state.ts';
import type { ArtifactId } from '../../core/ids.ts';
import { REPORT_ARTIFACT_ID } from '../../core/trail/export.ts';
import { momentOf } from '../design/moment.ts';
import type { EvidenceView } from '../pages/case-parts.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { artifactName } from './artifact-names.ts';
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

const failureView = (material: CaseMaterial, failure: Failure, lang: Lang): EvidenceView => {
  const kind = failure.source === undefined ? 'ATTACHMENT' : 'CAPTURE';
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

/** Every artefact of the case, the report first; what could not be had stands among them. */
export const evidenceOf = (material: CaseMaterial, hrefOf: HrefOf, lang: Lang): EvidenceView[] => {
  const { state, report } = material;
  const first = storedView(material, reportArtifact(state), report === null ? () => null : hrefOf, lang);
  const recorded = [
    ...state.evidence.map((item) => ({ seq: item.seq, view: storedView(material, item, hrefOf, lang) })),
    ...state.captureFailures.map((item) => ({ seq: item.seq, view: failureView(material, item, lang) })),
  ].sort((a, b) => a.seq - b.seq);
  return [first, ...recorded.map(({ view }) => view)];
};
