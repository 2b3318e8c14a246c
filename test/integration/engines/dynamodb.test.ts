import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { DescribeTableCommand, type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { type DynamoDbEngine, startDynamoDb } from '../../../local/engines/dynamodb.ts';
import { createTable, dynamoClient, TABLE, whenUsable } from './dynamodb-client.ts';
import { useTemporaryFolder } from './temporary-folder.ts';

const folder = useTemporaryFolder();
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((engine) => engine.close()));
});

const start = async (): Promise<{ engine: DynamoDbEngine; client: DynamoDBClient }> => {
  const engine = await startDynamoDb({ folder: folder() });
  const client = dynamoClient(engine.endpoint);
  open.push({
    close: async () => {
      client.destroy();
      await engine.close();
    },
  });
  return { engine, client };
};
const stop = async (): Promise<void> => {
  await open.pop()?.close();
};

const put = (client: DynamoDBClient, id: string) =>
  client.send(
    new PutItemCommand({ TableName: TABLE, Item: { id: { S: id } }, ConditionExpression: 'attribute_not_exists(id)' }),
  );
const has = async (client: DynamoDBClient, id: string): Promise<boolean> =>
  (await client.send(new GetItemCommand({ TableName: TABLE, Key: { id: { S: id } }, ConsistentRead: true }))).Item !==
  undefined;

const run = (program: string): ChildProcessByStdio<null, Readable, null> =>
  spawn(process.execPath, [fileURLToPath(new URL(program, import.meta.url)), folder()], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });

/** Runs the writer until `count` writes are acknowledged, kills it without warning. @returns every acknowledged id */
const killedWriter = async (count: number): Promise<string[]> => {
  const child = run('./dynamodb-writer.ts');
  const acknowledged: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(line);
    if (acknowledged.length === count) child.kill('SIGKILL');
  }
  return acknowledged;
};

describe('the local DynamoDB engine', () => {
  it('keeps what it acknowledged across a stop and a start', async () => {
    const first = await start();
    await createTable(first.client);
    await whenUsable(first.client);
    await put(first.client, 'a');
    await stop();

    const second = await start();
    expect(await has(second.client, 'a')).toBe(true);
    await expect(put(second.client, 'a')).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
  });

  it('has every acknowledged write after the process was killed while writing', async () => {
    const acknowledged = await killedWriter(300);

    const { client } = await start();
    const present = await Promise.all(acknowledged.map((id) => has(client, id)));
    expect(acknowledged.length).toBeGreaterThanOrEqual(300);
    expect(present).not.toContain(false);
  }, 60_000);

  it('makes a table usable that was being created when the process was killed', async () => {
    const [, signal] = await once(run('./dynamodb-half-made-table.ts'), 'exit');
    expect(signal).toBe('SIGKILL');

    const next = await start();
    const { Table } = await next.client.send(new DescribeTableCommand({ TableName: TABLE }));
    expect([Table?.TableStatus, Table?.GlobalSecondaryIndexes?.[0]?.IndexStatus]).toEqual(['ACTIVE', 'ACTIVE']);
    await put(next.client, 'a');
    expect(await has(next.client, 'a')).toBe(true);
  });

  it('refuses a folder that is open already, by a named error', async () => {
    await start();
    await expect(startDynamoDb({ folder: folder() })).rejects.toMatchObject({ name: 'DataFolderInUse' });
  });

  it('lives on when a client hangs up half-way through a request', async () => {
    const child = run('./dynamodb-hang-up.ts');
    const words: Buffer[] = [];
    for await (const chunk of child.stdout) words.push(chunk);
    expect(Buffer.concat(words).toString()).toBe('lived on');
  });
});
