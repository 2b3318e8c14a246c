import { steps } from '../../support/case-world.ts';
import { kindOf } from '../../support/memory/flow.ts';
import { definition, isCallback, statesOf } from '../../unit/statemachines/asl.ts';
import { outcomeOf } from './compare.ts';
import {
  byStartCase,
  bySweep,
  type KillingWorld,
  perform,
  play,
  type Revive,
  type Script,
  scripts,
  startKillingWorld,
  wayThrough,
} from './fast-forward.harness.ts';

let world: KillingWorld;
/** Where the clock goes on by months. */
let patient: KillingWorld;
const worldOf = (script: Script): KillingWorld => (script.patient === true ? patient : world);

const undisturbed = new Map<Script, Promise<unknown>>();
const undisturbedOutcome = (script: Script): Promise<unknown> => {
  const here = worldOf(script);
  here.letLive();
  const known = undisturbed.get(script) ?? play(here, script).then((caseId) => outcomeOf(here, caseId));
  undisturbed.set(script, known);
  return known;
};

beforeAll(async () => {
  [world, patient] = await Promise.all([startKillingWorld(), startKillingWorld()]);
});
afterAll(() => Promise.all([world.close(), patient.close()]));

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
  /** Where a choice is over at once, an execution ends, or the next one goes straight to what follows, it is killed once. */
  const killsIn = (name: string, type: string): number =>
    ['Task', 'Map'].includes(type) && name !== 'NotifyAppeal' ? 2 : 1;

  test.each(states.map(([name, { Type }]) => [name, killsIn(name, Type)] as const))(
    'killed on entering %s: %i times, found by the sweep, and then replaced by hand',
    async (state, times) => {
      const here = worldOf(through(state));
      const outcome = await undisturbedOutcome(through(state));
      here.killAt(state, times);
      const revive: Revive = (...given) => (here.killed.length < 2 ? bySweep : byStartCase)(...given);
      const caseId = await play(here, through(state), { revive });
      expect(here.killed).toHaveLength(times);
      expect(await outcomeOf(here, caseId)).toEqual(outcome);
    },
  );

  test('killed on the first entry into each state, over five rounds', async () => {
    const outcome = await undisturbedOutcome(scripts.everything);
    world.killEverywhere();
    const caseId = await play(world, scripts.everything);
    world.letLive();
    expect(world.killed.length).toBeGreaterThanOrEqual(35);
    expect(await outcomeOf(world, caseId)).toEqual(outcome);
    expect((await world.state(caseId)).round).toBe(5);
  }, 90_000);
});

describe('an execution that dies while a person works', () => {
  /** Together these wait for everybody whom the definition waits for. */
  const waiting = {
    asked: scripts.asked,
    teamed: scripts.teamed,
    told: scripts.told,
    annulled: scripts.annulled,
    executed: scripts.executed,
  };
  type Moment = 'before' | 'after';
  const waitedFor: Record<Moment, Set<string>> = { before: new Set(), after: new Set() };
  const moments: Moment[] = ['before', 'after'];

  test.each(
    Object.entries(waiting).flatMap(([name, script]) => moments.map((moment) => [name, moment, script] as const)),
  )(
    'in a case that is %s is replaced %s each act, and the case ends as if nothing had happened',
    async (_name, moment, script) => {
      const here = worldOf(script);
      const { runtime } = here;
      const outcome = await undisturbedOutcome(script);
      const caseId = await play(here, script, {
        between: async (found) => {
          const { openTask, respondentTask } = await here.state(found);
          const kind = (openTask ?? respondentTask)?.kind ?? 'nobody';
          if (waitedFor[moment].has(kind)) return;
          waitedFor[moment].add(kind);
          runtime.engine.stop((await runtime.ports.cases.get(found))?.execution?.name ?? '');
          if (moment === 'before') await runtime.redrive();
          await runtime.settle();
        },
      });
      expect(await outcomeOf(here, caseId)).toEqual(outcome);
    },
  );

  test.each(moments)('everybody has been waited for %s an act', (moment) => {
    expect([...waitedFor[moment]].sort()).toEqual(callbacks.map((state) => kindOf(state)).sort());
  });

  test('with the act on record and nothing else done: the next one passes through, and closes the row of the task', async () => {
    const outcome = await undisturbedOutcome(scripts.dismissed);
    const { ports, engine } = world.runtime;
    const { tasks } = ports;
    const { caseId, receiptCode } = await world.file();
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
      'examination OPEN WAITING',
      'response OPEN WAITING',
      'review ENDED DELIVERED',
      'triage ENDED DELIVERED',
    ]);
    for (const turn of (await scripts.dismissed.turns()).slice(2)) await perform(world, { caseId, receiptCode }, turn);
    expect(await outcomeOf(world, caseId)).toEqual(outcome);
  });
});
