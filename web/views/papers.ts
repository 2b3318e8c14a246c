import type { Artifact } from '../../core/case/events.ts';
import type { PaperView } from '../pages/hearing-parts.ts';
import type { Lang } from '../text/lang.ts';
import { artifactName } from './artifact-names.ts';
import type { HrefOf } from './evidence.ts';
import type { CaseMaterial } from './material.ts';

/** An artefact by its name, with the way to open it. */
export const paperOf = (
  material: CaseMaterial,
  artifact: Artifact,
  { hrefOf, lang }: { hrefOf: HrefOf; lang: Lang },
): PaperView => ({ title: artifactName(material, artifact, lang), href: hrefOf(artifact.artifactId) });

const isReadable = ({ mediaType }: Artifact): boolean => mediaType === 'application/pdf';

/** A letter as people read it: its printed document. */
export const letterOf = (
  material: CaseMaterial,
  letterId: string,
  place: { hrefOf: HrefOf; lang: Lang },
): PaperView | null => {
  const letter = material.state.letters.find((issued) => issued.letterId === letterId);
  const document = letter?.documents.find(isReadable) ?? letter?.documents[0];
  return document === undefined ? null : paperOf(material, document, place);
};

/** Every letter of the case and its decision record, newest last. */
export const papersOf = (material: CaseMaterial, place: { hrefOf: HrefOf; lang: Lang }): PaperView[] =>
  material.state.evidence
    .filter((item) => (item.kind === 'LETTER' || item.kind === 'DECISION_RECORD') && isReadable(item))
    .map((item) => paperOf(material, item, place));
