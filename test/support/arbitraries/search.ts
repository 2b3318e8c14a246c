import { currentDisclosure, wasHeard } from '../../../core/case/disclosure.ts';
import { type EventDraft, taskKindSchema } from '../../../core/case/events.ts';
import type { CaseState } from '../../../core/case/state.ts';
import { examinationResult, provenAbsences, standingSummons } from '../../../core/case/summons.ts';
import { type Trigger, triggerOf } from '../../../core/case/transitions.ts';
import { decisionMoves } from './decision-moves.ts';
import { examinationMoves } from './examination-moves.ts';
import { intakeMoves, opening, taskMoves } from './intake-moves.ts';
import type { Make, Moment, Moves } from './move.ts';
import { onward } from './onward.ts';
import { follow } from './walk.ts';

/** Left out: moves that change nothing of what a step depends on, and the track, which starts as it is to be searched. */
const idle = [
  'change the track',
  'store',
  'store again',
  'fail',
  'merge',
  'park',
  'reveal',
  'notify',
  'remind',
  'move a deadline',
  'letter',
];
const without = (moves: Moves): Make[] =>
  Object.entries(moves).flatMap(([name, make]) => (idle.includes(name) ? [] : [make]));
const makes: readonly Make[] = [
  onward,
  ...taskKindSchema.options.map(opening),
  ...without({ ...intakeMoves, ...taskMoves, ...examinationMoves, ...decisionMoves }),
];
/** Enough to come to every outcome of every act, and to the accused among the officials. */
const VARIANTS = [0, 1, 2, 3];

/** Rounds are all alike after the first return. */
const ROUNDS = 2;

const few = (count: number): number => Math.min(count, 2);

/** What the next steps of a case depend on: two cases alike in this have the same future. */
const keyOf = (state: CaseState): string =>
  [
    state.status,
    state.closed?.reason,
    state.round,
    state.openTask?.kind,
    state.respondentTask?.kind,
    few(state.disclosures.filter(({ round }) => round === state.round).length),
    currentDisclosure(state)?.charges.length,
    wasHeard(state),
    standingSummons(state)?.ordinal,
    few(provenAbsences(state).length),
    examinationResult(state)?.kind,
    state.examinations.at(-1)?.charges.length,
    few(state.teams.length),
    state.signed !== undefined,
    state.endedTasks.some(({ kind }) => kind === 'remedy'),
    state.appealDecisions.at(-1)?.outcome,
    state.effects.at(-1)?.endsOn,
    few(state.executions.length),
  ].join('|');

const draftsFrom = (state: CaseState, number: number): EventDraft[] =>
  makes.flatMap((make) =>
    VARIANTS.flatMap((variant) => {
      const moment: Moment = { now: state.updatedAt, number: number + variant, variant };
      const decision = make(state, moment)(state);
      return decision.kind === 'event' ? [decision.draft] : [];
    }),
  );

/**
 * Tries everything everywhere from `start` on, but never lets happen what `isBarred`. Ends when nothing new comes up.
 * @returns everything that came to happen
 */
export const search = (start: CaseState, isBarred: (draft: EventDraft) => boolean): ReadonlySet<Trigger> => {
  const known = new Set([keyOf(start)]);
  const triggers = new Set<Trigger>();
  const queue = [start];
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    const tried = new Set<string>();
    for (const draft of draftsFrom(state, 10 * known.size)) {
      const kind = JSON.stringify({ ...draft.data, taskId: 0, newTaskId: 0 });
      if (isBarred(draft) || tried.has(draft.type + kind)) continue;
      tried.add(draft.type + kind);
      triggers.add(triggerOf(draft));
      const next = follow(state, draft, state.updatedAt);
      if (next.round > ROUNDS || known.has(keyOf(next))) continue;
      known.add(keyOf(next));
      queue.push(next);
    }
  }
  return triggers;
};
