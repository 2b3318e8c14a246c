import type { Command } from '../../../core/case/decision.ts';
import type { CaseState } from '../../../core/case/state.ts';

/** What a command answers, in short: the refusal's code, or the draft. */
export const outcomeOf = (command: Command, state: CaseState) => {
  const decision = command(state);
  return decision.kind === 'refused' ? decision.refusal.code : decision.draft;
};
