import type { Sha256 } from '../ids.ts';
import { hashOf } from '../trail/digest.ts';
import { type CaseState, respondentNip } from './state.ts';

const evidenceHashes = (state: CaseState): Sha256[] => [
  state.report.report.sha256,
  ...state.evidence.filter((artifact) => artifact.kind !== 'DECISION_RECORD').map((artifact) => artifact.sha256),
];

/** Fingerprint of everything an official is shown before an act: if it changed, they have not seen what they would decide on. */
export const contentHash = (state: CaseState): Sha256 =>
  hashOf({
    caseId: state.caseId,
    round: state.round,
    evidence: evidenceHashes(state),
    failed: state.captureFailures.map((failure) => failure.artifactId),
    suggestions: state.suggestions.map((suggested) => suggested.seq),
    triages: state.triages.map((triage) => triage.seq),
    reviews: state.reviews.map((review) => review.seq),
    returns: state.returns.map((returned) => returned.seq),
  });

/** Fingerprint of the set that a decision rests on: the evidence, who is held responsible, and for which principles. */
export const disclosureHash = (state: CaseState): Sha256 => {
  const review = state.reviews.findLast((candidate) => candidate.outcome === 'PROCEED');
  return hashOf({
    caseId: state.caseId,
    round: state.round,
    evidence: evidenceHashes(state),
    respondent: respondentNip(state) ?? null,
    principles: review?.outcome === 'PROCEED' ? review.principles : [],
  });
};
