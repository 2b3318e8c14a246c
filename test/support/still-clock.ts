import type { Clock } from '../../core/ports.ts';
import { type Instant, plusMs } from '../../core/time.ts';
import { someInstant } from './trail-events.ts';

export interface StillClock extends Clock {
  advance(ms: number): void;
}

/** A clock that only tests move. */
export const stillClock = (start: Instant = someInstant): StillClock => {
  let now = start;
  return {
    now: () => now,
    advance: (ms) => {
      now = plusMs(now, ms);
    },
  };
};
