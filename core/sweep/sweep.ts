import { loadCase } from '../case/append.ts';
import type { CaseId } from '../ids.ts';
import type { CaseRow, Page, PageRequest, TaskRow } from '../ports.ts';
import { epochOf, type Instant, MINUTE } from '../time.ts';
import { releaseClosed } from '../use-cases/hold-evidence.ts';
import { callbackNotDelivered, deliverPending } from './callback-not-delivered.ts';
import { captureNotTaken } from './capture-not-taken.ts';
import { caseWithoutExecution } from './case-without-execution.ts';
import type { CaseChecker, CheckerName, SweepPorts } from './checker.ts';
import { deadlineMoved } from './deadline-moved.ts';
import { evidenceNotHeld, evidenceNotStamped } from './evidence-checkers.ts';
import { notificationNotSent } from './notification-not-sent.ts';
import { rowBehindTrail } from './row-behind-trail.ts';
import { scanNotAnswered } from './scan-not-answered.ts';
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

/** In this order: what a task's end started may move the case before it is driven anew; the others look at dates as they were. */
const caseCheckers: readonly (readonly [CheckerName, CaseChecker])[] = [
  ['row-behind-trail', rowBehindTrail],
  ['callback-not-delivered', callbackNotDelivered],
  ['notification-not-sent', notificationNotSent],
  ['case-without-execution', caseWithoutExecution],
  ['deadline-moved', deadlineMoved],
  ['scan-not-answered', scanNotAnswered],
  ['evidence-not-held', evidenceNotHeld],
  ['evidence-not-stamped', evidenceNotStamped],
  ['capture-not-taken', captureNotTaken],
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

/** One run: what it counts, and which cases it has set in motion already. */
interface Run {
  readonly ports: SweepPorts;
  readonly now: Instant;
  readonly minAgeMs: number;
  readonly touched: Set<CaseId>;
  count(name: CheckerName): void;
}

const sweepTasks = async (
  { ports, touched, count }: Run,
  tasks: AsyncGenerator<TaskRow>,
  [name, repair]: readonly [CheckerName, (ports: SweepPorts, row: TaskRow) => Promise<boolean>],
): Promise<void> => {
  for await (const row of tasks) {
    await guarded(ports, row.caseId, async () => {
      if (!(await repair(ports, row))) return;
      touched.add(row.caseId);
      count(name);
    });
  }
};

/** Somebody may be at work on it right now. A case from the future is not young: a clock was set back. */
const isYoung = ({ now, minAgeMs }: Run, { updatedAt }: { readonly updatedAt: Instant }): boolean => {
  const age = epochOf(now) - epochOf(updatedAt);
  return age >= 0 && age < minAgeMs;
};

/** This run has just set it in motion: whatever seems to be missing is being done by its execution, and would be done twice. */
const isMoving = async ({ ports, touched }: Run, caseId: CaseId): Promise<boolean> => {
  const execution = touched.has(caseId) ? (await ports.cases.get(caseId))?.execution : undefined;
  return execution !== undefined && ports.workflow.isRunning(execution.name);
};

const sweepCase = async (run: Run, row: CaseRow): Promise<void> => {
  const { ports, count } = run;
  if (await isMoving(run, row.caseId)) return;
  const state = await loadCase(ports.trail, row.caseId);
  if (state !== undefined && isYoung(run, state)) return;
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

const sweepCases = async (run: Run, maxCases: number): Promise<void> => {
  const { ports, now } = run;
  const rows: CaseRow[] = [];
  for await (const row of pages((page) => ports.cases.listOpen(page), Number.POSITIVE_INFINITY)) {
    if (!isYoung(run, row)) rows.push(row);
  }
  for (const row of inTurn(rows, now, maxCases)) await guarded(ports, row.caseId, () => sweepCase(run, row));
};

/** Finds and repairs what a crash between two calls left. Answers how many repairs each checker made. */
export const sweep = async (ports: SweepPorts, options: SweepOptions = sweepDefaults): Promise<SweepCounts> => {
  const counts: SweepCounts = {
    'callback-not-delivered': 0,
    'case-without-execution': 0,
    'task-without-reminder': 0,
    'notification-not-sent': 0,
    'row-behind-trail': 0,
    'deadline-moved': 0,
    'scan-not-answered': 0,
    'evidence-not-held': 0,
    'evidence-not-stamped': 0,
    'evidence-not-released': 0,
    'capture-not-taken': 0,
  };
  const { maxCases, minAgeMs } = options;
  const now = ports.clock.now();
  const run: Run = {
    ports,
    now,
    minAgeMs,
    touched: new Set(),
    count: (name) => {
      counts[name] += 1;
    },
  };
  const pending = pages((page) => ports.tasks.callbacksPending(page), maxCases);
  const overdue = pages((page) => ports.tasks.overdue({ before: now, ...page }), maxCases);
  await guarded(ports, 'pending callbacks', () => sweepTasks(run, pending, ['callback-not-delivered', deliverPending]));
  await guarded(ports, 'overdue tasks', () => sweepTasks(run, overdue, ['task-without-reminder', taskWithoutReminder]));
  await guarded(ports, 'open cases', () => sweepCases(run, maxCases));
  await guarded(ports, 'closed cases', async () => {
    counts['evidence-not-released'] += await releaseClosed(ports);
  });
  return counts;
};
