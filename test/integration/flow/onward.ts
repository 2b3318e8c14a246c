import { openTasks } from '../../../core/case/state.ts';
import type { CaseId } from '../../../core/ids.ts';
import { type CaseWorld, lightly, steps } from '../../support/case-world.ts';

const acts = { ...lightly, appeal: { ...steps.appeal, outcome: 'ANNULLED' } };
const isActed = (kind: string): kind is keyof typeof acts => Object.hasOwn(acts, kind);

/**
 * Does the next thing that a case waits for, whoever's it is: to a light sanction, an objection, and its annulment. So it comes to its end
 * without the clock, and the next case of the same respondent is no recidivism.
 * @returns whether there was anything to do
 */
export const actOnward = async (world: CaseWorld, caseId: CaseId): Promise<boolean> => {
  const state = await world.state(caseId);
  const kind = state.openTask?.kind;
  if (kind !== undefined && isActed(kind)) {
    const result = await world.act(caseId, acts[kind]);
    if (result.kind === 'refused' && result.refusal.code !== 'ALREADY_ACTED') throw new Error(result.refusal.en);
    return true;
  }
  if (kind !== undefined || !openTasks(state).some((task) => task.kind === 'remedy')) return false;
  await world.ownAct(caseId, { outcome: 'FILE', grounds: 'Saya keberatan.' });
  return true;
};

/** Acts until nothing is left to do. */
export const finish = async (world: CaseWorld, caseId: CaseId): Promise<void> => {
  for (let turns = 0; turns < 20 && (await actOnward(world, caseId)); turns += 1);
};
