import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { DynamoInboundStore } from '../../adapters/dynamo/dynamo-inbound-store.ts';
import { randomIds } from '../../adapters/random-ids.ts';
import { InvalidCursor, MalformedItem, VersionConflict } from '../../core/errors.ts';
import { type AgencyId, agencyIdSchema } from '../../core/ids.ts';
import type { InboundRow, InboundStatus } from '../../core/inbound/inbound-row.ts';
import { noVerdicts } from '../../core/inbound/verdicts.ts';
import type { InboundMails } from '../../core/ports.ts';
import { sha256Hex } from '../../core/trail/digest.ts';
import { startTestDynamoDb, type TestDynamoDb } from '../support/dynamodb.ts';
import { memoryInbound } from '../support/memory/case-stores.ts';
import { emptyStore } from '../support/memory/store.ts';
import { instant } from '../support/rows.ts';

let engine: TestDynamoDb;
beforeAll(async () => {
  engine = await startTestDynamoDb();
});
afterAll(() => engine.close());

let count = 0;
const rowOf = (change: Partial<InboundRow> = {}): InboundRow => {
  count += 1;
  return {
    mailId: sha256Hex(`mail ${count}`),
    agencyId: agencyIdSchema.parse('contoh'),
    sha256: sha256Hex(`bytes ${count}`),
    size: count,
    receivedAt: instant('2026-11-23T02:15:00.000Z'),
    status: 'RECEIVED',
    verdicts: noVerdicts,
    omitted: 0,
    sealedEnvelope: 'sealed',
    setup: 'NONE',
    acts: [],
    version: 0,
    ...change,
  };
};

const dynamo = () => new DynamoInboundStore({ ...engine.store('inbound'), ids: randomIds });

describe.each<readonly [string, () => InboundMails]>([
  ['in memory', () => memoryInbound(emptyStore())],
  ['in DynamoDB', dynamo],
])('the rows of incoming mails, %s', (_name, open) => {
  let mails: InboundMails;
  let agencyId: AgencyId;

  beforeEach(() => {
    mails = open();
    count += 1;
    agencyId = agencyIdSchema.parse(`agency${count}`);
  });

  const list = async (status: InboundStatus, limit = 50) => {
    const rows: InboundRow[] = [];
    let cursor: string | undefined;
    do {
      const page = await mails.list({ agencyId, status, limit, cursor });
      expect(page.items.length).toBeLessThanOrEqual(limit);
      rows.push(...page.items);
      cursor = page.cursor;
    } while (cursor !== undefined);
    return rows;
  };

  it('are there once', async () => {
    const row = rowOf({ agencyId });
    expect(await mails.get(row.mailId)).toBeUndefined();
    expect(await mails.create(row)).toBe('created');
    expect(await mails.create({ ...row, size: 77 })).toBe('exists');
    expect(await mails.get(row.mailId)).toEqual(row);
  });

  it('give back all that was written', async () => {
    const row = rowOf({
      agencyId,
      reason: 'UNDELIVERED',
      sealedSecrets: 'sealed secrets',
      sealedOrder: 'sealed order',
      undelivered: { mailId: 'notice:X:reporterOutcome:1', recipient: 'REPORTER', cause: 'BOUNCED', status: '5.1.1' },
      verdicts: { source: 'COMPUTED', spf: 'pass', dkim: 'fail', dmarc: 'none', arc: 'temperror' },
      acts: [{ at: instant('2026-11-23T03:00:00.000Z'), action: 'REACHED', way: 'CALLED', reason: 'sudah ditelepon' }],
    });
    await mails.create(row);
    expect(await mails.get(row.mailId)).toEqual(row);
  });

  it('change by one version, and only from the newest', async () => {
    const row = rowOf({ agencyId });
    await mails.create(row);
    const next = await mails.update({ ...row, status: 'QUEUED', reason: 'EMPTY' });
    expect(next).toEqual({ ...row, status: 'QUEUED', reason: 'EMPTY', version: 1 });
    await expect(mails.update({ ...row, status: 'IGNORED' })).rejects.toThrow(VersionConflict);
    expect(await mails.get(row.mailId)).toEqual(next);
  });

  it('of many that change a row at once let one win', async () => {
    const row = rowOf({ agencyId });
    await mails.create(row);
    const tries = await Promise.allSettled(Array.from({ length: 16 }, (_none, size) => mails.update({ ...row, size })));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('that do not exist cannot be changed', async () => {
    await expect(mails.update(rowOf({ agencyId }))).rejects.toThrow(VersionConflict);
  });

  it('are listed by agency and status, oldest first, page by page', async () => {
    const rows = [3, 1, 2].map((hour) => rowOf({ agencyId, receivedAt: instant(`2026-11-23T0${hour}:00:00.000Z`) }));
    for (const row of rows) await mails.create(row);
    await mails.create(rowOf({ agencyId, status: 'QUEUED' }));
    await mails.create(rowOf());
    for (const limit of [1, 2, 50]) {
      expect((await list('RECEIVED', limit)).map(({ receivedAt }) => receivedAt.slice(12, 13))).toEqual([
        '1',
        '2',
        '3',
      ]);
    }
    expect(await list('QUEUED')).toHaveLength(1);
  });

  it('leave a list when they change their status', async () => {
    const row = rowOf({ agencyId });
    await mails.create(row);
    await mails.update({ ...row, status: 'FILED' });
    expect([(await list('RECEIVED')).length, (await list('FILED')).length]).toEqual([0, 1]);
  });
});

describe('the rows of incoming mails in DynamoDB', () => {
  it('are created when the answer is lost', async () => {
    const lossy = await engine.unreliable();
    lossy.loseAnswers('PutItem', 1);
    const row = rowOf();
    expect(await new DynamoInboundStore({ ...lossy.store('inbound'), ids: randomIds }).create(row)).toBe('created');
    expect(await dynamo().get(row.mailId)).toEqual(row);
  });

  it('change once when the answer is lost', async () => {
    const lossy = await engine.unreliable();
    const row = rowOf();
    await dynamo().create(row);
    lossy.loseAnswers('PutItem', 1);
    const store = new DynamoInboundStore({ ...lossy.store('inbound'), ids: randomIds });
    expect((await store.update({ ...row, status: 'QUEUED' })).version).toBe(1);
  });

  it('that were broken are not read as if they were whole', async () => {
    const row = rowOf();
    const Item = { ...row, agencyStatus: 'contoh#RECEIVED', schemaVersion: 1, writer: 'x', status: 'APA' };
    await engine.client.send(new PutCommand({ TableName: engine.name('inbound'), Item }));
    await expect(dynamo().get(row.mailId)).rejects.toThrow(MalformedItem);
  });

  it('take no cursor that was made up', async () => {
    const agencyId = agencyIdSchema.parse('contoh');
    await expect(dynamo().list({ agencyId, status: 'QUEUED', limit: 5, cursor: 'xx' })).rejects.toThrow(InvalidCursor);
  });
});
