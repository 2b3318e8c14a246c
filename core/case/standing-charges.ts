import type { ProvisionCode } from '../rules/codes.ts';
import { currentDisclosure } from './disclosure.ts';
import type { CaseState } from './state.ts';

/** Where charges stand: ticked at the review, told to the respondent, found proven, or decided. */
export interface StandingCharges {
  readonly from: 'REVIEW' | 'DISCLOSURE' | 'REPORT' | 'DECISION';
  readonly codes: readonly ProvisionCode[];
}

const ticked = (state: CaseState): readonly ProvisionCode[] | undefined => {
  const review = state.reviews.findLast(({ outcome }) => outcome === 'PROCEED');
  return review?.outcome === 'PROCEED' ? review.charges : undefined;
};

/** What the respondent is charged with as the case stands: by the latest step that names provisions; undefined before any did. */
export const standingCharges = (state: CaseState): StandingCharges | undefined => {
  if ('sanction' in state) return { from: 'DECISION', codes: state.sanction.provisions };
  const disclosed = currentDisclosure(state);
  const report = state.reports.findLast(({ round }) => round === state.round);
  const isNewer = report !== undefined && (disclosed === undefined || report.seq > disclosed.seq);
  if (isNewer) return { from: 'REPORT', codes: report.charges };
  if (disclosed !== undefined) return { from: 'DISCLOSURE', codes: disclosed.charges };
  const codes = ticked(state);
  return codes && { from: 'REVIEW', codes };
};
