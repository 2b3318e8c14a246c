import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { type Instant, instantSchema } from '../../core/time.ts';
import { openFolder, writeDurably } from './durable-file.ts';
import { takeTurns } from './turns.ts';

const scheduleSchema = z.object({
  name: z.string().min(1),
  at: instantSchema,
  target: z.object({ kind: z.string().min(1), payload: z.json() }),
});

/** One call at one time. `payload` is plain JSON. */
export type Schedule = z.infer<typeof scheduleSchema>;

export interface Scheduler {
  /** Keeps the first schedule of a name, as long as it has not fired; a second one changes nothing. */
  createOnce(schedule: Schedule): Promise<'created' | 'exists'>;
  /** Deleting what is not there is no error. */
  delete(name: string): Promise<void>;
  /** Fires everything due, earliest first, also what becomes due meanwhile; each failed target once, it stays for the next call. */
  fireDue(): Promise<{ fired: number; failed: number }>;
  /** When the next schedule fires, so that a moved clock can stop there. */
  nextDueAt(): Instant | undefined;
  close(): Promise<void>;
}

export interface SchedulerOptions {
  readonly folder: string;
  readonly now: () => Instant;
  /** Called at least once for each schedule: a kill between the call and its record calls again. */
  readonly onDue: (schedule: Schedule) => Promise<void>;
  readonly onError: (schedule: Schedule, error: unknown) => void;
  /** How often to look for due schedules, in milliseconds; 0: only {@link Scheduler.fireDue} fires. */
  readonly tickMs?: number;
}

/** One-time schedules in a folder of small files, as EventBridge Scheduler with delete-after-completion. */
export const startScheduler = async ({
  folder,
  now,
  onDue,
  onError,
  tickMs = 0,
}: SchedulerOptions): Promise<Scheduler> => {
  const waiting = await load(folder);
  const turns = takeTurns();

  const create = async (schedule: Schedule): Promise<'created' | 'exists'> => {
    if (waiting.has(schedule.name)) return 'exists';
    await writeDurably(fileOf(folder, schedule.name), JSON.stringify(schedule));
    waiting.set(schedule.name, schedule);
    return 'created';
  };
  const remove = async (name: string): Promise<void> => {
    await rm(fileOf(folder, name), { force: true });
    waiting.delete(name);
  };
  const fire = async (schedule: Schedule): Promise<boolean> => {
    try {
      await onDue(schedule);
      await turns(`name ${schedule.name}`, async () => {
        if (waiting.get(schedule.name) === schedule) await remove(schedule.name);
      });
      return true;
    } catch (error) {
      onError(schedule, error);
      return false;
    }
  };
  const fireAll = async (): Promise<{ fired: number; failed: number }> => {
    const failed = new Set<Schedule>();
    let fired = 0;
    for (;;) {
      const next = earliest([...waiting.values()].filter((schedule) => !failed.has(schedule)));
      if (next === undefined || next.at > now()) return { fired, failed: failed.size };
      if (await fire(next)) fired += 1;
      else failed.add(next);
    }
  };
  const fireDue: Scheduler['fireDue'] = () => turns('fire', fireAll);
  const ticks = tickEvery(tickMs, fireDue);

  return {
    createOnce: async (given) => {
      const schedule = scheduleSchema.parse(given);
      return turns(`name ${schedule.name}`, () => create(schedule));
    },
    delete: (name) => turns(`name ${name}`, () => remove(name)),
    fireDue,
    nextDueAt: () => earliest([...waiting.values()])?.at,
    close: async () => {
      ticks.stop();
      await turns('fire', async () => {});
    },
  };
};

/** Looks again only when the last look is over; never keeps the process alive. */
const tickEvery = (ms: number, look: () => Promise<unknown>): { stop(): void } => {
  let timer: NodeJS.Timeout | undefined;
  let stopped = ms === 0;
  const plan = (): void => {
    if (!stopped) timer = setTimeout(() => void look().finally(plan), ms).unref();
  };
  plan();
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
};

const load = async (folder: string): Promise<Map<string, Schedule>> => {
  const names = await openFolder(folder, '.json');
  const read = async (name: string): Promise<Schedule> =>
    scheduleSchema.parse(JSON.parse(await readFile(join(folder, name), 'utf8')));
  const schedules = await Promise.all(names.map(read));
  return new Map(schedules.map((schedule) => [schedule.name, schedule]));
};

/** Any name may be scheduled, not every name may be a file's. */
const fileOf = (folder: string, name: string): string =>
  join(folder, `${createHash('sha256').update(name).digest('hex')}.json`);

/** Instants are fixed-width text, so their order as text is their order in time. */
const earliest = (schedules: readonly Schedule[]): Schedule | undefined =>
  schedules.reduce<Schedule | undefined>(
    (first, schedule) => (first === undefined || schedule.at < first.at ? schedule : first),
    undefined,
  );
