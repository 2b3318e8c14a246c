import type { CaseState } from '../../../core/case/state.ts';
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
  test.each(names)('killed once on entering %s, found by the sweep', async (state) => {
    const here = worldOf(through(state));
    const outcome = await undisturbedOutcome(through(state));
    here.killAt(state, 1);
    const caseId = await play(here, through(state), { revive: bySweep });
    expect(here.killed).toHaveLength(1);
    expect(await outcomeOf(here, caseId)).toEqual(outcome);
  });

  // Not where an execution ends, where a choice is over at once, nor where the next execution goes straight to what follows.
  const once = ['NotifyAppeal'];
  const again = states.flatMap(([name, { Type }]) =>
    ['Task', 'Map'].includes(Type) && !once.includes(name) ? [name] : [],
  );
  test.each(again)('killed twice on entering %s, replaced by hand', async (state) => {
    const here = worldOf(through(state));
    const outcome = await undisturbedOutcome(through(state));
    here.killAt(state, 2);
    const caseId = await play(here, through(state), { revive: byStartCase });
    expect(here.killed).toHaveLength(2);
    expect(await outcomeOf(here, caseId)).toEqual(outcome);
  });

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

/** Whether an execution waits in this state: for the task of its kind, which is the respondent's own where nobody else has one. */
const waitsIn = (state: string, { openTask, respondentTask }: CaseState): boolean =>
  (openTask ?? respondentTask)?.kind === kindOf(state);

describe('an execution that dies while a person works', () => {
  const moments = ['before', 'after'] as const;

  test.each(callbacks.flatMap((state) => moments.map((moment) => [state, moment] as const)))(
    'in %s is replaced %s the act, and the case ends as if nothing had happened',
    async (state, moment) => {
      const here = worldOf(through(state));
      const { runtime } = here;
      const outcome = await undisturbedOutcome(through(state));
      let killed = 0;
      const caseId = await play(here, through(state), {
        between: async (found) => {
          if (killed > 0 || !waitsIn(state, await here.state(found))) return;
          killed += 1;
          runtime.engine.stop((await runtime.ports.cases.get(found))?.execution?.name ?? '');
          if (moment === 'before') await runtime.redrive();
          await runtime.settle();
        },
      });
      expect(killed).toBe(1);
      expect(await outcomeOf(here, caseId)).toEqual(outcome);
    },
  );

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
