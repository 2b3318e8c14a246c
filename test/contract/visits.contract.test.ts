import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { DynamoVisitStore } from '../../adapters/dynamo/dynamo-visit-store.ts';
import { randomIds } from '../../adapters/random-ids.ts';
import { MalformedItem, VersionConflict } from '../../core/errors.ts';
import { newTaskId } from '../../core/ids.ts';
import type { Visit, Visits } from '../../core/ports.ts';
import { sha256Hex } from '../../core/trail/digest.ts';
import { startTestDynamoDb, type TestDynamoDb } from '../support/dynamodb.ts';
import { instant } from '../support/rows.ts';

const browser = sha256Hex('browser');

describe('the visits', () => {
  let engine: TestDynamoDb;
  let visits: Visits;

  beforeAll(async () => {
    engine = await startTestDynamoDb();
    visits = new DynamoVisitStore({ ...engine.store('visits'), ids: randomIds });
  });
  afterAll(() => engine.close());

  const visit = (change: Partial<Visit> = {}): Visit => ({
    taskId: newTaskId(randomIds),
    browserHash: browser,
    codeMac: sha256Hex('code'),
    codeExpiresAt: instant('2026-11-23T02:25:00.000Z'),
    tries: 0,
    version: 0,
    ...change,
  });

  it('knows a browser only after its visit was written, and no other browser', async () => {
    const first = visit();
    expect(await visits.get(first.taskId, browser)).toBeUndefined();
    const written = await visits.put(first);
    expect(written).toEqual({ ...first, version: 1 });
    expect(await visits.get(first.taskId, browser)).toEqual(written);
    expect(await visits.get(first.taskId, sha256Hex('another browser'))).toBeUndefined();
  });

  it('writes the next state of a visit', async () => {
    const written = await visits.put(visit());
    const proven = await visits.put({ ...written, tries: 1, provenAt: instant('2026-11-23T02:16:00.000Z') });
    expect(proven.version).toBe(2);
    expect(await visits.get(proven.taskId, browser)).toEqual(proven);
  });

  it('starts a visit once', async () => {
    const first = visit();
    await visits.put(first);
    await expect(visits.put(first)).rejects.toThrow(VersionConflict);
  });

  it('counts one of 32 guesses made at once and refuses the others', async () => {
    const written = await visits.put(visit());
    const guesses = Array.from({ length: 32 }, () => visits.put({ ...written, tries: 1 }));
    const settled = await Promise.allSettled(guesses);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await visits.get(written.taskId, browser)).toEqual({ ...written, tries: 1, version: 2 });
  });

  it('writes once when the answer is lost', async () => {
    const lossy = await engine.unreliable();
    lossy.loseAnswers('PutItem', 1);
    const unreliable = new DynamoVisitStore({ ...lossy.store('visits'), ids: randomIds });
    expect((await unreliable.put(visit())).version).toBe(1);
  });

  it('refuses to read a visit that was altered', async () => {
    const item = { ...visit({ version: 1, tries: -1 }), schemaVersion: 1, writer: '0'.repeat(16) };
    await engine.client.send(new PutCommand({ TableName: engine.name('visits'), Item: item }));
    await expect(visits.get(item.taskId, browser)).rejects.toThrow(MalformedItem);
  });
});
