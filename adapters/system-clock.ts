import type { Clock } from '../core/ports.ts';
import { instantOf } from '../core/time.ts';

/** The machine's own clock. */
export const systemClock: Clock = { now: () => instantOf(Date.now()) };
