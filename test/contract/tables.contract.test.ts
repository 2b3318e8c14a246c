import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { createTables } from '../../adapters/dynamo/create-tables.ts';
import { DynamoTrailStore } from '../../adapters/dynamo/dynamo-trail-store.ts';
import { type TableDescription, type TableId, tables } from '../../adapters/dynamo/tables.ts';
import { randomIds } from '../../adapters/random-ids.ts';
import { caseIdSchema } from '../../core/ids.ts';
import { startTestDynamoDb, type TestDynamoDb } from '../support/dynamodb.ts';
import { eventAfter, reportReceived } from '../support/trail-events.ts';

const described: readonly (readonly [TableId, TableDescription])[] = [
  ['trail', tables.trail],
  ['cases', tables.cases],
  ['tasks', tables.tasks],
  ['visits', tables.visits],
  ['factors', tables.factors],
  ['stepUps', tables.stepUps],
  ['directory', tables.directory],
  ['people', tables.people],
  ['requests', tables.requests],
  ['throttle', tables.throttle],
  ['access', tables.access],
  ['holds', tables.holds],
  ['inbound', tables.inbound],
];

const keyNames = ({ partitionKey, sortKey }: Pick<TableDescription, 'partitionKey' | 'sortKey'>) =>
  sortKey === undefined ? [partitionKey.name] : [partitionKey.name, sortKey.name];

describe('making the tables', () => {
  let engine: TestDynamoDb;
  beforeAll(async () => {
    engine = await startTestDynamoDb();
  });
  afterAll(() => engine.close());

  it('leaves out none', () => {
    expect(described.map(([id]) => id).sort()).toEqual(Object.keys(tables).sort());
  });

  it.each(described)('makes %s as described', async (id, table) => {
    const { Table } = await engine.client.send(new DescribeTableCommand({ TableName: engine.name(id) }));
    expect(Table?.TableStatus).toBe('ACTIVE');
    expect(Table?.KeySchema?.map(({ AttributeName }) => AttributeName)).toEqual(keyNames(table));
    const indexes = (Table?.GlobalSecondaryIndexes ?? []).map(({ IndexName, KeySchema, Projection }) => [
      IndexName,
      KeySchema?.map(({ AttributeName }) => AttributeName),
      Projection?.ProjectionType,
    ]);
    expect(indexes.sort()).toEqual(table.indexes.map((index) => [index.name, keyNames(index), 'KEYS_ONLY']).sort());
  });

  it('leaves tables alone that are there, with what they hold', async () => {
    const caseId = caseIdSchema.parse('CONTOH-2026-7K3M9QXA');
    const trail = new DynamoTrailStore({ ...engine.store('trail'), ids: randomIds });
    await trail.append(eventAfter(reportReceived(), { caseId }));
    await createTables(engine.client, engine.prefix);
    expect(await trail.read(caseId)).toHaveLength(1);
  });
});
