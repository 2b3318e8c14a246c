import { Temporal } from 'temporal-polyfill';
import { instantOf } from '../core/time.ts';
import type { MovableClock } from './engines/clock.ts';
import { UnreadableTime } from './engines/clock.ts';
import type { Scheduler } from './engines/scheduler.ts';

export type ClockMove = { readonly advance: string } | { readonly set: string };

const targetOf = (now: string, move: ClockMove): Temporal.Instant => {
  try {
    const target =
      'set' in move
        ? Temporal.Instant.from(move.set)
        : Temporal.Instant.from(now).toZonedDateTimeISO('UTC').add(move.advance).toInstant();
    // A year that our times cannot write is refused here, before anything on the way fires.
    return Temporal.Instant.from(instantOf(target.epochMilliseconds));
  } catch (error) {
    throw new UnreadableTime(`not a time: ${JSON.stringify(move)}`, { cause: error });
  }
};

interface Travel {
  readonly clock: MovableClock;
  readonly scheduler: Scheduler;
  readonly settle: () => Promise<void>;
}

/**
 * Moves the clock to its target and stops at every schedule on the way, so that each fires at its own time.
 * @throws UnreadableTime, ClockMovedBackwards
 */
export const travel = async ({ clock, scheduler, settle }: Travel, move: ClockMove): Promise<void> => {
  const target = targetOf(clock.now(), move).epochMilliseconds;
  const set = (at: number) => clock.set(Temporal.Instant.fromEpochMilliseconds(at).toString());
  // Refused before anything fires.
  if (target < Date.parse(clock.now())) await set(target);
  await settle();
  for (
    let next = scheduler.nextDueAt();
    next !== undefined && Date.parse(next) <= target;
    next = scheduler.nextDueAt()
  ) {
    if (next > clock.now()) await clock.set(next);
    const { fired } = await scheduler.fireDue();
    await settle();
    // What failed stays for the next call; going round again would never end.
    if (fired === 0) break;
  }
  if (Date.parse(clock.now()) < target) await set(target);
  await scheduler.fireDue();
  await settle();
};
