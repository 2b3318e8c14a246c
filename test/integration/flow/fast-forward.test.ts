import { steps } from '../../support/case-world.ts';
import { definition, isCallback, statesOf } from '../../unit/statemachines/asl.ts';
import { outcomeOf } from './compare.ts';
import {
  byStartCase,
  bySweep,
  type KillingWorld,
  play,
  type Script,
  scripts,
  startKillingWorld,
  wayThrough,
} from './fast-forward.harness.ts';

let world: KillingWorld;
const undisturbed = new Map<Script, Promise<unknown>>();
const undisturbedOutcome = (script: Script): Promise<unknown> => {
  world.letLive();
  const known = undisturbed.get(script) ?? play(world, script).then((caseId) => outcomeOf(world, caseId));
  undisturbed.set(script, known);
  return known;
};

beforeAll(async () => {
  world = await startKillingWorld();
});
afterAll(() => world.close());

const states = statesOf(definition());
const names = states.map(([name]) => name);
const callbacks = states.filter(([, state]) => isCallback(state)).map(([name]) => name);
const through = (state: string): Script => {
  const script = wayThrough[state];
  if (script === undefined) throw new Error(`no way through ${state}`);
  return script;
};

test('there is a way through every state of the definition, and no other', () => {
  expect(Object.keys(wayThrough).sort()).toEqual(names.toSorted());
});

describe('an execution that dies is replaced, and the case ends as if nothing had happened', () => {
  test.each(names)('killed once on entering %s, found by the sweep', async (state) => {
    const outcome = await undisturbedOutcome(through(state));
    world.killAt(state, 1);
    const caseId = await play(world, through(state), { revive: bySweep });
    expect(world.killed).toHaveLength(1);
    expect(await outcomeOf(world, caseId)).toEqual(outcome);
  });

  // What has ended is not driven again, so that it cannot be killed there again.
  const again = names.filter((state) => !['Done', 'Parked'].includes(state));
  test.each(again)('killed twice on entering %s, replaced by hand', async (state) => {
    const outcome = await undisturbedOutcome(through(state));
    world.killAt(state, 2);
    const caseId = await play(world, through(state), { revive: byStartCase });
    expect(world.killed).toHaveLength(2);
    expect(await outcomeOf(world, caseId)).toEqual(outcome);
  });

  test('killed on the first entry into each state, over four rounds', async () => {
    const outcome = await undisturbedOutcome(scripts.everything);
    world.killEverywhere();
    const caseId = await play(world, scripts.everything);
    world.letLive();
    expect(world.killed.length).toBeGreaterThanOrEqual(17);
    expect(await outcomeOf(world, caseId)).toEqual(outcome);
    expect((await world.state(caseId)).round).toBe(4);
  });
});

const waitsFor: Readonly<Record<string, string>> = {
  Triage: 'triage',
  AwaitReporter: 'answer',
  Review: 'review',
  Decide: 'decision',
};

describe('an execution that dies while a person works', () => {
  const moments = ['before', 'after'] as const;

  test.each(callbacks.flatMap((state) => moments.map((moment) => [state, moment] as const)))(
    'in %s is replaced %s the act, and the case ends as if nothing had happened',
    async (state, moment) => {
      const outcome = await undisturbedOutcome(through(state));
      let killed = 0;
      const caseId = await play(world, through(state), {
        between: async (found) => {
          if ((await world.state(found)).openTask?.kind !== waitsFor[state] || killed > 0) return;
          killed += 1;
          world.runtime.engine.stop((await world.runtime.ports.cases.get(found))?.execution?.name ?? '');
          if (moment === 'before') await world.runtime.redrive();
          await world.runtime.settle();
        },
      });
      expect(killed).toBe(1);
      expect(await outcomeOf(world, caseId)).toEqual(outcome);
    },
  );

  test('with the act on record and nothing else done: the next one passes through, and closes the row of the task', async () => {
    const outcome = await undisturbedOutcome(scripts.sanctioned);
    const { ports, engine } = world.runtime;
    const { tasks } = ports;
    const { caseId } = await world.file();
    await world.act(caseId, steps.triage);
    engine.stop((await ports.cases.get(caseId))?.execution?.name ?? '');
    const broken = { get: tasks.get.bind(tasks), update: () => Promise.reject(new Error('no answer')) };
    Object.assign(ports, { tasks: Object.assign(Object.create(tasks), broken) });
    await expect(world.act(caseId, steps.review)).rejects.toThrow('no answer');
    Object.assign(ports, { tasks });
    await byStartCase(world, caseId);
    await world.runtime.settle();
    const rows = await tasks.byCase(caseId);
    expect(rows.map(({ kind, status, callback }) => `${kind} ${status} ${callback}`).sort()).toEqual([
      'decision OPEN WAITING',
      'review ENDED DELIVERED',
      'triage ENDED DELIVERED',
    ]);
    await world.act(caseId, steps.decision);
    expect(await outcomeOf(world, caseId)).toEqual(outcome);
  });
});
