import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { createTables, tableInput } from '../../../adapters/dynamo/create-tables.ts';
import { documentClient } from '../../../adapters/dynamo/document-client.ts';
import { DynamoCaseStore } from '../../../adapters/dynamo/dynamo-case-store.ts';
import { tables } from '../../../adapters/dynamo/tables.ts';
import { randomIds } from '../../../adapters/random-ids.ts';
import { startDynamoDb } from '../../../local/engines/dynamodb.ts';
import { TABLE_PREFIX } from '../../../local/table-prefix.ts';
import { caseRow, contoh } from '../../support/rows.ts';
import { useTemporaryFolder } from './temporary-folder.ts';

const folder = useTemporaryFolder();
const table = `${TABLE_PREFIX}${tables.cases.name}`;

const started = async () => {
  const engine = await startDynamoDb({ folder: folder() });
  const client = documentClient({
    endpoint: engine.endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  return {
    client,
    stop: async () => {
      client.destroy();
      await engine.close();
    },
  };
};

describe('a data folder of an earlier version', () => {
  it('is given the indexes that it lacks, and its rows stand in them once they are written anew', async () => {
    const { silences: _none, ...old } = caseRow(randomIds);
    const before = await started();
    const input = tableInput(TABLE_PREFIX, { ...tables.cases, indexes: tables.cases.indexes.slice(0, 5) });
    await before.client.send(new CreateTableCommand(input));
    await createTables(before.client, TABLE_PREFIX);
    const item = { ...old, agencyStatus: 'contoh#RECEIVED', openShard: '0', schemaVersion: 1 };
    await before.client.send(new PutCommand({ TableName: table, Item: item }));
    await before.stop();

    const after = await started();
    const cases = new DynamoCaseStore({ client: after.client, table });
    expect((await cases.listByDue({ agencyId: contoh, limit: 10 })).items).toEqual([]);
    const row = { ...old, silences: [], nextKind: 'COLLECT_EVIDENCE' as const };
    await cases.project(row);
    expect((await cases.listByDue({ agencyId: contoh, limit: 10 })).items).toEqual([row]);
    expect((await cases.list({ agencyId: contoh, limit: 10 })).items).toEqual([row]);
    await after.stop();
  });
});
