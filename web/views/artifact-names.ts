import type { Artifact } from '../../core/case/events.ts';
import type { ArtifactId } from '../../core/ids.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import type { CaseMaterial } from './material.ts';

type Named = Pick<Artifact, 'artifactId' | 'kind' | 'round'> & {
  readonly source?: Artifact['source'] | undefined;
  readonly mediaType?: string;
};

/** `attachment-3` is the third file that the report announced. */
const attachmentNumber = (artifactId: ArtifactId): number => Number(/^attachment-(\d+)$/.exec(artifactId)?.[1] ?? '0');

/** Files that came later go on counting after those that the report announced. */
const numberOfLater = ({ evidence, report }: CaseMaterial['state'], artifactId: ArtifactId): number =>
  report.attachments.length +
  evidence
    .filter((item) => item.kind === 'ATTACHMENT' && attachmentNumber(item.artifactId) === 0)
    .findIndex((item) => item.artifactId === artifactId) +
  1;

const attachmentName = ({ report, state }: CaseMaterial, artifactId: ArtifactId, lang: Lang): string => {
  const announced = attachmentNumber(artifactId);
  const name = report?.attachments[announced - 1]?.fileName;
  const number = announced || numberOfLater(state, artifactId);
  const label = textsFor(lang).views.artifact.attachment(number);
  return name === undefined ? label : `${label}: ${name}`;
};

/** Which of its kind an artefact is, from 1, in the order of the trail. */
const numberAmong = ({ state }: CaseMaterial, { kind, artifactId }: Named): number =>
  state.evidence.filter((other) => other.kind === kind).findIndex((other) => other.artifactId === artifactId) + 1;

/** What kind of letter it is, and the number that it bears. */
const letterName = ({ state }: CaseMaterial, artifactId: ArtifactId, lang: Lang): string => {
  const { console, views } = textsFor(lang);
  const letter = state.letters.find(({ documents }) => documents.some((one) => one.artifactId === artifactId));
  return letter === undefined
    ? views.artifact.letter(artifactId)
    : `${console.letterForm[letter.form]} ${letter.number}`;
};

/** A document is its printed form; the other one says that it is another. */
const documentName = (name: string, { mediaType }: Named): string =>
  mediaType?.startsWith('text/html') ? `${name} (HTML)` : name;

/** Which repeated capture of its page an artefact belongs to, from 1; 0 for the first one, and for what is no capture. */
export const againNumber = (artifactId: string): number => Number(/-again-(\d+)(?:-|$)/.exec(artifactId)?.[1] ?? '0');

/** What a page calls an artefact. */
export const artifactName = (material: CaseMaterial, item: Named, lang: Lang): string => {
  const name = nameOf(material, item, lang);
  const again = againNumber(item.artifactId);
  return again === 0 ? name : `${name} (${textsFor(lang).views.artifact.again(again)})`;
};

const nameOf = (material: CaseMaterial, item: Named, lang: Lang): string => {
  const { artifact } = textsFor(lang).views;
  const link = (item.source?.urlIndex ?? 0) + 1;
  switch (item.kind) {
    case 'REPORT':
      return artifact.report;
    case 'MESSAGE':
      return artifact.message(numberAmong(material, item));
    case 'ATTACHMENT':
      return attachmentName(material, item.artifactId, lang);
    case 'CAPTURE':
      return artifact.capture(link, item.round);
    case 'CAPTURE_MANIFEST':
      return artifact.manifest(link);
    case 'CAPTURE_TEXT':
      return artifact.captureText(link);
    case 'CAPTURE_SCREENSHOT':
      return artifact.screenshot(link);
    case 'CAPTURE_PAGE':
      return artifact.renderedPage(link);
    case 'CAPTURE_ARCHIVE':
      return artifact.archive(link);
    case 'STATEMENT':
      return artifact.statement(numberAmong(material, item));
    case 'STATEMENT_FILE':
      return artifact.statementFile(numberAmong(material, item));
    case 'EXAMINATION_RECORD':
      return artifact.examinationRecord(numberAmong(material, item));
    case 'APPEAL':
      return artifact.appeal(numberAmong(material, item));
    case 'APPEAL_FILE':
      return artifact.appealFile(numberAmong(material, item));
    case 'LETTER':
      return documentName(letterName(material, item.artifactId, lang), item);
    case 'DECISION_RECORD':
      return documentName(artifact.decisionRecord, item);
    case 'MAIL_RAW':
      return artifact.mailRaw;
    default:
      return item.kind satisfies never;
  }
};
