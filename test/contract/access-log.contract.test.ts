import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { DynamoAccessLog } from '../../adapters/dynamo/dynamo-access-log.ts';
import { randomIds } from '../../adapters/random-ids.ts';
import { MalformedItem, VersionConflict } from '../../core/errors.ts';
import { newCaseId } from '../../core/ids.ts';
import type { Access, AccessLog } from '../../core/ports.ts';
import { startTestDynamoDb, type TestDynamoDb } from '../support/dynamodb.ts';
import { contoh, instant, nipA } from '../support/rows.ts';

describe('the access log', () => {
  let engine: TestDynamoDb;
  let log: AccessLog;

  beforeAll(async () => {
    engine = await startTestDynamoDb();
    log = new DynamoAccessLog(engine.store('access'));
  });
  afterAll(() => engine.close());

  const access = (change: Partial<Access> = {}): Access => ({
    caseId: newCaseId(randomIds, contoh, 2026),
    accessId: 'a1',
    at: instant('2026-11-23T02:15:00.000Z'),
    actor: { kind: 'official', nip: nipA, role: 'auditor', via: 'CONSOLE' },
    action: 'trail.read',
    ...change,
  });

  it('lists who looked at a case, oldest first, and at no other case', async () => {
    const { caseId } = access();
    const last = access({ caseId, accessId: 'a0', at: instant('2026-11-23T02:17:00.000Z'), actor: { kind: 'robot' } });
    const first = access({ caseId, accessId: 'z9', detail: 'head 3' });
    const second = access({ caseId, accessId: 'z10', at: instant('2026-11-23T02:16:00.000Z') });
    for (const one of [last, first, second, access()]) await log.record(one);
    expect(await log.list(caseId)).toEqual([first, second, last]);
  });

  it('is empty for a case nobody looked at', async () => {
    expect(await log.list(access().caseId)).toEqual([]);
  });

  it('takes the same record again and never overwrites another', async () => {
    const record = access({ detail: undefined });
    await log.record(record);
    await log.record(record);
    await expect(log.record({ ...record, action: 'evidence.download' })).rejects.toThrow(VersionConflict);
    expect((await log.list(record.caseId)).map(({ action }) => action)).toEqual(['trail.read']);
  });

  it('records once when the answer is lost', async () => {
    const record = access();
    const lossy = await engine.unreliable();
    lossy.loseAnswers('PutItem', 1);
    await new DynamoAccessLog(lossy.store('access')).record(record);
    expect(await log.list(record.caseId)).toEqual([record]);
  });

  it('refuses to read a record that was altered', async () => {
    const record = access();
    const item = { ...record, actor: { kind: 'nobody' }, schemaVersion: 1 };
    await engine.client.send(new PutCommand({ TableName: engine.name('access'), Item: item }));
    await expect(log.list(record.caseId)).rejects.toThrow(MalformedItem);
  });
});
