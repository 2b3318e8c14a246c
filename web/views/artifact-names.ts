import type { Artifact } from '../../core/case/events.ts';
import type { ArtifactId } from '../../core/ids.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import type { CaseMaterial } from './material.ts';

type Named = Pick<Artifact, 'artifactId' | 'kind' | 'round'> & { readonly source?: Artifact['source'] | undefined };

/** `attachment-3` is the third file that the report announced. */
const attachmentNumber = (artifactId: ArtifactId): number => Number(/^attachment-(\d+)$/.exec(artifactId)?.[1] ?? '0');

const attachmentName = ({ report }: CaseMaterial, artifactId: ArtifactId, lang: Lang): string => {
  const number = attachmentNumber(artifactId);
  const name = report?.attachments[number - 1]?.fileName;
  const label = textsFor(lang).views.artifact.attachment(number);
  return name === undefined ? label : `${label}: ${name}`;
};

const messageNumber = ({ state }: CaseMaterial, artifactId: ArtifactId): number =>
  state.evidence.filter(({ kind }) => kind === 'MESSAGE').findIndex((message) => message.artifactId === artifactId) + 1;

/** What a page calls an artefact. */
export const artifactName = (material: CaseMaterial, item: Named, lang: Lang): string => {
  const { artifact } = textsFor(lang).views;
  const link = (item.source?.urlIndex ?? 0) + 1;
  switch (item.kind) {
    case 'REPORT':
      return artifact.report;
    case 'MESSAGE':
      return artifact.message(messageNumber(material, item.artifactId));
    case 'ATTACHMENT':
      return attachmentName(material, item.artifactId, lang);
    case 'CAPTURE':
      return artifact.capture(link, item.round);
    case 'CAPTURE_MANIFEST':
      return artifact.manifest(link);
    case 'CAPTURE_TEXT':
      return artifact.captureText(link);
    case 'DECISION_RECORD':
      return artifact.decisionRecord;
    default:
      return item.kind satisfies never;
  }
};
