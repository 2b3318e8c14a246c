import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { DynamoRequestStore } from '../../adapters/dynamo/dynamo-request-store.ts';
import { randomIds } from '../../adapters/random-ids.ts';
import { MalformedItem, NotFound } from '../../core/errors.ts';
import { newCaseId } from '../../core/ids.ts';
import type { RequestClaim, Requests } from '../../core/ports.ts';
import { HOUR, plusMs } from '../../core/time.ts';
import { sha256Hex } from '../../core/trail/digest.ts';
import { startTestDynamoDb, type TestDynamoDb } from '../support/dynamodb.ts';
import { contoh } from '../support/rows.ts';
import { type StillClock, stillClock } from '../support/still-clock.ts';

describe('the request keys', () => {
  let engine: TestDynamoDb;
  let clock: StillClock;
  let requests: Requests;
  let count = 0;

  beforeAll(async () => {
    engine = await startTestDynamoDb();
  });
  afterAll(() => engine.close());
  beforeEach(() => {
    count += 1;
    clock = stillClock();
    requests = new DynamoRequestStore({ ...engine.store('requests'), clock, ids: randomIds });
  });

  const key = () => sha256Hex(`request ${count}`);
  const claim = (): RequestClaim => ({
    bodyHash: sha256Hex('body'),
    caseId: newCaseId(randomIds, contoh, 2026),
    sealedSecrets: 'sealed',
    expiresAt: plusMs(clock.now(), HOUR),
  });

  it('lets the first claim a key and shows it to the next', async () => {
    const first = claim();
    expect(await requests.claim(key(), first)).toEqual({ outcome: 'claimed' });
    expect(await requests.claim(key(), claim())).toEqual({ outcome: 'found', claim: first });
  });

  it('lets one of 32 claim a key', async () => {
    const outcomes = await Promise.all(Array.from({ length: 32 }, () => requests.claim(key(), claim())));
    expect(outcomes.filter(({ outcome }) => outcome === 'claimed')).toHaveLength(1);
  });

  it('claims once and says so when the answer is lost', async () => {
    const lossy = await engine.unreliable();
    lossy.loseAnswers('PutItem', 1);
    const unreliable = new DynamoRequestStore({ ...lossy.store('requests'), clock, ids: randomIds });
    expect(await unreliable.claim(key(), claim())).toEqual({ outcome: 'claimed' });
  });

  it('keeps the first response, and tells it to whoever comes with another', async () => {
    const first = claim();
    await requests.claim(key(), first);
    expect(await requests.complete(key(), 'first response')).toBe('first response');
    expect(await requests.complete(key(), 'second response')).toBe('first response');
    const found = { outcome: 'found', claim: { ...first, sealedResponse: 'first response' } };
    expect(await requests.claim(key(), claim())).toEqual(found);
  });

  it('completes no key that nobody holds', async () => {
    await expect(requests.complete(key(), 'response')).rejects.toThrow(NotFound);
  });

  it('lets a key be claimed anew once its claim has ended, with nothing left of it', async () => {
    await requests.claim(key(), claim());
    await requests.complete(key(), 'old response');
    clock.advance(HOUR - 1);
    expect((await requests.claim(key(), claim())).outcome).toBe('found');
    clock.advance(1);
    const next = claim();
    expect(await requests.claim(key(), next)).toEqual({ outcome: 'claimed' });
    expect(await requests.claim(key(), claim())).toEqual({ outcome: 'found', claim: next });
  });

  it('refuses to read a claim that was altered', async () => {
    const item = { key: key(), ...claim(), schemaVersion: 1 };
    await engine.client.send(new PutCommand({ TableName: engine.name('requests'), Item: item }));
    await expect(requests.claim(key(), claim())).rejects.toThrow(MalformedItem);
  });
});
