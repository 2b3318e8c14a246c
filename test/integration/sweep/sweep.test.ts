import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient } from '../../../adapters/dynamo/document-client.ts';
import { tableName } from '../../../adapters/dynamo/tables.ts';
import { rowOf } from '../../../core/case/row.ts';
import type { CaseId } from '../../../core/ids.ts';
import type { Log } from '../../../core/ports.ts';
import { agencySettingsSchema } from '../../../core/rules/agency-settings.ts';
import { type CheckerName, checkerNames, sweep } from '../../../core/sweep/sweep.ts';
import { type CaseWorld, lightly, startWorld, steps } from '../../support/case-world.ts';
import { marchClock } from '../../support/march-clock.ts';
import { agency, nips } from '../../support/sample-staff.ts';
import { down, quickLetters, withPorts } from '../../support/with-ports.ts';
import { finish as finishCase } from '../flow/onward.ts';

let folder: string;
let world: CaseWorld;
const logged: string[] = [];
const log: Log = {
  info: () => {},
  warn: () => {},
  error: (event, _error, facts) => void logged.push(`${event} ${facts?.what}`),
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tertib-sweep-'));
  world = await startWorld({ folder, log, realNow: marchClock() });
  Object.assign(world.runtime.ports, quickLetters);
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

/** Only the repairs that were made. */
const swept = async (minAgeMs = 0): Promise<Partial<Record<CheckerName, number>>> => {
  await world.runtime.settle();
  const counts = await sweep(world.runtime.ports, { minAgeMs, maxCases: 1000 });
  await world.runtime.settle();
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
};

const broken = <T>(replaced: Parameters<typeof withPorts>[1], work: () => Promise<T>): Promise<T> =>
  withPorts(world.runtime.ports, replaced, work);
const executionOf = async (caseId: CaseId): Promise<string> =>
  (await world.runtime.ports.cases.get(caseId))?.execution?.name ?? 'none';
const kill = async (caseId: CaseId): Promise<void> => world.runtime.engine.stop(await executionOf(caseId));
const mailsOf = (about: string): string[] =>
  world.runtime.mail.inbox.list().flatMap(({ headers }) => {
    const id = headers['x-tertib-mail-id'];
    return id?.includes(about) ? [id] : [];
  });
const openTask = async (caseId: CaseId) => {
  const { openTask: task } = await world.state(caseId);
  if (task === undefined) throw new Error('no open task');
  return task;
};
/** Acts until the case is over: it must not have been left behind anywhere. */
const finish = async (caseId: CaseId): Promise<void> => {
  await finishCase(world, caseId);
  expect((await world.state(caseId)).closed?.reason).toBe('ANNULLED');
};

test('every checker is known by name, and where nothing is broken none finds anything', async () => {
  expect([...checkerNames].sort()).toEqual([
    'callback-not-delivered',
    'capture-not-taken',
    'case-without-execution',
    'deadline-moved',
    'evidence-not-held',
    'evidence-not-released',
    'evidence-not-stamped',
    'notification-not-sent',
    'row-behind-trail',
    'scan-not-answered',
    'task-without-reminder',
  ]);
  const { caseId } = await world.file();
  expect(await swept()).toEqual({});
  await world.act(caseId, steps.triage);
  expect(await swept()).toEqual({});
  await finish(caseId);
  expect(await swept()).toEqual({});
});

describe('callback-not-delivered', () => {
  test('an act whose task row was never ended is called back, once', async () => {
    const { caseId } = await world.file();
    await broken({ tasks: { update: down } }, () => expect(world.act(caseId, steps.triage)).rejects.toThrow('down'));
    expect((await world.state(caseId)).openTask).toBeUndefined();
    expect(await swept()).toEqual({ 'callback-not-delivered': 1 });
    expect((await openTask(caseId)).kind).toBe('review');
    expect(await swept()).toEqual({});
    await finish(caseId);
  });

  test('an act whose callback did not reach the flow is called back, once', async () => {
    const { caseId } = await world.file();
    await broken({ workflow: { succeed: down } }, () =>
      expect(world.act(caseId, steps.triage)).rejects.toThrow('down'),
    );
    expect(await swept()).toEqual({ 'callback-not-delivered': 1 });
    expect((await openTask(caseId)).kind).toBe('review');
    expect(await swept()).toEqual({});
    await finish(caseId);
  });
});

describe('case-without-execution', () => {
  test('a case whose execution is gone gets one, once', async () => {
    const { caseId } = await world.file();
    await kill(caseId);
    expect(await swept()).toEqual({ 'case-without-execution': 1 });
    expect(await executionOf(caseId)).toBe(`${caseId}-2`);
    expect(await swept()).toEqual({});
    await finish(caseId);
  });

  test('a report whose flow could not be started is started', async () => {
    const { caseId } = await broken({ workflow: { start: down } }, () => world.file());
    expect((await world.state(caseId)).status).toBe('RECEIVED');
    expect(await swept()).toEqual({ 'case-without-execution': 1 });
    await finish(caseId);
  });

  test('a young case is left alone', async () => {
    const { caseId } = await world.file();
    await kill(caseId);
    expect(await swept(120_000)).toEqual({});
    await world.runtime.moveClock({ advance: 'PT2M' });
    expect(await swept(120_000)).toEqual({ 'case-without-execution': 1 });
    await finish(caseId);
  });
});

describe('case-without-execution, after a decision', () => {
  test('a case that waits for a remedy, or for it to be decided, gets an execution, once each', async () => {
    const { caseId } = await world.file();
    const { triage, review, examination, decision, service } = lightly;
    for (const fields of [triage, review, examination, decision, service]) await world.act(caseId, fields);
    await kill(caseId);
    expect(await swept()).toEqual({ 'case-without-execution': 1 });
    await world.ownAct(caseId, { outcome: 'FILE', grounds: 'Saya keberatan.' });
    await kill(caseId);
    expect(await swept()).toEqual({ 'case-without-execution': 1 });
    await finish(caseId);
  });

  test('a case whose remedy was decided, and nothing else done, takes effect', async () => {
    const { caseId } = await world.file();
    const { triage, review, examination, decision, service } = lightly;
    for (const fields of [{ ...triage, respondentNip: nips.section }, review, examination, decision, service])
      await world.act(caseId, fields);
    await world.ownAct(caseId, { outcome: 'FILE', grounds: 'Saya keberatan.' });
    await broken({ workflow: { succeed: async () => 'gone' } }, () => world.act(caseId, steps.appeal));
    await kill(caseId);
    expect(await swept()).toEqual({ 'case-without-execution': 1 });
    expect((await world.state(caseId)).closed?.reason).toBe('SANCTIONED');
    expect(await swept()).toEqual({});
  });
});

describe('task-without-reminder', () => {
  const withoutSchedules = { scheduler: { scheduleOnce: async () => {} } };

  test('a reminder whose schedule was lost is sent, once', async () => {
    const { caseId } = await broken(withoutSchedules, () => world.file());
    const task = await openTask(caseId);
    await world.runtime.moveClock({ set: task.remindAt });
    expect(await swept()).toEqual({ 'task-without-reminder': 1 });
    expect(mailsOf(`taskReminded:${task.taskId}`)).toHaveLength(1);
    expect(await swept()).toEqual({});
    expect((await world.events(caseId)).filter(({ type }) => type === 'TaskReminded')).toHaveLength(1);
    await finish(caseId);
  });

  test('a due date whose schedule was lost escalates, once', async () => {
    const { caseId } = await broken(withoutSchedules, () => world.file());
    await world.runtime.moveClock({ set: (await openTask(caseId)).dueAt });
    expect(await swept()).toEqual({ 'task-without-reminder': 1 });
    expect(await swept()).toEqual({});
    expect((await world.events(caseId)).filter(({ type }) => type === 'TaskEscalated')).toHaveLength(1);
    await finish(caseId);
  });

  test('a reminder that was recorded while mail was down is mailed later, once', async () => {
    const { caseId } = await world.file();
    const task = await openTask(caseId);
    await broken({ mailer: { send: down } }, () => world.runtime.moveClock({ set: task.remindAt }));
    expect((await openTask(caseId)).reminded).toBe(true);
    expect(mailsOf(`taskReminded:${task.taskId}`)).toEqual([]);
    expect(await swept()).toEqual({ 'task-without-reminder': 1 });
    expect(mailsOf(`taskReminded:${task.taskId}`)).toHaveLength(1);
    expect(await swept()).toEqual({});
    await finish(caseId);
  });

  test('a respondent whose schedules were lost is reminded, and their time ends, once each', async () => {
    const { caseId } = await world.file();
    await world.act(caseId, lightly.triage);
    await broken(withoutSchedules, () => world.act(caseId, lightly.review));
    const { respondentTask } = await world.state(caseId);
    const { remindAt = '', dueAt = '', taskId = '' } = respondentTask ?? {};
    for (const [set, type] of [
      [remindAt, 'TaskReminded'],
      [dueAt, 'TaskExpired'],
    ] as const) {
      await world.runtime.moveClock({ set });
      expect(await swept()).toEqual({ 'task-without-reminder': 1 });
      expect(await swept()).toEqual({});
      expect((await world.events(caseId)).filter((event) => event.type === type)).toHaveLength(1);
    }
    expect(mailsOf(`taskReminded:${taskId}`)).toHaveLength(1);
    await finish(caseId);
  });

  test('a reporter is never reminded, and the bell of their task does not ring at every run', async () => {
    const { caseId } = await world.file();
    await world.act(caseId, { outcome: 'ASK_REPORTER' });
    await world.runtime.moveClock({ set: (await openTask(caseId)).remindAt });
    expect(await swept()).toEqual({});
    expect((await world.events(caseId)).some(({ type }) => type === 'TaskReminded')).toBe(false);
    await world.runtime.moveClock({ set: (await openTask(caseId)).dueAt });
    expect((await openTask(caseId)).kind).toBe('triage');
    await finish(caseId);
  });
});

describe('notification-not-sent', () => {
  test('a decided case that stands still is driven until everybody is told, once', async () => {
    const { caseId } = await world.file();
    for (const fields of [lightly.triage, lightly.review, lightly.examination]) await world.act(caseId, fields);
    await broken({ workflow: { succeed: async () => 'gone' } }, () => world.act(caseId, lightly.decision));
    await kill(caseId);
    expect((await world.state(caseId)).notifications).toEqual([]);
    expect(await swept()).toEqual({ 'notification-not-sent': 1 });
    expect((await world.state(caseId)).notifications).toHaveLength(4);
    expect(mailsOf(`notice:${caseId}`)).toHaveLength(4);
    expect(await swept()).toEqual({});
    await finish(caseId);
  });

  test('a holder whose mail could not be sent gets it, once', async () => {
    const { caseId } = await world.file();
    const { dueAt } = await openTask(caseId);
    await broken({ mailer: { send: down } }, () => world.runtime.moveClock({ set: dueAt }));
    const task = await openTask(caseId);
    expect(mailsOf(task.taskId)).toEqual([]);
    expect(await swept()).toEqual({ 'notification-not-sent': 1 });
    expect(mailsOf(task.taskId)).toEqual([`taskOpened:${task.taskId}:first`]);
    expect(await swept()).toEqual({});
    await finish(caseId);
  });
});

describe('deadline-moved', () => {
  test('a day off that is added while a task is open moves its deadline, timers and row, once', async () => {
    const { caseId } = await world.file();
    const { taskId, dueAt } = await openTask(caseId);
    const { ports } = world.runtime;
    const citation = { text: 'Keputusan Bupati Uji', certainty: 'CONFIRMED' };
    const addedOn = dueAt.slice(0, 10);
    const daysOff = [{ date: addedOn, kind: 'N', name: 'Libur setempat', addedOn, citation }];
    await ports.directory.putSettings(agencySettingsSchema.parse({ agencyId: agency.agencyId, daysOff }));

    expect((await swept())['deadline-moved']).toBeGreaterThanOrEqual(1);
    const moved = await openTask(caseId);
    expect(moved).toMatchObject({ taskId });
    expect(moved.dueAt > dueAt).toBe(true);
    expect(await ports.tasks.get(taskId)).toMatchObject({ dueAt: moved.dueAt, remindAt: moved.remindAt });
    expect((await world.events(caseId)).at(-1)).toMatchObject({
      type: 'DeadlineMoved',
      data: { oldDueAt: dueAt, dueAt: moved.dueAt },
    });
    expect(await swept()).toEqual({});
    await ports.directory.putSettings(agencySettingsSchema.parse({ agencyId: agency.agencyId }));
    expect((await swept())['deadline-moved']).toBeGreaterThanOrEqual(1);
    expect((await openTask(caseId)).dueAt).toBe(dueAt);
    await finish(caseId);
  });
});

describe('row-behind-trail', () => {
  const client = async () => {
    const { dynamodb, tablePrefix } = JSON.parse(await readFile(join(folder, 'endpoints.json'), 'utf8'));
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    return { db: documentClient({ endpoint: dynamodb, region: 'ap-southeast-3', credentials }), prefix: tablePrefix };
  };

  test('the row of a case that was written before its last events is rebuilt, once', async () => {
    const { caseId } = await world.file();
    const { db, prefix } = await client();
    await db.send(
      new UpdateCommand({
        TableName: tableName(prefix, 'cases'),
        Key: { caseId },
        UpdateExpression: 'SET #status = :status, seq = :seq',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':status': 'RECEIVED', ':seq': 1 },
      }),
    );
    db.destroy();
    expect(await swept()).toEqual({ 'row-behind-trail': 1 });
    expect((await world.runtime.ports.cases.get(caseId))?.row).toEqual(
      JSON.parse(JSON.stringify(rowOf(await world.state(caseId)))),
    );
    expect(await swept()).toEqual({});
    await finish(caseId);
  });

  test('a task that was opened and got no row has one, once; after the hour its case is driven again', async () => {
    const { caseId } = await broken({ tasks: { create: down } }, () => world.file());
    const task = await openTask(caseId);
    expect((await world.state(caseId)).parkedAt).toBeDefined();
    expect(await swept()).toEqual({ 'row-behind-trail': 1 });
    expect(mailsOf(task.taskId)).toHaveLength(1);
    expect(await swept()).toEqual({});
    await world.runtime.moveClock({ advance: 'PT1H' });
    expect(await swept()).toEqual({ 'case-without-execution': 1 });
    expect(mailsOf(task.taskId)).toHaveLength(1);
    await finish(caseId);
  });

  test('an extended due date that did not reach the row does, with its timers, once', async () => {
    const { caseId } = await world.file();
    for (const fields of [steps.triage, steps.review, steps.examination]) await world.act(caseId, fields);
    const { dueAt, taskId } = await openTask(caseId);
    await broken({ tasks: { update: down } }, () => world.runtime.moveClock({ set: dueAt }));
    expect((await openTask(caseId)).dueAt > dueAt).toBe(true);
    expect((await world.runtime.ports.tasks.get(taskId))?.dueAt).toBe(dueAt);
    expect(await swept()).toEqual({ 'row-behind-trail': 1 });
    expect((await world.runtime.ports.tasks.get(taskId))?.dueAt).toBe((await openTask(caseId)).dueAt);
    expect(await swept()).toEqual({});
    await world.act(caseId, { outcome: 'DISMISS' });
    expect((await world.state(caseId)).closed?.reason).toBe('DISMISSED');
  });

  test('an announced case whose first event never came is forgotten, after an hour and not before', async () => {
    await expect(broken({ trail: { append: down } }, () => world.file())).rejects.toThrow('down');
    const rows = async () =>
      (await world.runtime.ports.cases.listOpen({ limit: 100 })).items.filter(({ seq }) => seq === 0);
    expect(await rows()).toHaveLength(1);
    expect(await swept()).toEqual({});
    expect(await rows()).toHaveLength(1);
    await world.runtime.moveClock({ advance: 'PT1H' });
    expect(await swept()).toEqual({ 'row-behind-trail': 1 });
    expect(await rows()).toEqual([]);
    expect(await swept()).toEqual({});
  });
});

describe('a broken case', () => {
  test('is logged, and does not keep the sweep from the others', async () => {
    const bad = await world.file();
    const others = [await world.file(), await world.file()];
    for (const { caseId } of [bad, ...others]) await kill(caseId);
    logged.length = 0;
    const { trail } = world.runtime.ports;
    const read: typeof trail.read = (caseId) => (caseId === bad.caseId ? down() : trail.read(caseId));
    expect(await broken({ trail: { read } }, swept)).toEqual({ 'case-without-execution': 2 });
    expect(logged).toContain(`sweep-failed ${bad.caseId}`);
    expect(await swept()).toEqual({ 'case-without-execution': 1 });
  });

  test('or a list that cannot be read, does not keep the other checkers from their work', async () => {
    const { caseId } = await world.file();
    await kill(caseId);
    const lists = { tasks: { callbacksPending: down, overdue: down } };
    expect(await broken(lists, swept)).toEqual({ 'case-without-execution': 1 });
  });
});
