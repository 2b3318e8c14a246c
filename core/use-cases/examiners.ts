import type { CaseState } from '../case/state.ts';
import { examinationResult, examiningTeam } from '../case/summons.ts';
import type { Nip } from '../ids.ts';

/** Who examined in this round, or is to: the team, or whoever held the examination. */
export const examinersOf = (state: CaseState): readonly Nip[] => {
  const team = examiningTeam(state);
  if (team !== undefined) return team.members.map(({ nip }) => nip);
  const result = examinationResult(state);
  const acted = result?.kind === 'HELD' ? result.held.actor : result?.missed.actor;
  return acted?.kind === 'official' ? [acted.nip] : [];
};

/** The superior who confirmed the principles: the examiner, where no team is formed. */
export const reviewerOf = (state: CaseState): Nip | undefined => {
  const review = state.reviews.findLast(({ outcome }) => outcome === 'PROCEED');
  return review?.actor.kind === 'official' ? review.actor.nip : undefined;
};
