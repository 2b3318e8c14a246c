import { isDeepStrictEqual } from 'node:util';
import { sweep } from '../../../../core/sweep/sweep.ts';
import { type CrashPhase, faultyPorts } from '../../../support/faulty-ports.ts';
import { modulo, observed } from '../../../support/memory/observe.ts';
import { memoryPorts } from '../../../support/memory/ports.ts';
import type { Walk } from '../../../support/memory/walk.ts';

/** A use case that calls outside, in the world that it finds. */
export interface Trial<Input> {
  readonly name: string;
  readonly world: () => Promise<Walk>;
  /** What stays the same when the call is repeated: a form that was filled in, an answer that was typed. */
  readonly input: (walk: Walk) => Promise<Input>;
  readonly run: (walk: Walk, input: Input, attempt: 'first' | 'again') => Promise<unknown>;
  /** Whether the answer of a repeated call must be the one an undisturbed call gives. */
  readonly sameAnswer: boolean;
}

export interface CrashPoint {
  readonly call: string;
  readonly at: number;
  readonly phase: CrashPhase;
}

/** A trial with its world built and its calls counted. */
export interface Prepared {
  readonly name: string;
  readonly points: readonly CrashPoint[];
  /** After the crash the caller repeats, then the sweep runs. */
  readonly repeated: (point: CrashPoint) => Promise<Verdict>;
  /** The world right after the crash. */
  readonly crash: (point: CrashPoint) => Promise<Walk>;
  /** After the crash nobody repeats: the sweep alone cleans up. */
  readonly abandoned: (point: CrashPoint) => Promise<{ end: unknown; allowed: readonly unknown[] }>;
}

export interface Verdict {
  readonly end: unknown;
  readonly expected: unknown;
}

const swept = async (walk: Walk): Promise<unknown> => {
  // What a run has set in motion it leaves to the next.
  for (let run = 0; run < 2; run += 1) await sweep(memoryPorts(walk.store), { minAgeMs: 0, maxCases: 100 });
  return observed(walk.store);
};

/** Evidence that no event names is harmless: it is stored before the event, under its own hash. */
const withoutOrphans = (seen: unknown): unknown =>
  typeof seen === 'object' ? { ...seen, evidence: undefined, people: undefined } : seen;

export const prepare = async <Input>(trial: Trial<Input>): Promise<Prepared> => {
  const base = await trial.world();
  const input = await trial.input(base);
  const answer = (given: unknown) => (trial.sameAnswer ? modulo(JSON.stringify(given)) : undefined);

  const undisturbed = base.copy();
  const counting = faultyPorts(undisturbed.ports);
  const first = answer(await trial.run(undisturbed.with(counting.ports), input, 'first'));
  const expected = { answer: first, seen: await swept(undisturbed) };
  const untouched = await swept(base.copy());

  const crash = async ({ at, phase }: CrashPoint): Promise<Walk> => {
    const walk = base.copy();
    const faulty = faultyPorts(walk.ports);
    faulty.dieAt(at, phase);
    // A use case may survive where what failed was not needed for its answer.
    await trial.run(walk.with(faulty.ports), input, 'first').catch(() => {});
    return walk;
  };

  return {
    name: trial.name,
    crash,
    points: counting.calls.flatMap((call, index) =>
      (['before', 'after'] as const).map((phase) => ({ call, at: index + 1, phase })),
    ),
    repeated: async (point) => {
      const walk = await crash(point);
      const again = answer(await trial.run(walk.with(memoryPorts(walk.store)), input, 'again'));
      return { end: { answer: again, seen: await swept(walk) }, expected };
    },
    abandoned: async (point) => {
      const end = withoutOrphans(await swept(await crash(point)));
      return { end, allowed: [withoutOrphans(expected.seen), withoutOrphans(untouched)] };
    },
  };
};

/** The points after which the end is not what it has to be, by name. */
export const failuresOf = async (
  points: readonly CrashPoint[],
  holds: (point: CrashPoint) => Promise<boolean>,
): Promise<string[]> => {
  const failed: string[] = [];
  for (const point of points) {
    if (!(await holds(point))) failed.push(`${point.phase} ${point.call} (call ${point.at})`);
  }
  return failed;
};

export const same = ({ end, expected }: Verdict): boolean => isDeepStrictEqual(end, expected);

export const isAllowed = ({ end, allowed }: Awaited<ReturnType<Prepared['abandoned']>>): boolean =>
  allowed.some((candidate) => isDeepStrictEqual(end, candidate));
