import { ensureOpenTask, rowGaps } from '../use-cases/task-rows.ts';
import type { CaseChecker } from './checker.ts';
import { drive, isDecided } from './undriven.ts';

/** Somebody has not been told: the holder of the open task, or, where a decided case stands still, those whom the decision concerns. */
export const notificationNotSent: CaseChecker = async (ports, { state }) => {
  if (state === undefined) return false;
  if (isDecided(state)) return drive(ports, state);
  if (!(await rowGaps(ports, state)).mail) return false;
  await ensureOpenTask(ports, state);
  return true;
};
