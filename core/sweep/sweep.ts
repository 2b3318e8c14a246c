import { loadCase } from '../case/append.ts';
import type { CaseRow, Page, PageRequest, TaskRow } from '../ports.ts';
import { epochOf, type Instant, MINUTE } from '../time.ts';
import { callbackNotDelivered, deliverPending } from './callback-not-delivered.ts';
import { caseWithoutExecution } from './case-without-execution.ts';
import type { CaseChecker, CheckerName, SweepPorts } from './checker.ts';
import { notificationNotSent } from './notification-not-sent.ts';
import { rowBehindTrail } from './row-behind-trail.ts';
import { taskWithoutReminder } from './task-without-reminder.ts';

export { type CheckerName, checkerNames, type SweepPorts } from './checker.ts';
export type SweepCounts = Record<CheckerName, number>;

export interface SweepOptions {
  /** Younger cases are left to whoever works on them right now. Milliseconds. */
  readonly minAgeMs: number;
  /** Cases and tasks looked at in one run; where there are more open cases, runs take turns. */
  readonly maxCases: number;
}
export const sweepDefaults: SweepOptions = { minAgeMs: 2 * MINUTE, maxCases: 2000 };

const PAGE = 100;
/** Runs that lie this far apart look at different parts of the open cases. */
const TURN = 5 * MINUTE;

/** In this order: what a task's end started may move the case before it is driven anew. */
const caseCheckers: readonly (readonly [CheckerName, CaseChecker])[] = [
  ['row-behind-trail', rowBehindTrail],
  ['callback-not-delivered', callbackNotDelivered],
  ['notification-not-sent', notificationNotSent],
  ['case-without-execution', caseWithoutExecution],
];

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

/** One broken case, or one list that cannot be read, must not keep the sweep from the rest: it is logged, and the next run tries again. */
const guarded = async (ports: SweepPorts, what: string, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    ports.log.error('sweep-failed', error, { what });
  }
};

type Count = (name: CheckerName) => void;

const sweepTasks = async (
  ports: SweepPorts,
  tasks: AsyncGenerator<TaskRow>,
  repair: (row: TaskRow) => Promise<void>,
): Promise<void> => {
  for await (const row of tasks) await guarded(ports, row.caseId, () => repair(row));
};

const sweepCase = async (ports: SweepPorts, row: CaseRow, count: Count): Promise<void> => {
  const state = await loadCase(ports.trail, row.caseId);
  for (const [name, check] of caseCheckers) {
    await guarded(ports, row.caseId, async () => {
      if (await check(ports, { row, state })) count(name);
    });
  }
};

/** The part of the open cases whose turn it is. */
const inTurn = (rows: readonly CaseRow[], now: Instant, most: number): readonly CaseRow[] => {
  const turns = Math.max(1, Math.ceil(rows.length / most));
  const start = (Math.floor(epochOf(now) / TURN) % turns) * most;
  return rows.slice(start, start + most);
};

/** Somebody may be at work on it right now. A case from the future is not young: a clock was set back. */
const isYoung = ({ updatedAt }: CaseRow, now: Instant, minAgeMs: number): boolean => {
  const age = epochOf(now) - epochOf(updatedAt);
  return age >= 0 && age < minAgeMs;
};

const oldEnough = async (ports: SweepPorts, now: Instant, minAgeMs: number): Promise<CaseRow[]> => {
  const rows: CaseRow[] = [];
  for await (const row of pages((page) => ports.cases.listOpen(page), Number.POSITIVE_INFINITY)) {
    if (!isYoung(row, now, minAgeMs)) rows.push(row);
  }
  return rows;
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
  const count: Count = (name) => {
    counts[name] += 1;
  };
  const { maxCases, minAgeMs } = options;
  const now = ports.clock.now();
  const pending = pages((page) => ports.tasks.callbacksPending(page), maxCases);
  const overdue = pages((page) => ports.tasks.overdue({ before: now, ...page }), maxCases);
  await guarded(ports, 'pending callbacks', () =>
    sweepTasks(ports, pending, async (row) => {
      if (await deliverPending(ports, row)) count('callback-not-delivered');
    }),
  );
  await guarded(ports, 'overdue tasks', () =>
    sweepTasks(ports, overdue, async (row) => {
      if (await taskWithoutReminder(ports, row)) count('task-without-reminder');
    }),
  );
  await guarded(ports, 'open cases', async () => {
    const rows = inTurn(await oldEnough(ports, now, minAgeMs), now, maxCases);
    for (const row of rows) await guarded(ports, row.caseId, () => sweepCase(ports, row, count));
  });
  return counts;
};
