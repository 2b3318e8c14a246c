import type { Act } from '../../../core/case/commands/acts.ts';
import { contentHash, disclosureHash } from '../../../core/case/content-hash.ts';
import type { Command } from '../../../core/case/decision.ts';
import type { CaseState } from '../../../core/case/state.ts';
import type { Sha256 } from '../../../core/ids.ts';
import { AUTHORITY, REASON, taskIdOf } from './drafts.ts';

/** What a command answers, in short: the refusal's code, or the draft. */
export const outcomeOf = (command: Command, state: CaseState) => {
  const decision = command(state);
  return decision.kind === 'refused' ? decision.refusal.code : decision.draft;
};

const prints = new WeakMap<CaseState, { contentHash: Sha256; disclosureHash: Sha256 }>();

/** Both fingerprints of a state, taken once: states never change. */
const printsOf = (state: CaseState) => {
  const known = prints.get(state) ?? { contentHash: contentHash(state), disclosureHash: disclosureHash(state) };
  prints.set(state, known);
  return known;
};

/** An act by whoever holds the open task, on what they see; where none is open, by someone with an old link. */
export const actOn = (seen: CaseState): Act & { disclosureHash: Sha256 } => {
  const { openTask: task } = seen;
  return {
    taskId: task?.taskId ?? taskIdOf(0),
    nip: task?.assignee.kind === 'official' ? task.assignee.nip : AUTHORITY,
    ...printsOf(seen),
    reason: REASON,
  };
};

/** What such an act leaves in its event. */
export const signedBy = (state: CaseState) => {
  const { taskId, contentHash: hash, reason } = actOn(state);
  return { taskId, round: state.round, contentHash: hash, reason };
};
