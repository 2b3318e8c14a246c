import { currentDisclosure, supportsDecision } from '../../core/case/disclosure.ts';
import type { Artifact } from '../../core/case/events.ts';
import { REPORT_ARTIFACT_ID } from '../../core/trail/export.ts';
import type { EvidenceView } from '../pages/case-parts.ts';
import type { PaperView } from '../pages/hearing-parts.ts';
import type { TaskKind } from '../text/codes.ts';
import type { Lang } from '../text/lang.ts';
import { evidenceOf as everyArtifact, type HrefOf } from './evidence.ts';
import type { CaseMaterial } from './material.ts';

const evidenceKinds: readonly Artifact['kind'][] = [
  'REPORT',
  'MESSAGE',
  'ATTACHMENT',
  'CAPTURE',
  'CAPTURE_MANIFEST',
  'CAPTURE_TEXT',
  'CAPTURE_SCREENSHOT',
  'CAPTURE_PAGE',
];

const kindOf = ({ state }: CaseMaterial, artifactId: string): Artifact['kind'] | undefined =>
  artifactId === REPORT_ARTIFACT_ID ? 'REPORT' : state.evidence.find((item) => item.artifactId === artifactId)?.kind;

/** Whether the respondent was shown it; undefined for what is not evidence against them, or could not be had. */
const isShown = (material: CaseMaterial, { artifactId }: EvidenceView): boolean | undefined => {
  const kind = kindOf(material, artifactId);
  if (kind === undefined || !evidenceKinds.includes(kind)) return undefined;
  const disclosed = currentDisclosure(material.state);
  return disclosed?.evidence.some((one) => one.artifactId === artifactId) ?? false;
};

/** All but the raw mails: they name who reported, and nobody's task rests on them. */
const evidenceOf = (material: CaseMaterial, hrefOf: HrefOf, lang: Lang): EvidenceView[] =>
  everyArtifact(material, hrefOf, lang).filter(({ artifactId }) => kindOf(material, artifactId) !== 'MAIL_RAW');

/** What the respondent was not shown, by name only. */
export const hiddenEvidence = (material: CaseMaterial, lang: Lang): PaperView[] =>
  evidenceOf(material, () => null, lang)
    .filter((view) => isShown(material, view) === false)
    .map(({ title }) => ({ title, href: null }));

/** Whether an artefact may support a decision; what could not be had supports nothing. */
const carries = (material: CaseMaterial, artifactId: string): boolean => {
  const artifact = material.state.evidence.find((item) => item.artifactId === artifactId);
  return artifact !== undefined && supportsDecision(currentDisclosure(material.state), artifact);
};

/** A letter is listed once, as the document that people read; its other form says the same. */
const isTwin = ({ state }: CaseMaterial, { artifactId }: EvidenceView): boolean =>
  state.evidence.some(
    (item) => item.artifactId === artifactId && item.kind === 'LETTER' && item.mediaType.startsWith('text/html'),
  );

/** The evidence that the holder of a task is shown; null where the task is not about it. */
export const visibleEvidence = (
  material: CaseMaterial,
  { kind, hrefOf }: { kind: TaskKind; hrefOf: HrefOf },
  lang: Lang,
): EvidenceView[] | null => {
  switch (kind) {
    case 'triage':
    case 'review':
      return evidenceOf(material, hrefOf, lang);
    case 'examination':
      return evidenceOf(material, hrefOf, lang)
        .filter((view) => !isTwin(material, view))
        .map((view) => ({ ...view, isShown: isShown(material, view) }));
    case 'decision':
      return evidenceOf(material, hrefOf, lang)
        .filter(({ artifactId }) => carries(material, artifactId))
        .map((view) => ({ ...view, isShown: isShown(material, view) }));
    case 'team':
    case 'service':
    case 'appeal':
    case 'execution':
      return null;
    default:
      return kind satisfies never;
  }
};
