import { rowOf } from '../case/row.ts';
import type { CaseState } from '../case/state.ts';
import { HOUR, isBefore, plusMs } from '../time.ts';
import { ensureOpenTask, rowGaps } from '../use-cases/task-rows.ts';
import type { CaseChecker, SweepPorts } from './checker.ts';

/** An announced case whose first event never came was never acknowledged. */
const UNACKNOWLEDGED = HOUR;

const taskRowBehind = async (ports: SweepPorts, state: CaseState): Promise<boolean> => {
  const gaps = await rowGaps(ports, state);
  if (gaps.row) await ensureOpenTask(ports, state);
  return gaps.row;
};

/** Derived rows behind their trail: the case's, its open task's; and rows of filings that were never acknowledged. */
export const rowBehindTrail: CaseChecker = async (ports, { row, state }) => {
  if (state === undefined) {
    if (isBefore(ports.clock.now(), plusMs(row.receivedAt, UNACKNOWLEDGED))) return false;
    await ports.cases.forget(row.caseId);
    return true;
  }
  // A row of an earlier version knew no silences: it stands in no board until it is written anew.
  const behind = row.seq < state.seq || row.silences === undefined;
  if (behind) await ports.cases.project(rowOf(state));
  return (await taskRowBehind(ports, state)) || behind;
};
