import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { TertibError } from '../../core/errors.ts';
import { type Instant, instantOf, instantSchema } from '../../core/time.ts';
import { readIfThere, writeDurably } from './durable-file.ts';
import { takeTurns } from './turns.ts';

/** Time was asked to run backwards: what has happened would come after what is yet to come. */
export class ClockMovedBackwards extends TertibError {
  override readonly name = 'ClockMovedBackwards';
}

/** Neither an ISO 8601 duration nor an RFC 3339 instant. */
export class UnreadableTime extends TertibError {
  override readonly name = 'UnreadableTime';
}

export interface MovableClock {
  now(): Instant;
  /** @param duration ISO 8601, e.g. `P7D`, `PT36H`, `P1M` (calendar months in UTC). @throws UnreadableTime, ClockMovedBackwards */
  advance(duration: string): Promise<Instant>;
  /** @param instant RFC 3339 with any offset. @throws UnreadableTime, ClockMovedBackwards */
  set(instant: string): Promise<Instant>;
  close(): Promise<void>;
}

const fileSchema = z.object({ offsetMs: z.int().nonnegative() });

/**
 * A clock that people can move forward; real time keeps flowing. How far it was moved is kept in `folder`, so a restart goes on
 * from the moved time. The move is on the disk before it takes effect.
 *
 * @param realNow milliseconds since 1970, the machine's own clock
 */
export const startClock = async ({
  folder,
  realNow = Date.now,
}: {
  folder: string;
  realNow?: () => number;
}): Promise<MovableClock> => {
  const file = join(folder, 'clock.json');
  let offsetMs = readOffset(await readIfThere(file));
  const now = (): number => realNow() + offsetMs;
  const turns = takeTurns();

  const moveTo = async (target: (from: Temporal.Instant) => Temporal.Instant): Promise<Instant> => {
    const from = now();
    const by = target(Temporal.Instant.fromEpochMilliseconds(from)).epochMilliseconds - from;
    if (by < 0) throw new ClockMovedBackwards(`the clock stands at ${instantOf(from)} and only goes forward`);
    await writeDurably(file, JSON.stringify({ offsetMs: offsetMs + by }));
    offsetMs += by;
    return instantOf(now());
  };
  const inTurn = (target: (from: Temporal.Instant) => Temporal.Instant): Promise<Instant> =>
    turns('move', () => moveTo(target));

  return {
    now: () => instantOf(now()),
    advance: async (duration) => {
      const parsed = readTime(() => Temporal.Duration.from(duration), duration);
      return inTurn((from) => readTime(() => from.toZonedDateTimeISO('UTC').add(parsed).toInstant(), duration));
    },
    set: async (instant) => {
      const parsed = readTime(() => Temporal.Instant.from(instant), instant);
      readTime(() => instantSchema.parse(new Date(parsed.epochMilliseconds).toISOString()), instant);
      return inTurn(() => parsed);
    },
    close: () => turns('move', async () => {}),
  };
};

const readOffset = (text: string | undefined): number =>
  text === undefined ? 0 : fileSchema.parse(JSON.parse(text)).offsetMs;

const readTime = <T>(read: () => T, text: string): T => {
  try {
    return read();
  } catch (error) {
    throw new UnreadableTime(`not a time: ${JSON.stringify(text)}`, { cause: error });
  }
};
