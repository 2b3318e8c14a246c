import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { DynamoTrailStore } from '../../adapters/dynamo/dynamo-trail-store.ts';
import { randomIds } from '../../adapters/random-ids.ts';
import { MalformedItem, ServiceUnavailable, TrailBroken } from '../../core/errors.ts';
import { agencyIdSchema, type CaseId, newCaseId, sha256Schema } from '../../core/ids.ts';
import type { Trail } from '../../core/ports.ts';
import { GENESIS } from '../../core/trail/digest.ts';
import { startTestDynamoDb, type TestDynamoDb } from '../support/dynamodb.ts';
import { eventAfter, reportReceived, suggested } from '../support/trail-events.ts';

const WRITERS = 32;
const writers = Array.from({ length: WRITERS }, (_, number) => number);

describe('the trail', () => {
  let engine: TestDynamoDb;
  let trail: Trail;
  let caseId: CaseId;

  beforeAll(async () => {
    engine = await startTestDynamoDb();
    trail = new DynamoTrailStore({ ...engine.store('trail'), ids: randomIds });
  });
  afterAll(() => engine.close());
  beforeEach(() => {
    caseId = newCaseId(randomIds, agencyIdSchema.parse('contoh'), 2026);
  });

  const first = () => eventAfter(reportReceived(), { caseId });
  const overwrite = (change: Record<string, unknown>) => {
    const event = first();
    const { seq, type, at, hash } = event;
    const item = {
      caseId,
      seq,
      type,
      at,
      hash,
      event: JSON.stringify(event),
      schemaVersion: 1,
      writer: '0'.repeat(16),
    };
    return engine.client.send(new PutCommand({ TableName: engine.name('trail'), Item: { ...item, ...change } }));
  };

  it('gives back exactly the events that were appended, in order', async () => {
    const one = first();
    const two = eventAfter(suggested('Ujaran "dikutip" — ’kutip’ \u2028 🙏'), { caseId, after: one });
    await trail.append(one);
    await trail.append(two);
    expect(await trail.read(caseId)).toEqual([one, two]);
  });

  it('is empty for a case that does not exist', async () => {
    expect(await trail.read(caseId)).toEqual([]);
  });

  it('refuses a second event at the same place and keeps the first', async () => {
    const kept = first();
    expect(await trail.append(kept)).toBe('appended');
    expect(await trail.append(eventAfter(reportReceived(), { caseId, commandId: 'test:other' }))).toBe('conflict');
    expect(await trail.read(caseId)).toEqual([kept]);
  });

  it('does not store an event whose own hash is wrong', async () => {
    await expect(trail.append({ ...first(), hash: GENESIS })).rejects.toThrow(TrailBroken);
    expect(await trail.read(caseId)).toEqual([]);
  });

  it('lets exactly one of 32 writers have a place', async () => {
    const events = writers.map((number) => eventAfter(reportReceived(), { caseId, commandId: `test:${number}` }));
    const outcomes = await Promise.all(events.map((event) => trail.append(event)));
    expect(outcomes.filter((outcome) => outcome === 'appended')).toHaveLength(1);
    expect(await trail.read(caseId)).toEqual([events[outcomes.indexOf('appended')]]);
  });

  it('lets exactly one of 32 writers of the very same event have the place', async () => {
    const event = first();
    const outcomes = await Promise.all(writers.map(() => trail.append(event)));
    expect(outcomes.filter((outcome) => outcome === 'appended')).toHaveLength(1);
  });

  it('takes 32 writers that retry without a gap, a fork or a lost event', async () => {
    await trail.append(first());
    const write = async (number: number): Promise<void> => {
      const after = (await trail.read(caseId)).at(-1);
      const event = eventAfter(suggested(`writer ${number}`), { caseId, after, commandId: `test:${number}` });
      if ((await trail.append(event)) === 'conflict') await write(number);
    };
    await Promise.all(writers.map(write));
    const events = await trail.read(caseId);
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: WRITERS + 1 }, (_, place) => place + 1));
    expect(events.slice(1).map(({ prevHash }) => prevHash)).toEqual(events.slice(0, -1).map(({ hash }) => hash));
    expect(new Set(events.map(({ commandId }) => commandId)).size).toBe(WRITERS + 1);
  });

  it('reads a trail that is longer than one page of 1 MB', async () => {
    let after = first();
    await trail.append(after);
    for (let count = 0; count < 8; count += 1) {
      after = eventAfter(suggested('x'.repeat(90_000)), { caseId, after });
      await trail.append(after);
    }
    const events = await trail.read(caseId);
    expect(events).toHaveLength(9);
    expect(events.at(-1)).toEqual(after);
  });

  it('appends once and says so when the answer to the put is lost', async () => {
    const lossy = await engine.unreliable();
    const unreliable = new DynamoTrailStore({ ...lossy.store('trail'), ids: randomIds });
    lossy.loseAnswers('PutItem', 2);
    expect(await unreliable.append(first())).toBe('appended');
    expect(lossy.calls('PutItem')).toBe(3);
    expect(await trail.read(caseId)).toHaveLength(1);
  });

  it('says that the service is unavailable when every answer is lost, and the event stands once', async () => {
    const lossy = await engine.unreliable();
    const unreliable = new DynamoTrailStore({ ...lossy.store('trail'), ids: randomIds });
    lossy.loseAnswers('PutItem', 99);
    await expect(unreliable.append(first())).rejects.toThrow(ServiceUnavailable);
    expect(await trail.append(first())).toBe('conflict');
    expect(await trail.read(caseId)).toEqual([first()]);
  });

  it.each([
    ['an unknown attribute', { note: 'added' }],
    ['another hash beside the event', { hash: sha256Schema.parse('f'.repeat(64)) }],
    ['another type beside the event', { type: 'CaseClosed' }],
    ['text that is not JSON', { event: '{' }],
    ['an event of no known type', { event: JSON.stringify({ type: 'Unheard' }) }],
    ['a shape of another version', { schemaVersion: 2 }],
    ['no event', { event: undefined }],
  ])('refuses to read an item with %s', async (_what, change) => {
    await overwrite(change);
    await expect(trail.read(caseId)).rejects.toThrow(MalformedItem);
  });
});
