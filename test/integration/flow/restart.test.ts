import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaseId } from '../../../core/ids.ts';
import { receiveReport } from '../../../core/use-cases/receive-report.ts';
import { parsedReport } from '../../support/memory/walk.ts';
import { steps } from '../../support/sample-report.ts';
import { outcomeOf } from './compare.ts';
import { type KillingWorld, play, scripts, startKillingWorld } from './fast-forward.harness.ts';

/** The runtime is closed and started again on its folder, each time in another moment of the case. */
test('a restart at any moment changes nothing about how a case ends', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tertib-restart-'));
  let world: KillingWorld = await startKillingWorld(folder);
  const schedules = new Set<string>();
  const restart = async (): Promise<void> => {
    for (const name of world.schedules) schedules.add(name);
    await world.close();
    world = await startKillingWorld(folder);
    await world.runtime.redrive();
    await world.runtime.settle();
  };
  const outcome = await outcomeOf(world, await play(world, scripts.sanctioned));

  // Right after the answer, while the flow runs.
  const { ports } = world.runtime;
  const received = await receiveReport(ports, { report: parsedReport(), channel: 'API' });
  if (received.kind !== 'filed') throw new Error('not filed');
  const caseId: CaseId = received.filed.caseNumber;
  await restart();
  for (const fields of [steps.triage, steps.review, steps.decision]) {
    // While a person is awaited.
    await restart();
    await world.act(caseId, fields);
    // Right after the act.
    await restart();
  }
  for (const name of world.schedules) schedules.add(name);
  expect((await world.state(caseId)).closed?.reason).toBe('SANCTIONED');
  expect(await outcomeOf({ ...world, schedules }, caseId)).toEqual(outcome);
  await world.close();
  await rm(folder, { recursive: true, force: true });
});
