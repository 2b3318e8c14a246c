import type { Recorded } from '../../core/case/state.ts';

/** A fact of the trail in words; a fact without a round belongs to the one that stands. */
export interface Told {
  readonly fact: Recorded<{ readonly round?: number }>;
  readonly what: string;
  /** What an official gave as the reason. */
  readonly reason?: string | undefined;
  /** What follows from it, or is doubtful about it. */
  readonly note?: string | undefined;
}
