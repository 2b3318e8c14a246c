import type { Sha256 } from '../ids.ts';
import { hashOf } from '../trail/digest.ts';
import { currentDisclosure } from './disclosure.ts';
import type { CaseState } from './state.ts';

/** Papers that the system writes about the case are no evidence in it. */
const isPaper = (kind: string): boolean => kind === 'DECISION_RECORD' || kind === 'LETTER';

const evidenceHashes = (state: CaseState): Sha256[] => [
  state.report.report.sha256,
  ...state.evidence.filter(({ kind }) => !isPaper(kind)).map(({ sha256 }) => sha256),
];

const seqs = (facts: readonly { readonly seq: number }[]): number[] => facts.map(({ seq }) => seq);

/** A file that turned out infected can no longer be opened: whoever had opened it before decides anew. */
const infectedIn = (state: CaseState): { infected?: string[] } => {
  const infected = state.evidence.filter(({ scan }) => scan?.verdict === 'INFECTED').map(({ sha256 }) => sha256);
  return infected.length === 0 ? {} : { infected };
};

/** Fingerprint of everything an official is shown before an act: if it changed, they have not seen what they would decide on. */
export const contentHash = (state: CaseState): Sha256 =>
  hashOf({
    caseId: state.caseId,
    round: state.round,
    evidence: evidenceHashes(state),
    ...infectedIn(state),
    failed: state.captureFailures.map((failure) => failure.artifactId),
    suggestions: seqs(state.suggestions),
    triages: seqs(state.triages),
    reviews: seqs(state.reviews),
    returns: seqs([...state.returns, ...state.examinationReturns]),
    tracks: seqs(state.trackChanges),
    teams: seqs(state.teams),
    disclosures: state.disclosures.map(({ hash }) => hash),
    summonses: seqs(state.summonses),
    examinations: seqs([...state.examinations, ...state.absences]),
    signings: seqs(state.recordSignings),
    reports: seqs(state.reports),
    service: seqs(state.serviceAttempts),
    appeals: seqs(state.appealDecisions),
  });

/** Fingerprint of the set that a decision rests on: the newest disclosure; before there is one, what the case holds. */
export const disclosureHash = (state: CaseState): Sha256 => currentDisclosure(state)?.hash ?? contentHash(state);
