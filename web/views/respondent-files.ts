import { currentDisclosure } from '../../core/case/disclosure.ts';
import type { Artifact } from '../../core/case/events.ts';
import type { CaseState } from '../../core/case/state.ts';
import type { LetterForm } from '../../core/letters/letter-forms.ts';

/** A file that the respondent may have, under the name it has in the case; the bytes are those of `sha256`. */
export type RespondentFile = Pick<Artifact, 'artifactId' | 'sha256' | 'mediaType' | 'size'>;

/** Letters that are written to the respondent; all others are between officials. */
const addressedToThem = [
  'SUMMONS',
  'EXAMINATION_RECORD',
  'TEMPORARY_RELEASE',
  'DELIVERY_SUMMONS',
  'DELIVERY_RECEIPT',
  'APPEAL_RECEIPT',
] as const satisfies readonly LetterForm[];
export type RespondentLetterForm = (typeof addressedToThem)[number];

export type RespondentLetter = CaseState['letters'][number] & { readonly form: RespondentLetterForm };

const isTheirs = (letter: CaseState['letters'][number]): letter is RespondentLetter =>
  addressedToThem.some((form) => form === letter.form);

/** The letters of the case to the respondent, oldest first. */
export const respondentLetters = ({ letters }: CaseState): readonly RespondentLetter[] => letters.filter(isTheirs);

/** What was disclosed last, as copies: the originals may tell who sent them in. What turned out infected since is held back. */
export const disclosedFiles = (state: CaseState): readonly RespondentFile[] =>
  (currentDisclosure(state)?.evidence ?? []).map(({ artifactId, copy, mediaType, size }) => ({
    artifactId,
    sha256: copy,
    mediaType,
    size,
  }));

/** What an engine calls infected is given to nobody from a page, not even to whoever sent it. */
const isSafe =
  ({ evidence }: CaseState) =>
  ({ artifactId }: RespondentFile): boolean =>
    evidence.find((known) => known.artifactId === artifactId)?.scan?.verdict !== 'INFECTED';

/** What they wrote and sent themselves. */
export const ownFiles = (state: CaseState): readonly RespondentFile[] =>
  [
    ...state.statements.flatMap(({ artifacts }) => artifacts),
    ...state.recordSignings.flatMap(({ corrections }) => corrections ?? []),
    ...state.appeals.flatMap(({ artifacts }) => artifacts),
  ].filter(isSafe(state));

/** The decision is theirs to read once it was delivered to them. */
export const decisionFiles = (state: CaseState): readonly RespondentFile[] =>
  state.status === 'APPEAL_WINDOW' ? state.evidence.filter(({ kind }) => kind === 'DECISION_RECORD') : [];

/**
 * Everything that the respondent may download, and nothing else: no report, message, original or paper between officials is ever among
 * it. Their pages list from here, and their downloads are served from here.
 */
export const respondentFiles = (state: CaseState): readonly RespondentFile[] => [
  ...disclosedFiles(state),
  ...respondentLetters(state).flatMap(({ documents }) => documents),
  ...state.examinations.map(({ record }) => record),
  ...ownFiles(state),
  ...decisionFiles(state),
];

export const findRespondentFile = (state: CaseState, artifactId: string): RespondentFile | undefined =>
  respondentFiles(state).find((file) => file.artifactId === artifactId);
