import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { receiveReport } from '../../../core/use-cases/receive-report.ts';
import { marchClock } from '../../support/march-clock.ts';
import { parsedReport } from '../../support/memory/walk.ts';
import { steps } from '../../support/sample-report.ts';
import { outcomeOf } from './compare.ts';
import { type KillingWorld, play, scripts, startKillingWorld } from './fast-forward.harness.ts';

let folder: string;
let world: KillingWorld;
const clock = marchClock();
const schedules = new Set<string>();
const sent: string[] = [];

const remember = (): void => {
  for (const name of world.schedules) schedules.add(name);
  sent.push(...world.sent);
};
const restart = async (): Promise<void> => {
  remember();
  await world.close();
  world = await startKillingWorld({ folder, realNow: clock });
  await world.runtime.redrive();
  await world.runtime.settle();
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tertib-restart-'));
  world = await startKillingWorld({ folder, realNow: clock });
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

test('a restart of the whole system at any moment changes nothing about how a case ends', async () => {
  const outcome = await outcomeOf(world, await play(world, scripts.sanctioned));

  // Right after the answer, while the flow runs.
  const received = await receiveReport(world.runtime.ports, { report: parsedReport(), channel: 'API' });
  if (received.kind !== 'filed') throw new Error('not filed');
  const { caseNumber: caseId } = received.filed;
  await restart();
  for (const fields of [steps.triage, steps.review, steps.decision]) {
    // While a person is awaited.
    await restart();
    await world.act(caseId, fields);
    // Right after the act.
    await restart();
  }
  remember();
  expect((await world.state(caseId)).closed?.reason).toBe('SANCTIONED');
  expect(await outcomeOf({ ...world, schedules, sent }, caseId)).toEqual(outcome);
}, 20_000);
