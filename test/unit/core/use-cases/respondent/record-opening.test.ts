import { openTaskOf } from '../../../../../core/case/state.ts';
import { recordOpening } from '../../../../../core/use-cases/respondent/record-opening.ts';
import { linkSecret } from '../../../../../core/use-cases/task-link.ts';
import { liveTask } from '../../../../../core/use-cases/visit-link.ts';
import type { Walk } from '../../../../support/memory/walk.ts';
import { nips } from '../../../../support/sample-staff.ts';
import { lawRefuses } from '../refusals.ts';
import { change, examination, instant, remedy } from '../worlds.ts';

const opened = async (walk: Walk): Promise<Walk> => {
  const { respondentTask: task } = await walk.state();
  if (task === undefined) throw new Error('the respondent has no page');
  const live = await liveTask(walk.ports, { taskId: task.taskId, secret: await linkSecret(walk.ports, task.taskId) });
  if (live === undefined) throw new Error('the link does not live');
  await recordOpening(walk.ports, live);
  return walk;
};
const served = async (walk: Walk) => (await walk.state()).summonsesServed;

describe('a summons that waits on the respondent’s page', () => {
  it('has arrived when they let themselves in, once', async () => {
    const walk = await opened(await opened(await examination()));
    expect(await served(walk)).toMatchObject([{ session: 1, manner: 'OPENED', servedOn: '2026-03-02' }]);
  });

  it('needs no other proof, when they do not come', async () => {
    const walk = (await opened(await examination())).at(instant('2026-03-11T02:00:00.000Z'));
    await walk.through({ outcome: 'ABSENT' });
    expect((await walk.state()).absences).toMatchObject([{ proof: { manner: 'OPENED', servedOn: '2026-03-02' } }]);
    expect((await walk.state()).summonses.at(-1)).toMatchObject({ ordinal: 2 });
  });

  it('is not proven by a page that was opened after the set time', async () => {
    const walk = (await examination()).at(instant('2026-03-11T03:00:00.000Z'));
    await opened(walk);
    expect(await lawRefuses(walk, { outcome: 'ABSENT' })).toEqual({
      code: 'SUMMONS_NOT_PROVEN',
      path: 'serviceMethod',
      citesALaw: true,
    });
  });

  it('arrives anew with the second summons', async () => {
    const walk = (await opened(await examination())).at(instant('2026-03-11T02:00:00.000Z'));
    await walk.through({ outcome: 'ABSENT' });
    await opened(walk);
    expect((await served(walk)).map(({ session }) => session)).toEqual([1, 2]);
    walk.at(instant('2026-03-27T02:00:00.000Z'));
    await walk.through({ outcome: 'ABSENT', impact: 'AGENCY' });
    expect((await walk.state()).status).toBe('DECISION');
  });

  it('has nothing to do with the page after a decision', async () => {
    const walk = await opened(await remedy());
    expect(await served(walk)).toEqual([]);
  });
});

describe('the link of a respondent', () => {
  it('lives for them only: not once they are inactive, or the case is about somebody else', async () => {
    const walk = await examination();
    const { taskId } = await walk.taskOf('response');
    const link = { taskId, secret: await linkSecret(walk.ports, taskId) };
    expect(await liveTask(walk.ports, link)).toMatchObject({ official: { nip: nips.employee } });
    change(walk, nips.employee, { active: false });
    expect(await liveTask(walk.ports, link)).toBeUndefined();
  });

  it('does not open the official’s task, which has a link of its own', async () => {
    const walk = await examination();
    const { taskId } = await walk.taskOf('response');
    const { taskId: official } = await walk.openTask();
    const secret = await linkSecret(walk.ports, taskId);
    expect(await liveTask(walk.ports, { taskId: official, secret })).toBeUndefined();
    expect(openTaskOf(await walk.state(), taskId)?.kind).toBe('response');
  });

  it('is not needed: whoever has no mailbox is summoned all the same', async () => {
    const walk = await examination();
    change(walk, nips.employee, { mail: undefined });
    await walk.through({ outcome: 'RESCHEDULE', examinationOn: '2026-03-13' });
    expect((await walk.state()).openTask).toMatchObject({ kind: 'examination', session: 2 });
  });
});
