import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { DynamoTaskStore } from '../../adapters/dynamo/dynamo-task-store.ts';
import { randomIds } from '../../adapters/random-ids.ts';
import { InvalidCursor, MalformedItem, VersionConflict } from '../../core/errors.ts';
import { agencyIdSchema, type TaskId } from '../../core/ids.ts';
import type { Page, PageRequest, TaskRow, Tasks } from '../../core/ports.ts';
import { startTestDynamoDb, type TestDynamoDb } from '../support/dynamodb.ts';
import { eventually } from '../support/eventually.ts';
import { contoh, instant, nipA, nipB, taskRow } from '../support/rows.ts';

const idsOf = (rows: readonly TaskRow[]): TaskId[] => rows.map(({ taskId }) => taskId);

const all = async (list: (page: PageRequest) => Promise<Page<TaskRow>>, limit: number): Promise<TaskId[]> => {
  const ids: TaskId[] = [];
  let cursor: string | undefined;
  do {
    const page = await list({ limit, cursor });
    ids.push(...idsOf(page.items));
    cursor = page.cursor;
  } while (cursor !== undefined);
  return ids;
};

describe('the task rows', () => {
  let engine: TestDynamoDb;
  let tasks: Tasks;

  beforeAll(async () => {
    engine = await startTestDynamoDb();
    tasks = new DynamoTaskStore({ ...engine.store('tasks'), ids: randomIds });
  });
  afterAll(() => engine.close());

  const created = async (change: Partial<TaskRow> = {}) => {
    const row = taskRow(randomIds, change);
    expect(await tasks.create(row)).toBe('created');
    return row;
  };

  it('gives back a task as it was created', async () => {
    const row = await created({ sealedToken: 'sealed', mailed: ['invite'], outcome: 'PROCEED' });
    expect(await tasks.get(row.taskId)).toEqual(row);
  });

  it('gives back a task of the reporter, who has no employee number', async () => {
    const row = await created({ kind: 'answer', assigneeNip: undefined });
    expect(await tasks.get(row.taskId)).toEqual(row);
  });

  it('creates a task once', async () => {
    const row = await created();
    expect(await tasks.create({ ...row, round: 2 })).toBe('exists');
    expect((await tasks.get(row.taskId))?.round).toBe(1);
  });

  it('says created when the answer is lost', async () => {
    const lossy = await engine.unreliable();
    lossy.loseAnswers('PutItem', 1);
    const unreliable = new DynamoTaskStore({ ...lossy.store('tasks'), ids: randomIds });
    expect(await unreliable.create(taskRow(randomIds))).toBe('created');
  });

  it('raises the version with each update', async () => {
    const row = await created();
    const updated = await tasks.update({ ...row, callback: 'PENDING' });
    expect(updated).toEqual({ ...row, callback: 'PENDING', version: 2 });
    expect(await tasks.get(row.taskId)).toEqual(updated);
  });

  it('takes one of 32 updates of one version, also when they say the same', async () => {
    const row = await created();
    const updates = Array.from({ length: 32 }, () => tasks.update({ ...row, status: 'ENDED' }));
    const settled = await Promise.allSettled(updates);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const reasons = settled.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    expect(reasons.every((reason) => reason instanceof VersionConflict)).toBe(true);
  });

  it('updates once when the answer is lost', async () => {
    const row = await created();
    const lossy = await engine.unreliable();
    lossy.loseAnswers('PutItem', 1);
    const unreliable = new DynamoTaskStore({ ...lossy.store('tasks'), ids: randomIds });
    expect((await unreliable.update(row)).version).toBe(2);
    expect((await tasks.get(row.taskId))?.version).toBe(2);
  });

  it('updates no task that is not there', async () => {
    await expect(tasks.update(taskRow(randomIds))).rejects.toThrow(VersionConflict);
  });

  it('finds all tasks of a case', async () => {
    const one = await created();
    const two = await created({ caseId: one.caseId, round: 2, status: 'ENDED' });
    await created();
    await eventually(async () =>
      expect(idsOf(await tasks.byCase(one.caseId)).sort()).toEqual(idsOf([one, two]).sort()),
    );
  });

  it('lists the open tasks of one official, most urgent first', async () => {
    const agencyId = agencyIdSchema.parse('worklist');
    const later = await created({ agencyId, dueAt: instant('2026-12-09T09:00:00.000Z') });
    const sooner = await created({ agencyId, dueAt: instant('2026-12-02T09:00:00.000Z') });
    const ended = await created({ agencyId });
    await tasks.update({ ...ended, status: 'ENDED' });
    const moved = await created({ agencyId });
    await tasks.update({ ...moved, assigneeNip: nipB });
    await created({ agencyId, assigneeNip: undefined });
    await created({ agencyId: contoh });
    const mine = () => all((page) => tasks.openOf({ agencyId, nip: nipA, ...page }), 1);
    await eventually(async () => expect(await mine()).toEqual(idsOf([sooner, later])));
  });

  it('finds the open tasks whose reminder or due date has passed, in pages', async () => {
    const before = instant('2020-01-10T00:00:00.000Z');
    const late = { remindAt: instant('2020-01-05T00:00:00.000Z'), dueAt: instant('2020-01-20T00:00:00.000Z') };
    const reminded = { remindAt: late.dueAt, dueAt: before };
    const due = await Promise.all([...Array.from({ length: 11 }, () => created(late)), created(reminded)]);
    await created({ ...late, status: 'ENDED' });
    await created({ remindAt: instant('2020-01-10T00:00:00.001Z'), dueAt: late.dueAt });
    const overdue = () => all((page) => tasks.overdue({ before, ...page }), 2);
    await eventually(async () => expect((await overdue()).sort()).toEqual(idsOf(due).sort()));
  });

  it('finds the tasks whose callback is pending, until it is delivered', async () => {
    const pending = await Promise.all(Array.from({ length: 5 }, () => created({ callback: 'PENDING' })));
    const delivered = await created({ callback: 'PENDING' });
    await tasks.update({ ...delivered, callback: 'DELIVERED' });
    const found = () => all((page) => tasks.callbacksPending(page), 2);
    await eventually(async () => expect((await found()).sort()).toEqual(expect.arrayContaining(idsOf(pending).sort())));
    await eventually(async () => expect(await found()).not.toContain(delivered.taskId));
  });

  it.each(['x', Buffer.from('{"shard":8}').toString('base64url'), Buffer.from('{"shard":-1}').toString('base64url')])(
    'names a cursor it did not hand out: %s',
    async (cursor) => {
      await expect(tasks.callbacksPending({ limit: 5, cursor })).rejects.toThrow(InvalidCursor);
    },
  );

  it('names a cursor of a later search as one it did not hand out', async () => {
    const place = { shard: 0, after: { nextAt: '2020-01-02T00:00:00.000Z', taskId: '7K3M9QXA4E5F6G7H' } };
    const cursor = Buffer.from(JSON.stringify(place)).toString('base64url');
    const before = instant('2020-01-01T00:00:00.000Z');
    await expect(tasks.overdue({ before, limit: 5, cursor })).rejects.toThrow(InvalidCursor);
  });

  it('refuses to read a row that was altered', async () => {
    const row = await created();
    const item = { ...row, schemaVersion: 1, writer: '0'.repeat(16), status: 'DONE' };
    await engine.client.send(new PutCommand({ TableName: engine.name('tasks'), Item: item }));
    await expect(tasks.get(row.taskId)).rejects.toThrow(MalformedItem);
  });
});
