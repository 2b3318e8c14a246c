import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { receiveReport } from '../../../core/use-cases/receive-report.ts';
import { marchClock } from '../../support/march-clock.ts';
import { parsedReport } from '../../support/memory/walk.ts';
import { outcomeOf } from './compare.ts';
import { type KillingWorld, perform, play, scripts, startKillingWorld } from './fast-forward.harness.ts';

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
  const script = scripts.annulled;
  const outcome = await outcomeOf(world, await play(world, script));

  // Right after the answer, while the flow runs.
  const received = await receiveReport(world.runtime.ports, { report: parsedReport(), channel: 'API' });
  if (received.kind !== 'filed') throw new Error('not filed');
  const { caseNumber: caseId, receiptCode } = received.filed;
  await restart();
  for (const turn of await script.turns()) {
    await perform(world, { caseId, receiptCode }, turn);
    // Right after the act, and while the next person is awaited.
    await restart();
  }
  remember();
  expect((await world.state(caseId)).closed?.reason).toBe('ANNULLED');
  expect(await outcomeOf({ ...world, schedules, sent }, caseId)).toEqual(outcome);
}, 60_000);
