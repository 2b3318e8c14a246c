import type { TaskRow } from '../ports.ts';
import { deliverCallback, endTasks } from '../use-cases/end-tasks.ts';
import { rowGaps } from '../use-cases/task-rows.ts';
import type { CaseChecker, SweepPorts } from './checker.ts';

/** A task whose row says that its outcome is still to be called back. */
export const deliverPending = async (ports: SweepPorts, row: TaskRow): Promise<boolean> => {
  await deliverCallback(ports, row);
  return true;
};

/** A task that the trail has ended while its row is open: nobody was called back, and the link's row still stands. */
export const callbackNotDelivered: CaseChecker = async (ports, { state }) => {
  if (state === undefined || !(await rowGaps(ports, state)).ended) return false;
  await endTasks(ports, state);
  return true;
};
