import { closeCaseStep } from '../../../../../core/use-cases/close-case.ts';
import { fireTaskTimer } from '../../../../../core/use-cases/fire-task-timer.ts';
import { steps } from '../../../../support/sample-report.ts';
import { lawRefuses } from '../refusals.ts';
import { execution, instant } from '../worlds.ts';

/** Received on 2 March 2026, effective on 30 March, served for six months. */
const ENDS_ON = '2026-09-29';
const onDay = async (day: string) => (await execution()).at(instant(`${day}T02:00:00.000Z`));

describe('a sanction that is served for months', () => {
  it('is followed to its last day', async () => {
    const state = await (await execution()).state();
    expect(state.effects).toMatchObject([{ effectiveOn: '2026-03-30', endsOn: ENDS_ON }]);
    expect(state.openTask).toMatchObject({ kind: 'execution' });
  });

  it.each([
    ['2026-09-28', undefined],
    ['2026-09-30', '2026-09-28'],
  ])('is not over on %s, given back on %s', async (day, restoredOn) => {
    expect(await lawRefuses(await onDay(day), { outcome: 'COMPLETED', restoredOn })).toEqual({
      code: 'EXECUTION_NOT_OVER',
      path: 'restoredOn',
      citesALaw: true,
    });
  });

  it('is not given back tomorrow', async () => {
    expect(await lawRefuses(await onDay('2026-09-30'), { outcome: 'COMPLETED', restoredOn: '2026-10-01' })).toEqual({
      code: 'SERVICE_IN_FUTURE',
      path: 'restoredOn',
      citesALaw: true,
    });
  });

  it('cannot be closed before its end is recorded', async () => {
    const walk = await onDay('2026-12-01');
    await expect(closeCaseStep(walk.ports, await walk.place())).rejects.toMatchObject({ name: 'IllegalTransition' });
  });

  it.each([ENDS_ON, '2026-10-05'])('is over on %s, and the case with it', async (day) => {
    const walk = await (await onDay(day)).through(steps.execution);
    const state = await walk.state();
    expect([state.status, state.closed?.reason]).toEqual(['CLOSED', 'SANCTIONED']);
    expect(state.executions).toMatchObject([{ restoredOn: day }]);
  });

  it('is reminded of thirty days before it ends, once, by mail', async () => {
    const walk = await execution();
    const { taskId, remindAt } = await walk.openTask();
    expect(remindAt.slice(0, 10)).toBe('2026-08-30');
    walk.at(remindAt);
    const ring = () => fireTaskTimer(walk.ports, { kind: 'task-remind', caseId: walk.caseId, taskId });
    await ring();
    await ring();
    expect((await walk.ports.trail.read(walk.caseId)).filter(({ type }) => type === 'TaskReminded')).toHaveLength(1);
    expect([...walk.store.mails.keys()].filter((id) => id.startsWith(`taskReminded:${taskId}`))).toHaveLength(1);
  });

  it('whose end nobody records is somebody’s silence, and goes to the next', async () => {
    const walk = await execution();
    expect(await walk.lapse('execution')).toBe('ESCALATED');
    expect((await walk.state()).silences).toMatchObject([{ kind: 'execution' }]);
    await walk.through(steps.execution);
    expect((await walk.state()).closed?.reason).toBe('SANCTIONED');
  });
});
