import type { CaseEvent } from '../../core/case/events.ts';
import type { CaseId } from '../../core/ids.ts';
import type { CaseRow, Cases, Trail } from '../../core/ports.ts';

/** A trail in memory: one conditional put per (caseId, seq). Every call yields first, so that callers interleave. */
export class MemoryTrail implements Trail {
  readonly #events = new Map<string, CaseEvent>();
  conflicts = 0;

  constructor(events: readonly CaseEvent[] = []) {
    for (const event of events) this.#events.set(keyOf(event), event);
  }

  async append(event: CaseEvent): Promise<'appended' | 'conflict'> {
    await turn();
    if (this.#events.has(keyOf(event))) {
      this.conflicts += 1;
      return 'conflict';
    }
    this.#events.set(keyOf(event), event);
    return 'appended';
  }

  async read(caseId: CaseId): Promise<CaseEvent[]> {
    await turn();
    return [...this.#events.values()].filter((event) => event.caseId === caseId).sort((a, b) => a.seq - b.seq);
  }
}

const keyOf = (event: CaseEvent): string => `${event.caseId}/${event.seq}`;
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const notStubbed = (name: string) => (): never => {
  throw new Error(`${name} is not stubbed`);
};

/** Rows in memory: only what appending needs. */
export class MemoryCases implements Cases {
  readonly rows = new Map<CaseId, CaseRow>();
  projections = 0;

  async project(row: CaseRow): Promise<void> {
    await turn();
    this.projections += 1;
    if ((this.rows.get(row.caseId)?.seq ?? -1) < row.seq) this.rows.set(row.caseId, row);
  }

  readonly announce = notStubbed('announce');
  readonly get = notStubbed('get');
  readonly byReceipt = notStubbed('byReceipt');
  readonly list = notStubbed('list');
  readonly listByRespondent = notStubbed('listByRespondent');
  readonly listByDue = notStubbed('listByDue');
  readonly listSilent = notStubbed('listSilent');
  readonly listOpen = notStubbed('listOpen');
  readonly setExecution = notStubbed('setExecution');
  readonly forget = notStubbed('forget');
}

/** Where a crash strikes an outside call: before it takes effect, or after it did but before the caller knows. */
export type CrashPoint = 'before' | 'after';

/** The call, crashing once at `point`; later calls go through. */
export const crashingOnce = <A extends readonly unknown[], R>(
  call: (...args: A) => Promise<R>,
  point: CrashPoint,
): ((...args: A) => Promise<R>) => {
  let crashed = false;
  return async (...args) => {
    if (crashed) return call(...args);
    crashed = true;
    if (point === 'after') await call(...args);
    throw new Error(`crash ${point} the call`);
  };
};
