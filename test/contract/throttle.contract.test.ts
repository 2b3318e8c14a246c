import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { DynamoThrottleStore, throttleItemSchema } from '../../adapters/dynamo/dynamo-throttle-store.ts';
import type { Throttle } from '../../core/ports.ts';
import { instantSchema } from '../../core/time.ts';
import { startTestDynamoDb, type TestDynamoDb } from '../support/dynamodb.ts';
import { type StillClock, stillClock } from '../support/still-clock.ts';

const limit = { max: 3, windowSeconds: 60 };

describe('the throttle', () => {
  let engine: TestDynamoDb;
  let clock: StillClock;
  let throttle: Throttle;
  let count = 0;
  let key: string;

  beforeAll(async () => {
    engine = await startTestDynamoDb();
  });
  afterAll(() => engine.close());
  beforeEach(() => {
    count += 1;
    key = `status:203.0.113.${count}`;
    clock = stillClock(instantSchema.parse('2026-11-23T02:15:20.500Z'));
    throttle = new DynamoThrottleStore({ ...engine.store('throttle'), clock });
  });

  const hits = async (times: number) => {
    const allowed: boolean[] = [];
    for (let hit = 0; hit < times; hit += 1) allowed.push((await throttle.hit(key, limit)).allowed);
    return allowed;
  };

  it('allows as many hits as the limit says and refuses the next', async () => {
    expect(await hits(4)).toEqual([true, true, true, false]);
  });

  it('says how long a refused caller must wait, in whole seconds', async () => {
    await hits(3);
    expect(await throttle.hit(key, limit)).toEqual({ allowed: false, retryAfterSeconds: 40 });
  });

  it('allows again in the next window', async () => {
    await hits(4);
    clock.advance(39_500);
    expect(await hits(4)).toEqual([true, true, true, false]);
  });

  it('counts each key apart, and each window length', async () => {
    await hits(4);
    expect((await throttle.hit(`${key}1`, limit)).allowed).toBe(true);
    expect((await throttle.hit(key, { max: 3, windowSeconds: 3600 })).allowed).toBe(true);
  });

  it('allows exactly the limit of 32 hits at once', async () => {
    const answers = await Promise.all(Array.from({ length: 32 }, () => throttle.hit(key, limit)));
    expect(answers.filter(({ allowed }) => allowed)).toHaveLength(3);
  });

  it('stores no address, and items of its one shape', async () => {
    await hits(1);
    const { Items = [] } = await engine.client.send(new ScanCommand({ TableName: engine.name('throttle') }));
    expect(Items.length).toBeGreaterThan(0);
    for (const item of Items) throttleItemSchema.parse(item);
    expect(JSON.stringify(Items)).not.toContain('203.0.113');
  });
});
