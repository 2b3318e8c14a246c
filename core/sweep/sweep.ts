import { loadCase } from '../case/append.ts';
import { rowOf } from '../case/row.ts';
import type { CaseState } from '../case/state.ts';
import type { CaseRow, Page, PageRequest } from '../ports.ts';
import { HOUR, isBefore, MINUTE, plusMs } from '../time.ts';
import { fireTaskTimer } from '../use-cases/fire-task-timer.ts';
import type { OpenTaskPorts } from '../use-cases/open-task.ts';
import type { Ports } from '../use-cases/ports.ts';
import { startCase } from '../use-cases/start-case.ts';
import { deliverCallback, reconcileTasks } from '../use-cases/task-rows.ts';

export type SweepPorts = OpenTaskPorts & Pick<Ports, 'log'>;

/** The sweep's checkers by name; each repairs one kind of damage that a crash between two calls can leave. */
export const checkerNames = [
  'callback-not-delivered',
  'case-without-execution',
  'task-without-reminder',
  'notification-not-sent',
  'row-behind-trail',
] as const;
export type CheckerName = (typeof checkerNames)[number];
export type SweepCounts = Record<CheckerName, number>;

export interface SweepOptions {
  /** Younger cases are left to whoever works on them right now. Milliseconds. */
  readonly minAgeMs: number;
  /** Cases looked at in one run. */
  readonly maxCases: number;
}
export const sweepDefaults: SweepOptions = { minAgeMs: 2 * MINUTE, maxCases: 2000 };

/** A case that was parked is driven again after this time, not at every run. */
const PARKED_REST = HOUR;
/** An announced case whose first event never came was never acknowledged. */
const UNACKNOWLEDGED = HOUR;
const PAGE = 100;

async function* pages<T>(list: (page: PageRequest) => Promise<Page<T>>, most: number): AsyncGenerator<T> {
  let cursor: string | undefined;
  let given = 0;
  do {
    const page = await list({ limit: PAGE, cursor });
    for (const item of page.items) {
      if (given >= most) return;
      given += 1;
      yield item;
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
}

/** Derived row behind its trail; and rows of filings that were never acknowledged. */
const rowBehindTrail = async (ports: SweepPorts, row: CaseRow, state: CaseState | undefined): Promise<boolean> => {
  if (state !== undefined) {
    if (row.seq >= state.seq) return false;
    await ports.cases.project(rowOf(state));
    return true;
  }
  if (isBefore(ports.clock.now(), plusMs(row.receivedAt, UNACKNOWLEDGED))) return false;
  await ports.cases.forget(row.caseId);
  return true;
};

/** A task that the trail ended while its row is open, or that the trail opened while its row or mail is missing. */
const taskRowsBehind = async (ports: SweepPorts, state: CaseState): Promise<boolean> => {
  const rows = new Map((await ports.tasks.byCase(state.caseId)).map((row) => [row.taskId, row]));
  const endedLate = state.endedTasks.some(({ taskId }) => {
    const row = rows.get(taskId);
    return row !== undefined && (row.status === 'OPEN' || row.callback === 'PENDING');
  });
  const open = state.openTask === undefined ? undefined : rows.get(state.openTask.taskId);
  const openLate =
    state.openTask !== undefined &&
    (open === undefined || (open.assigneeNip !== undefined && open.mailed.length === 0));
  if (!endedLate && !openLate) return false;
  await reconcileTasks(ports, state);
  return true;
};

const isDecided = (state: CaseState): boolean =>
  ['SERVICE', 'DISMISSED', 'REJECTED', 'REFERRED', 'MERGED'].includes(state.status);

/** Drives a case that nothing drives: which checker found it depends on what is missing. */
const redrive = async (ports: SweepPorts, state: CaseState): Promise<CheckerName | undefined> => {
  if (state.parkedAt !== undefined && isBefore(ports.clock.now(), plusMs(state.parkedAt, PARKED_REST)))
    return undefined;
  const { caseId, agencyId, round } = state;
  if ((await startCase(ports, { caseId, agencyId, round })) === 'running') return undefined;
  return isDecided(state) ? 'notification-not-sent' : 'case-without-execution';
};

const sweepCase = async (ports: SweepPorts, row: CaseRow, count: (name: CheckerName) => void): Promise<void> => {
  const state = await loadCase(ports.trail, row.caseId);
  if (await rowBehindTrail(ports, row, state)) count('row-behind-trail');
  if (state === undefined || state.closed !== undefined) return;
  if (await taskRowsBehind(ports, state)) count('callback-not-delivered');
  const driven = await redrive(ports, state);
  if (driven !== undefined) count(driven);
};

/** One broken case must not keep the sweep from the others: it is logged, and the next run tries again. */
const guarded = async (ports: SweepPorts, what: string, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    ports.log.error('sweep-failed', error, { what });
  }
};

/** Finds and repairs what a crash between two calls left. Answers how many repairs each checker made. */
export const sweep = async (ports: SweepPorts, options: SweepOptions = sweepDefaults): Promise<SweepCounts> => {
  const counts: SweepCounts = {
    'callback-not-delivered': 0,
    'case-without-execution': 0,
    'task-without-reminder': 0,
    'notification-not-sent': 0,
    'row-behind-trail': 0,
  };
  const count = (name: CheckerName): void => {
    counts[name] += 1;
  };
  const { maxCases, minAgeMs } = options;
  for await (const row of pages((page) => ports.tasks.callbacksPending(page), maxCases)) {
    await guarded(ports, row.caseId, async () => {
      await deliverCallback(ports, row);
      count('callback-not-delivered');
    });
  }
  const now = ports.clock.now();
  for await (const row of pages((page) => ports.tasks.overdue({ before: now, ...page }), maxCases)) {
    await guarded(ports, row.caseId, async () => {
      const kind = now >= row.dueAt ? 'task-due' : 'task-remind';
      const result = await fireTaskTimer(ports, { kind, caseId: row.caseId, taskId: row.taskId });
      if (result !== 'STALE') count('task-without-reminder');
    });
  }
  for await (const row of pages((page) => ports.cases.listOpen(page), maxCases)) {
    if (isBefore(now, plusMs(row.updatedAt, minAgeMs))) continue;
    await guarded(ports, row.caseId, () => sweepCase(ports, row, count));
  }
  return counts;
};
