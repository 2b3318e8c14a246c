import { plusMs } from '../../../../core/time.ts';
import { actOnTask } from '../../../../core/use-cases/act-on-task.ts';
import { fireTaskTimer } from '../../../../core/use-cases/fire-task-timer.ts';
import { openTaskStep } from '../../../../core/use-cases/open-task.ts';
import type { Ports } from '../../../../core/use-cases/ports.ts';
import { memoryPorts } from '../../../support/memory/ports.ts';
import { Walk } from '../../../support/memory/walk.ts';
import { steps } from '../../../support/sample-report.ts';

const review = async (token = 'first'): Promise<Walk> =>
  (await (await (await (await Walk.file()).suggest()).open('triage')).acted(steps.triage)).open('review', token);

const escalate = async (walk: Walk): Promise<void> => {
  const { taskId, dueAt } = await walk.openTask();
  walk.store.now = plusMs(dueAt, 1000);
  expect(await fireTaskTimer(memoryPorts(walk.store), { kind: 'task-due', caseId: walk.caseId, taskId })).toBe(
    'ESCALATED',
  );
};

/** Lets something happen right before the first call of a port's method, as if somebody else were quicker. */
const interrupted = (walk: Walk, port: 'tasks', method: 'update', happens: () => Promise<unknown>): Walk => {
  let pending = true;
  const standing = walk.ports[port];
  const interrupt: Ports['tasks']['update'] = async (row) => {
    if (pending) {
      pending = false;
      await happens();
    }
    return standing[method](row);
  };
  return walk.with({ ...walk.ports, [port]: { ...standing, [method]: interrupt } });
};

describe('the token of the execution that waits now', () => {
  test('goes with the task when it moves up the line, however often executions and holders changed before', async () => {
    const walk = await review('first');
    await escalate(walk);
    await walk.open('review', 'second');
    await escalate(walk);
    await walk.open('review', 'third');
    await escalate(walk);
    await walk.acted(steps.review);
    expect([...walk.store.callbacks.keys()].at(-1)).toBe('review:third');
    expect(walk.store.waiting.size).toBe(0);
  });

  test('is answered, where the act comes while the token is being stored', async () => {
    const walk = await review('first');
    const quick = interrupted(walk, 'tasks', 'update', () => walk.acted(steps.review));
    expect(await quick.stand('review', 'second')).toMatchObject({ outcome: 'PROCEED', round: 1 });
    expect(walk.store.callbacks.get('review:second')).toMatchObject({ outcome: 'PROCEED' });
    expect(walk.store.waiting.size).toBe(0);
  });

  test('is answered with the word of an act after which the same is asked again', async () => {
    const walk = await review('first');
    const changes = { outcome: 'CHANGE_TRACK', track: 'ETHICS' };
    const quick = interrupted(walk, 'tasks', 'update', () => walk.acted(changes));
    expect(await quick.stand('review', 'second')).toMatchObject({ outcome: 'CHANGE_TRACK', round: 1 });
    expect(walk.store.callbacks.get('review:second')).toMatchObject({ outcome: 'CHANGE_TRACK' });
    expect((await walk.state()).openTask).toBeUndefined();
  });

  test('reaches the new holder, where the task moves on while the token is being stored', async () => {
    const walk = await review('first');
    const moved = interrupted(walk, 'tasks', 'update', () => escalate(walk));
    expect(await moved.stand('review', 'second')).toMatchObject({ outcome: 'OPENED' });
    await walk.acted(steps.review);
    expect(walk.store.callbacks.get('review:second')).toMatchObject({ outcome: 'PROCEED' });
    expect(walk.store.waiting.size).toBe(0);
  });

  test('is not lost, where the execution joins between the act and its callback', async () => {
    const walk = await review('first');
    const form = await walk.form(steps.review);
    const joining = interrupted(walk, 'tasks', 'update', () => walk.stand('review', 'second'));
    expect(await actOnTask(joining.ports, form)).toEqual({ kind: 'done', outcome: 'PROCEED' });
    expect(walk.store.callbacks.get('review:second')).toMatchObject({ outcome: 'PROCEED' });
    expect(walk.store.waiting.size).toBe(0);
  });
});

describe('a step that was taken', () => {
  test('is not taken again: the next execution gets its outcome and the round that follows from it', async () => {
    const walk = await review();
    const { round } = await walk.state();
    await walk.acted({ outcome: 'MORE_EVIDENCE' });
    const events = (await walk.ports.trail.read(walk.caseId)).length;
    walk.store.waiting.add('review:late');
    const place = { ...(await walk.place()), round };
    expect(await openTaskStep(walk.ports, { ...place, kind: 'review', taskToken: 'review:late' })).toMatchObject({
      outcome: 'MORE_EVIDENCE',
      round: round + 1,
    });
    expect((await walk.ports.trail.read(walk.caseId)).length).toBe(events);
  });
});
