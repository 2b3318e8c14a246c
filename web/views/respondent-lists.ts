import type { Disclosure } from '../../core/case/disclosure.ts';
import type { Artifact } from '../../core/case/events.ts';
import type { CaseState } from '../../core/case/state.ts';
import { isHandedIn } from '../../core/evidence/make-copy.ts';
import type { ArtifactId } from '../../core/ids.ts';
import { momentOf } from '../design/moment.ts';
import type { DisclosedView, FileView, SentView } from '../pages/respondent-parts.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { sizeText } from './evidence.ts';
import { senderNotes } from './file-notes.ts';
import { disclosedFiles, type RespondentFile, type RespondentLetter, respondentLetters } from './respondent-files.ts';
import type { RespondentMaterial } from './respondent-material.ts';

/** Where a file is downloaded, and in which language it is told of. */
export interface ListPlace {
  readonly hrefOf: (artifactId: ArtifactId) => string;
  readonly lang: Lang;
}

const shortKinds: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'application/json': 'JSON',
  'text/html': 'HTML',
  'text/plain': 'TXT',
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'image/gif': 'GIF',
  'image/webp': 'WebP',
  'video/mp4': 'MP4',
};

const kindText = ({ mediaType, size }: RespondentFile, lang: Lang): string => {
  const essence = mediaType.split(';')[0]?.trim().toLowerCase() ?? '';
  return `${shortKinds[essence] ?? essence}, ${sizeText(size, lang)}`;
};

/** A file in all its forms. */
export const fileView = (
  files: readonly RespondentFile[],
  { title, note = null }: { title: string; note?: string | null },
  { hrefOf, lang }: ListPlace,
): FileView => ({
  title,
  note,
  copies: files.map((file) => ({ href: hrefOf(file.artifactId), kind: kindText(file, lang), sha256: file.sha256 })),
});

/** A file that they sent themselves; one that is infected is named, with a sentence instead of a way to open it. */
const ownFileView = (
  state: CaseState,
  artifact: Artifact,
  { title, place }: { readonly title: string; readonly place: ListPlace },
): FileView => {
  const known = state.evidence.find(({ artifactId }) => artifactId === artifact.artifactId) ?? artifact;
  const note = isHandedIn(known) ? (senderNotes(known, place.lang)[0]?.text ?? null) : null;
  return fileView(known.scan?.verdict === 'INFECTED' ? [] : [artifact], { title, note }, place);
};

type Piece = CaseState['evidence'][number];

/** Named by what it is and never by the sender's file name; counted among the pieces that are shown. */
const pieceName = (piece: Piece, shown: readonly Piece[], lang: Lang): string => {
  const { evidence } = textsFor(lang).respondent;
  const page = (piece.source?.urlIndex ?? 0) + 1;
  switch (piece.kind) {
    case 'CAPTURE':
      return evidence.capture(page);
    case 'CAPTURE_TEXT':
      return evidence.captureText(page);
    case 'CAPTURE_SCREENSHOT':
      return evidence.screenshot(page);
    case 'CAPTURE_PAGE':
      return evidence.renderedPage(page);
    case 'CAPTURE_MANIFEST':
      return evidence.manifest(page);
    default:
      return evidence.attachment(shown.filter(({ kind }) => kind === piece.kind).indexOf(piece) + 1);
  }
};

const MOST_OF_A_PAGE = 10;
const partsOfPage: readonly Piece['kind'][] = [
  'CAPTURE',
  'CAPTURE_SCREENSHOT',
  'CAPTURE_TEXT',
  'CAPTURE_PAGE',
  'CAPTURE_MANIFEST',
];

/** What was handed in first, then page by page what was captured. */
const placeOfPiece = (piece: Piece | undefined): number =>
  piece?.source === undefined ? 0 : (piece.source.urlIndex + 1) * MOST_OF_A_PAGE + partsOfPage.indexOf(piece.kind);

/** When the system fetched a page; when somebody handed in a file says something about them and is not told. */
const pieceNote = ({ kind, capturedAt }: Piece, { agency }: RespondentMaterial, lang: Lang): string | null =>
  kind === 'CAPTURE' ? textsFor(lang).respondent.evidence.captured(momentOf(capturedAt, agency.zone, lang).text) : null;

/** The newest disclosure, with its copies to download. */
export const disclosedOf = (material: RespondentMaterial, disclosed: Disclosure, place: ListPlace): DisclosedView => {
  const { state } = material;
  const pieceOf = (artifactId: ArtifactId) => state.evidence.find((piece) => piece.artifactId === artifactId);
  const placeOf = ({ artifactId }: RespondentFile) => placeOfPiece(pieceOf(artifactId));
  const files = disclosedFiles(state).toSorted((a, b) => placeOf(a) - placeOf(b));
  const shown = files.flatMap(({ artifactId }) => pieceOf(artifactId) ?? []);
  return {
    files: files.flatMap((file) => {
      const piece = pieceOf(file.artifactId);
      if (piece === undefined) return [];
      const title = pieceName(piece, shown, place.lang);
      return [fileView([file], { title, note: pieceNote(piece, material, place.lang) }, place)];
    }),
    withheld: disclosed.withheld.length,
    version: disclosed.version,
    hash: disclosed.hash,
  };
};

const letterName = ({ form, letterId, number }: RespondentLetter, { summonses }: CaseState, lang: Lang): string => {
  const { letters } = textsFor(lang).respondent;
  const ordinal = summonses.find((summons) => summons.letterId === letterId)?.ordinal ?? 1;
  return letters.numbered(form === 'SUMMONS' ? letters.summons(ordinal) : letters[form], number);
};

/** The letters to the respondent, newest first. */
export const letterViews = ({ state }: RespondentMaterial, place: ListPlace): FileView[] =>
  respondentLetters(state)
    .toReversed()
    .map((letter) => fileView(letter.documents, { title: letterName(letter, state, place.lang) }, place));

type TextPart = 'statement' | 'witnesses' | 'companion' | 'corrections' | 'grounds';
const textParts: readonly TextPart[] = ['statement', 'witnesses', 'companion', 'corrections', 'grounds'];

/** The text of one sending in its parts, and everything of it as files. */
const sendingOf = (
  { ownTexts, state }: RespondentMaterial,
  artifacts: readonly Artifact[],
  place: ListPlace,
): Pick<SentView, 'texts' | 'files'> => {
  const { sent } = textsFor(place.lang).respondent;
  const words = Object.assign({}, ...artifacts.map(({ sha256 }) => ownTexts.get(sha256) ?? {}));
  const isText = ({ kind }: Artifact) => kind === 'STATEMENT' || kind === 'APPEAL';
  const attached = artifacts.filter((artifact) => !isText(artifact));
  return {
    texts: textParts.flatMap((part) => {
      const text: unknown = words[part];
      return typeof text === 'string' ? [{ label: sent[part], text }] : [];
    }),
    files: artifacts.map((artifact) => {
      const title = isText(artifact) ? sent.text : sent.file(attached.indexOf(artifact) + 1);
      return ownFileView(state, artifact, { title, place });
    }),
  };
};

/** What the respondent sent, oldest first. */
export const sentViews = (material: RespondentMaterial, place: ListPlace): SentView[] => {
  const { state, agency } = material;
  const { sent } = textsFor(place.lang).respondent;
  const statements = state.statements.map(({ seq, at, complete, artifacts }) => ({
    seq,
    at,
    what: complete ? sent.lastAnswer : sent.answer,
    artifacts,
  }));
  const signings = state.recordSignings.map(({ seq, at, manner, corrections }) => ({
    seq,
    at,
    what: manner === 'SIGNED' ? sent.signed : sent.refused,
    artifacts: corrections === undefined ? [] : [corrections],
  }));
  return [...statements, ...signings]
    .toSorted((a, b) => a.seq - b.seq)
    .map(({ at, what, artifacts }) => ({
      at: momentOf(at, agency.zone, place.lang),
      what,
      ...sendingOf(material, artifacts, place),
    }));
};
