import type { CaseId } from '../../../core/ids.ts';
import { steps } from '../../support/case-world.ts';
import { definition, isCallback, statesOf } from '../../unit/statemachines/asl.ts';
import { outcomeOf } from './compare.ts';
import {
  byStartCase,
  bySweep,
  type KillingWorld,
  longWay,
  play,
  type Script,
  shortWay,
  startKillingWorld,
} from './fast-forward.harness.ts';

let world: KillingWorld;
const undisturbed = new Map<Script, Promise<unknown>>();
const expected = (script: Script): Promise<unknown> => {
  const known = undisturbed.get(script) ?? play(world, script).then((caseId) => outcomeOf(world, caseId));
  undisturbed.set(script, known);
  return known;
};

beforeAll(async () => {
  world = await startKillingWorld();
});
afterAll(() => world.close());

/** States that lie on another way than the long one. Each has a test of its own below. */
const elsewhere = ['CaptureGaveUp', 'MergeReport', 'ParkCase', 'Parked'];
const machine = definition();
const onTheWay = statesOf(machine)
  .map(([name]) => name)
  .filter((name) => !elsewhere.includes(name));
const callbacks = statesOf(machine)
  .filter(([, state]) => isCallback(state))
  .map(([name]) => name);

describe('an execution that dies is replaced, and the case ends as if nothing had happened', () => {
  test.each(
    onTheWay.flatMap(
      (state) =>
        [
          [state, 1, 'sweep'],
          [state, 2, 'startCase'],
        ] as const,
    ),
  )('killed on entering %s, %i times, replaced by %s', async (state, times, by) => {
    const outcome = await expected(longWay);
    world.killAt(state, times);
    const caseId = await play(world, longWay, { revive: by === 'sweep' ? bySweep : byStartCase });
    expect(world.killed).toHaveLength(times);
    expect(await outcomeOf(world, caseId)).toEqual(outcome);
  });

  test.each([1, 2])('killed on entering CaptureGaveUp, %i times', async (times) => {
    const { ports } = world.runtime;
    const { pageCapture } = ports;
    Object.assign(ports, { pageCapture: { capture: () => Promise.reject(new Error('out of memory')) } });
    try {
      world.killAt('nowhere', 0);
      const outcome = await outcomeOf(world, await play(world, longWay));
      world.killAt('CaptureGaveUp', times);
      const caseId = await play(world, longWay);
      expect(world.killed).toHaveLength(times);
      expect(await outcomeOf(world, caseId)).toEqual(outcome);
    } finally {
      Object.assign(ports, { pageCapture });
    }
  });

  test.each([1, 2])('killed on entering MergeReport, %i times', async (times) => {
    world.killAt('nowhere', 0);
    const merge = async (): Promise<[CaseId, CaseId]> => {
      const into = await world.file();
      return [into.caseId, await play(world, { report: {}, acts: [{ outcome: 'MERGE', caseNumber: into.caseId }] })];
    };
    const [plainInto, plain] = await merge();
    world.killAt('MergeReport', times);
    const [into, merged] = await merge();
    expect(world.killed).toHaveLength(times);
    expect(await outcomeOf(world, merged)).toEqual(await outcomeOf(world, plain));
    expect(await outcomeOf(world, into)).toEqual(await outcomeOf(world, plainInto));
  });
});

describe('an execution that dies while a person works', () => {
  const when = ['before the act', 'after the act'] as const;

  test.each(callbacks.flatMap((state, index) => when.map((moment) => [state, moment, index] as const)))(
    'killed while waiting in %s, replaced %s',
    async (state, moment) => {
      const outcome = await expected(longWay);
      world.killAt('nowhere', 0);
      let killed = 0;
      const caseId = await play(world, longWay, {
        between: async (found) => {
          const waiting = (await world.state(found)).openTask?.kind;
          const here = { Triage: 'triage', AwaitReporter: 'answer', Review: 'review', Decide: 'decision' }[state];
          if (waiting !== here || killed > 0) return;
          killed += 1;
          const execution = (await world.runtime.ports.cases.get(found))?.execution;
          world.runtime.engine.stop(execution?.name ?? '');
          if (moment === 'before the act') await world.runtime.redrive();
          await world.runtime.settle();
        },
      });
      expect(killed).toBe(1);
      expect(await outcomeOf(world, caseId)).toEqual(outcome);
    },
  );

  test('with the act on record and nothing else done: the next one passes through, and closes the row of the task', async () => {
    world.killAt('nowhere', 0);
    const outcome = await expected(shortWay);
    const { ports, engine } = world.runtime;
    const { tasks } = ports;
    const { caseId } = await world.file();
    await world.act(caseId, steps.triage);
    engine.stop((await ports.cases.get(caseId))?.execution?.name ?? '');
    const broken = { update: () => Promise.reject(new Error('no answer')) };
    Object.assign(ports, { tasks: Object.assign(Object.create(tasks), broken, { get: tasks.get.bind(tasks) }) });
    await expect(world.act(caseId, steps.review)).rejects.toThrow('no answer');
    Object.assign(ports, { tasks });
    await byStartCase(world, caseId);
    await world.runtime.settle();
    const rows = await tasks.byCase(caseId);
    expect(rows.map(({ kind, status, callback }) => [kind, status, callback])).toEqual(
      expect.arrayContaining([
        ['review', 'ENDED', 'DELIVERED'],
        ['decision', 'OPEN', 'WAITING'],
      ]),
    );
    await world.act(caseId, steps.decision);
    expect(await outcomeOf(world, caseId)).toEqual(outcome);
  });
});
