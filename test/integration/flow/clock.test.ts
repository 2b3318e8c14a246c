import type { EventData } from '../../../core/case/events.ts';
import type { CaseId } from '../../../core/ids.ts';
import type { Log } from '../../../core/ports.ts';
import { fireTaskTimer } from '../../../core/use-cases/fire-task-timer.ts';
import { type CaseWorld, startWorld, steps } from '../../support/case-world.ts';
import { marchClock } from '../../support/march-clock.ts';
import { nips } from '../../support/sample-staff.ts';
import { quickLetters } from '../../support/with-ports.ts';
import { finish } from './onward.ts';

let world: CaseWorld;
const errors: string[] = [];
const log: Log = {
  info: () => {},
  warn: () => {},
  error: (event, error) => void errors.push(`${event} ${String(error)}`),
};

const fresh = async (): Promise<CaseWorld> => {
  const started = await startWorld({ realNow: marchClock(), log });
  Object.assign(started.runtime.ports, quickLetters);
  return started;
};
beforeAll(async () => {
  world = await fresh();
});
afterAll(() => world.close());

const openTask = async (caseId: CaseId, { state } = world) => {
  const { openTask: task } = await state(caseId);
  if (task === undefined) throw new Error('no open task');
  return task;
};
const holder = async (caseId: CaseId): Promise<string> => {
  const { assignee } = await openTask(caseId);
  return assignee.kind === 'official' ? assignee.nip : assignee.kind;
};
const dataOf = async <T extends keyof EventData>(caseId: CaseId, type: T) =>
  (await world.events(caseId)).filter((event) => event.type === type).map(({ data, at }) => ({ ...data, at }));
const mails = (about: string) =>
  world.runtime.mail.inbox.list().filter(({ headers }) => headers['x-tertib-mail-id']?.includes(about));

// In this order: the clock of a world only goes forward.
describe('the clock of a task', () => {
  test('reminds the holder one working day before the due date, once, by mail', async () => {
    const { caseId } = await world.file();
    const task = await openTask(caseId);
    // Monday 2 March, 09:00 in Jakarta: three working days end on Thursday.
    expect([task.remindAt.slice(0, 10), task.dueAt.slice(0, 10)]).toEqual(['2026-03-04', '2026-03-05']);
    await world.runtime.moveClock({ set: '2026-03-03T23:00:00.000Z' });
    expect(await dataOf(caseId, 'TaskReminded')).toEqual([]);
    await world.runtime.moveClock({ set: task.remindAt });
    expect(await dataOf(caseId, 'TaskReminded')).toMatchObject([{ taskId: task.taskId }]);
    const [reminder, ...others] = mails(`taskReminded:${task.taskId}`);
    expect(others).toEqual([]);
    const [first] = mails(`taskOpened:${task.taskId}`);
    expect(reminder?.to).toBe(first?.to);
    const link = /https?:\S+/.exec(first?.text ?? '')?.[0] ?? 'no link';
    expect(reminder?.text).toContain(link);
    await world.act(caseId, steps.triage);
    await world.act(caseId, { outcome: 'DISMISS' });
  });

  test('is silent once the task is done', async () => {
    const { caseId } = await world.file();
    const { taskId, dueAt } = await openTask(caseId);
    await world.act(caseId, { outcome: 'REJECT' });
    const before = await world.events(caseId);
    await world.runtime.moveClock({ set: dueAt });
    await world.runtime.moveClock({ advance: 'P1D' });
    for (const kind of ['task-remind', 'task-due'] as const) {
      expect(await fireTaskTimer(world.runtime.ports, { kind, caseId, taskId })).toBe('STALE');
    }
    expect(await world.events(caseId)).toEqual(before);
    expect(mails(`taskReminded:${taskId}`)).toEqual([]);
  });

  test('does not count the holidays of Lebaran 2026', async () => {
    await world.runtime.moveClock({ set: '2026-03-16T02:00:00.000Z' });
    const { caseId } = await world.file();
    const { remindAt, dueAt } = await openTask(caseId);
    // 18 to 24 March are holidays and joint leave; 21 and 22 a weekend.
    expect([remindAt.slice(0, 10), dueAt.slice(0, 10)]).toEqual(['2026-03-25', '2026-03-26']);
    await world.runtime.moveClock({ set: '2026-03-24T20:00:00.000Z' });
    expect(await dataOf(caseId, 'TaskReminded')).toEqual([]);
    await world.runtime.moveClock({ set: dueAt });
    expect(await dataOf(caseId, 'TaskEscalated')).toHaveLength(1);
    await world.act(caseId, { outcome: 'REJECT' });
  });

  test('hands a silent triage to the other officer, then up the line, and names each who was silent', async () => {
    const { caseId } = await world.file();
    const first = await holder(caseId);
    const second = first === nips.triageOne ? nips.triageTwo : nips.triageOne;
    for (const next of [second, nips.head, nips.ppk]) {
      await world.runtime.moveClock({ set: (await openTask(caseId)).dueAt });
      expect(await holder(caseId)).toBe(next);
    }
    expect(await dataOf(caseId, 'TaskEscalated')).toMatchObject([
      { silent: first, to: second },
      { silent: second, to: nips.head },
      { silent: nips.head, to: nips.ppk },
    ]);
    await world.act(caseId, { outcome: 'REJECT' });
  });

  test('moves a silent review up to the top, where the silence is recorded and the task stays', async () => {
    const { caseId } = await world.file();
    await world.act(caseId, steps.triage);
    const firstTask = await openTask(caseId);
    for (const next of [nips.division, nips.head, nips.ppk, nips.ppk, nips.ppk]) {
      await world.runtime.moveClock({ set: (await openTask(caseId)).dueAt });
      expect(await holder(caseId)).toBe(next);
    }
    expect((await dataOf(caseId, 'TaskEscalated')).map((data) => 'silent' in data && data.silent)).toEqual([
      nips.section,
      nips.division,
      nips.head,
    ]);
    const task = await openTask(caseId);
    expect(await dataOf(caseId, 'TaskExpired')).toMatchObject([
      { silent: 'official', nip: nips.ppk, taskId: task.taskId },
      { silent: 'official', nip: nips.ppk, taskId: task.taskId },
    ]);
    // Each period of the last holder has a reminder of its own; the links of those before are dead.
    expect(mails(`taskReminded:${task.taskId}`)).toHaveLength(2);
    expect((await world.runtime.ports.tasks.get(firstTask.taskId))?.status).toBe('ENDED');
    // The flow still waits: the act of the last holder moves it.
    expect(await world.act(caseId, steps.review)).toMatchObject({ kind: 'done' });
    expect((await openTask(caseId)).kind).toBe('examination');
    await finish(world, caseId);
    expect((await world.state(caseId)).closed).toBeDefined();
  });

  test('lets the case go on without the silent reporter', async () => {
    const { caseId } = await world.file();
    await world.act(caseId, { outcome: 'ASK_REPORTER' });
    await world.runtime.moveClock({ set: (await openTask(caseId)).dueAt });
    expect(await dataOf(caseId, 'TaskExpired')).toMatchObject([{ silent: 'reporter' }]);
    const state = await world.state(caseId);
    expect([state.status, state.round, state.openTask?.kind]).toEqual(['TRIAGE', 2, 'triage']);
    await world.act(caseId, { outcome: 'REJECT' });
  });

  test('rung by two bells at once escalates once, with one task and one mail', async () => {
    const { caseId } = await world.file();
    const { dueAt, taskId } = await openTask(caseId);
    const { ports } = world.runtime;
    const clock = { now: () => dueAt };
    const target = { kind: 'task-due', caseId, taskId } as const;
    const rung = await Promise.all([1, 2, 3, 4].map(() => fireTaskTimer({ ...ports, clock }, target)));
    expect(rung).toContain('ESCALATED');
    const [escalated, ...others] = await dataOf(caseId, 'TaskEscalated');
    expect(others).toEqual([]);
    const open = (await ports.tasks.byCase(caseId)).filter(({ status }) => status === 'OPEN');
    expect(open.map((row) => row.taskId)).toEqual([
      escalated !== undefined && 'newTaskId' in escalated && escalated.newTaskId,
    ]);
    expect(mails((await openTask(caseId)).taskId)).toHaveLength(1);
    await world.act(caseId, { outcome: 'REJECT' });
  });

  test('and a bell at the same moment as the act: one of them wins, and the case goes on from there', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { caseId } = await world.file();
      const { dueAt, taskId } = await openTask(caseId);
      const clock = { now: () => dueAt };
      const [acted] = await Promise.all([
        world.act(caseId, { outcome: 'REJECT' }),
        fireTaskTimer({ ...world.runtime.ports, clock }, { kind: 'task-due', caseId, taskId }),
      ]);
      await world.runtime.settle();
      const state = await world.state(caseId);
      const escalated = (await dataOf(caseId, 'TaskEscalated')).length;
      expect(acted.kind === 'done' ? [state.closed?.reason, escalated] : [state.openTask?.kind, escalated]).toEqual(
        acted.kind === 'done' ? ['REJECTED', 0] : ['triage', 1],
      );
      if (acted.kind !== 'done') await world.act(caseId, { outcome: 'REJECT' });
    }
  });

  test('that is moved a year on rings at every due date on the way, and the case can still be decided', async () => {
    errors.length = 0;
    const { caseId } = await world.file();
    await world.act(caseId, steps.triage);
    const begun = (await world.events(caseId)).length;
    await world.runtime.moveClock({ advance: 'P1Y' });
    const rung = (await world.events(caseId)).slice(begun);
    expect(rung.filter(({ type }) => type === 'TaskExpired').length).toBeGreaterThan(20);
    expect(rung.every(({ at }, index) => at >= (rung[index - 1]?.at ?? ''))).toBe(true);
    expect(errors).toEqual([]);
    expect((await openTask(caseId)).dueAt > world.runtime.clock.now()).toBe(true);
    await finish(world, caseId);
    expect((await world.state(caseId)).closed?.reason).toBe('ANNULLED');
  });

  test('cannot be moved back', async () => {
    await expect(world.runtime.moveClock({ set: '2026-03-02T02:00:00.000Z' })).rejects.toMatchObject({
      name: 'ClockMovedBackwards',
    });
  });

  test('that leaves the years whose holidays are loaded says so, and nothing is lost', async () => {
    errors.length = 0;
    const { caseId } = await world.file();
    await world.runtime.moveClock({ set: '2029-01-08T02:00:00.000Z' });
    expect(errors.some((error) => error.includes('CalendarNotCovered'))).toBe(true);
    expect((await openTask(caseId)).kind).toBe('triage');
    expect(await world.act(caseId, { outcome: 'REJECT' })).toMatchObject({ kind: 'done' });
    const late = await world.file();
    const state = await world.state(late.caseId);
    expect(state.parkedAt).toBeDefined();
    expect((await world.events(late.caseId)).at(-1)).toMatchObject({
      type: 'CaseParked',
      data: { error: 'CalendarNotCovered' },
    });
  });
});
