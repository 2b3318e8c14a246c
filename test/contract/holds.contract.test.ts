import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { DynamoHoldStore, holdItemSchema } from '../../adapters/dynamo/dynamo-hold-store.ts';
import { caseIdSchema, sha256Schema } from '../../core/ids.ts';
import type { Holds } from '../../core/ports.ts';
import { startTestDynamoDb, type TestDynamoDb } from '../support/dynamodb.ts';
import { memoryHolds } from '../support/memory/outside.ts';
import { stillClock } from '../support/still-clock.ts';

const caseId = caseIdSchema.parse('CONTOH-2026-7K3M9QXA');
const other = caseIdSchema.parse('CONTOH-2026-8K3M9QXA');
const shaOf = (digit: string) => sha256Schema.parse(digit.repeat(64));
const mailId = shaOf('e');

let engine: TestDynamoDb;
beforeAll(async () => {
  engine = await startTestDynamoDb();
});
afterAll(() => engine.close());

let count = 0;
/** Every test has bytes of its own. */
const fresh = () => {
  count += 1;
  return shaOf(count.toString(16).at(-1) ?? '0');
};

const stores: readonly [string, () => Holds][] = [
  ['DynamoDB', () => new DynamoHoldStore({ ...engine.store('holds'), clock: stillClock() })],
  ['memory', () => memoryHolds({ holds: new Set() })],
];

describe.each(stores)('who needs which evidence: %s', (_name, open) => {
  it('is known both ways round, once, however often it is added', async () => {
    const holds = open();
    const sha256 = fresh();
    await Promise.all([holds.add(sha256, caseId), holds.add(sha256, caseId), holds.add(sha256, other)]);
    expect((await holds.holders(sha256)).toSorted()).toEqual([caseId, other]);
    expect(await holds.heldBy(other)).toContain(sha256);
  });

  it('is left to the holder until it is forgotten, so that an interrupted release is found', async () => {
    const holds = open();
    const sha256 = fresh();
    await holds.add(sha256, caseId);
    await holds.withdraw(sha256, caseId);
    expect(await holds.holders(sha256)).toEqual([]);
    expect(await holds.heldBy(caseId)).toContain(sha256);
    await holds.forget(sha256, caseId);
    expect(await holds.heldBy(caseId)).not.toContain(sha256);
  });

  it('may be a mail that waits for its case', async () => {
    const holds = open();
    const sha256 = fresh();
    await holds.add(sha256, mailId);
    expect(await holds.holders(sha256)).toEqual([mailId]);
    await holds.close(mailId);
    expect(await holds.closing()).toContain(mailId);
  });

  it('is listed as to be released from the moment its end is noted until it is settled', async () => {
    const holds = open();
    const ending = caseIdSchema.parse('CONTOH-2026-9K3M9QX1');
    await holds.close(ending);
    await holds.close(ending);
    expect((await holds.closing()).filter((holder) => holder === ending)).toEqual([ending]);
    await holds.settle(ending);
    expect(await holds.closing()).not.toContain(ending);
  });

  it('is listed again where something is stored for a case after its end', async () => {
    const holds = open();
    const late = caseIdSchema.parse('CONTOH-2026-9K3M9QX2');
    await holds.close(late);
    await holds.settle(late);
    const sha256 = fresh();
    await holds.add(sha256, late);
    expect(await holds.closing()).toContain(late);
    expect(await holds.heldBy(late)).toEqual([sha256]);
  });

  it('forgets and withdraws what is not there without an error', async () => {
    const holds = open();
    await holds.withdraw(shaOf('f'), other);
    await holds.forget(shaOf('f'), other);
    await holds.settle(other);
    expect(await holds.holders(shaOf('f'))).toEqual([]);
  });
});

it('every item in the table has the one shape that is pinned', async () => {
  const { Items = [] } = await engine.client.send(new ScanCommand({ TableName: engine.name('holds') }));
  expect(Items.length).toBeGreaterThan(3);
  expect(Items.every((item) => holdItemSchema.safeParse(item).success)).toBe(true);
});
