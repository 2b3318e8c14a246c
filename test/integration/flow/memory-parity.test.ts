import type { CaseEvent } from '../../../core/case/events.ts';
import { closeCaseStep } from '../../../core/use-cases/close-case.ts';
import { Walk } from '../../support/memory/walk.ts';
import { steps } from '../../support/sample-report.ts';
import { comparable } from './compare.ts';
import { play, scripts, startKillingWorld } from './fast-forward.harness.ts';

const told = (events: readonly CaseEvent[]): unknown =>
  comparable(
    events.map(({ seq, type, actor, commandId, data }) => ({
      seq,
      type,
      actor,
      commandId,
      data: 'signature' in data ? { ...data, signature: '' } : data,
    })),
  );

test('a case walked in the world of plain data has the trail that the whole system gives it', async () => {
  const walk = await (await (await Walk.file()).suggest()).open('triage');
  // The officers differ by case number; in the whole system below there is one.
  const world = await startKillingWorld();
  try {
    await (await walk.acted(steps.triage)).open('review');
    await (await walk.acted(steps.review)).open('decision');
    await (await (await walk.acted(steps.decision)).issue()).notify();
    await closeCaseStep(walk.ports, await walk.place());
    const caseId = await play(world, scripts.sanctioned);
    const officer = (events: readonly CaseEvent[]) =>
      JSON.parse(JSON.stringify(events).replaceAll(/19850101201001200\d|19860101201101200\d/g, 'OFFICER'));
    expect(told(officer(await walk.ports.trail.read(walk.caseId)))).toEqual(told(officer(await world.events(caseId))));
  } finally {
    await world.close();
  }
});
