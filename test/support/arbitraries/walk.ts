import { systemActor } from '../../../core/case/actor.ts';
import type { CaseEvent, EventDraft } from '../../../core/case/events.ts';
import { fold } from '../../../core/case/fold.ts';
import type { CaseState } from '../../../core/case/state.ts';
import { commandIdSchema } from '../../../core/ids.ts';
import { type Instant, isBefore, plusMs } from '../../../core/time.ts';
import { chained } from '../../../core/trail/chain.ts';
import { stateAfter, trailOf } from '../builders/case.ts';
import { CASE, reportReceived } from '../builders/drafts.ts';
import type { Move } from './move.ts';

/** One try and what became of it. */
export interface Step {
  readonly move: Move;
  readonly before: CaseState;
  readonly after: CaseState;
  readonly events: readonly CaseEvent[];
  /** The code of the refusal, where the try was refused. */
  readonly refused: string | undefined;
}

const place = (state: CaseState, draft: EventDraft, now: Instant): CaseEvent =>
  chained(draft, {
    caseId: CASE,
    head: state,
    at: isBefore(now, state.updatedAt) ? state.updatedAt : now,
    actor: systemActor('walk'),
    commandId: commandIdSchema.parse(`walk:${state.seq}`),
  });

/** The case after one more event, chained behind its head. */
export const follow = (state: CaseState, draft: EventDraft, now: Instant): CaseState =>
  fold(state, place(state, draft, now));

/** Tries every move on a fresh case without any store: command, chain, fold. Tells `visit` of each try. */
export const walk = (moves: readonly Move[], visit: (step: Step) => void): readonly CaseEvent[] => {
  // Every other reporter is known: only they can ask to be nobody.
  const drafts = [reportReceived({ anonymous: moves.length % 2 === 0 })];
  const events = trailOf(drafts);
  let state = stateAfter(drafts);
  let now = state.updatedAt;
  for (const [number, move] of moves.entries()) {
    now = plusMs(now, move.elapsedMs);
    const before = state;
    const decision = move.command(before, now, number)(before);
    if (decision.kind === 'event') {
      const event = place(before, decision.draft, now);
      events.push(event);
      state = fold(before, event);
    }
    const refused = decision.kind === 'refused' ? decision.refusal.code : undefined;
    visit({ move, before, after: state, events, refused });
  }
  return events;
};
