import fc from 'fast-check';
import type { CaseStatus } from '../../../core/case/transitions.ts';
import { HOUR, MINUTE } from '../../../core/time.ts';
import { decisionMoves } from './decision-moves.ts';
import { examinationMoves } from './examination-moves.ts';
import { intakeMoves, taskMoves } from './intake-moves.ts';
import { lateMoves } from './late-moves.ts';
import type { Make, Move, Moves } from './move.ts';
import { onward } from './onward.ts';

export type { Move } from './move.ts';

/** The name of the ordinary next thing among everything else that is tried. */
export const ONWARD = 'onward';

type Named = readonly [string, Make];
const ordinary: Named = [ONWARD, onward];

const anything: readonly Named[] = Object.entries({
  ...intakeMoves,
  ...taskMoves,
  ...examinationMoves,
  ...decisionMoves,
  ...lateMoves,
});

const before: readonly CaseStatus[] = ['RECEIVED', 'CAPTURING', 'TRIAGE', 'REVIEW'];
const movesOf = (moves: Moves): readonly Make[] => Object.values({ ...moves, ...taskMoves });
const early = movesOf(intakeMoves);
const middle = movesOf(examinationMoves);
const late = movesOf(decisionMoves);

/** What people may think of where the case stands, lawful there or not. */
const near =
  (drawn: number): Make =>
  (seen, moment) => {
    const stage = before.includes(seen.status) ? early : seen.status === 'EXAMINATION' ? middle : late;
    return (stage[drawn % stage.length] ?? onward)(seen, moment);
  };

/** Out of twenty moves, how many lead on in the ordinary way (enough that most cases get far), and up to where they fit the stage. */
const ORDINARY = 12;
const FITTING = 17;

const makeOf = (drawn: number): Named => {
  const rest = Math.floor(drawn / 20);
  if (drawn % 20 < ORDINARY) return ordinary;
  return drawn % 20 < FITTING ? [`near ${rest}`, near(rest)] : (anything[rest % anything.length] ?? ordinary);
};

/** Time mostly passes; now and then somebody sets the clock back. */
const elapsed = (drawn: number): number => {
  const hours = drawn % 96;
  if (drawn % 11 === 0) return -hours * HOUR;
  return drawn % 3 === 0 ? hours * HOUR : (drawn % 120) * MINUTE;
};

/** Reads one whole number as one move: cheap to make, and to make smaller. */
const moveOf = (drawn: number): Move => {
  const [name, make] = makeOf(drawn);
  const variant = Math.floor(drawn / 2000) % 5040;
  return {
    name,
    elapsedMs: elapsed(Math.floor(drawn / 20)),
    command: (seen, now, number) => make(seen, { now, number, variant }),
  };
};

const shown = (moves: readonly Move[]): string =>
  moves.map(({ name, elapsedMs }) => `${name} (+${elapsedMs})`).join(', ');

/** What people, timers and the flow may try on one case, in any order: the way through, with anything at all in between. */
export const caseMoves: fc.Arbitrary<readonly Move[]> = fc
  .array(fc.nat({ max: 2 ** 31 - 1 }), { minLength: 18, maxLength: 40, size: 'max' })
  .map((drawn) => drawn.map(moveOf))
  .map((moves) => Object.assign(moves, { toString: () => shown(moves) }));
