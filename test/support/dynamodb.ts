import { randomBytes } from 'node:crypto';
import { DeleteTableCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import dynalite from 'dynalite';
import type { AwsAddress } from '../../adapters/aws-client.ts';
import { createTables } from '../../adapters/dynamo/create-tables.ts';
import { documentClient } from '../../adapters/dynamo/document-client.ts';
import { type TableId, tableName, tables } from '../../adapters/dynamo/tables.ts';
import { type Answer, type SeenRequest, serve } from './serve.ts';

export interface TestDynamoDb {
  readonly client: DynamoDBDocumentClient;
  readonly prefix: string;
  name(table: TableId): string;
  /** Client and full name of a table, as every store takes them. */
  store(table: TableId): { client: DynamoDBDocumentClient; table: string };
  /** The same tables behind a proxy that performs an operation and then loses its answer; closed with the engine. */
  unreliable(): Promise<UnreliableDynamoDb>;
  close(): Promise<void>;
}

export interface UnreliableDynamoDb {
  store(table: TableId): { client: DynamoDBDocumentClient; table: string };
  /** Loses the answers of the next `times` calls of an operation, e.g. `PutItem`. */
  loseAnswers(operation: string, times: number): void;
  /** How often an operation reached the engine. */
  calls(operation: string): number;
}

const startDynalite = (): Promise<{ endpoint: string; stop: () => Promise<void> }> =>
  new Promise((resolve, reject) => {
    const server = dynalite({ createTableMs: 1, deleteTableMs: 1, updateTableMs: 1 });
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') return reject(new Error('dynalite has no port'));
      const stop = () =>
        new Promise<void>((done, failed) => {
          server.close((error) => (error ? failed(error) : done()));
          server.closeAllConnections();
        });
      resolve({ endpoint: `http://127.0.0.1:${address.port}`, stop });
    });
  });

const engine = async () => {
  const endpoint = process.env.TERTIB_TEST_DYNAMODB_ENDPOINT;
  return endpoint === undefined ? startDynalite() : { endpoint, stop: async () => {} };
};

const addressOf = (endpoint: string): AwsAddress => ({
  endpoint,
  region: process.env.AWS_REGION ?? 'ap-southeast-3',
  credentials: {
    accessKeyId: process.env.AWS_ACCESS_KEY_ID ?? 'test',
    secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY ?? 'test',
  },
});

/**
 * Fresh tables on the engine that `TERTIB_TEST_DYNAMODB_ENDPOINT` names, or on an ephemeral dynalite in this process. The prefix
 * is the run's own, and the tables are deleted on closing.
 */
export const startTestDynamoDb = async (): Promise<TestDynamoDb> => {
  const { endpoint, stop } = await engine();
  const prefix = `tertib-test-${randomBytes(6).toString('hex')}-`;
  const client = documentClient(addressOf(endpoint));
  await createTables(client, prefix);
  const name = (table: TableId) => tableName(prefix, table);
  const proxies: (() => Promise<void>)[] = [];
  return {
    client,
    prefix,
    name,
    store: (table) => ({ client, table: name(table) }),
    unreliable: async () => {
      const { proxy, close } = await startProxy(endpoint, name);
      proxies.push(close);
      return proxy;
    },
    close: async () => {
      await Promise.all(proxies.map((close) => close()));
      for (const { name: table } of Object.values(tables)) {
        await client.send(new DeleteTableCommand({ TableName: `${prefix}${table}` }));
      }
      client.destroy();
      await stop();
    },
  };
};

const operationOf = ({ headers }: SeenRequest): string => String(headers['x-amz-target']).split('.')[1] ?? '';

const forward = async (endpoint: string, { method, path, headers, body }: SeenRequest): Promise<Answer> => {
  const { host, connection, 'content-length': _length, ...kept } = headers;
  const sent = Object.entries(kept).map(([name, value]): [string, string] => [name, String(value)]);
  const answer = await fetch(`${endpoint}${path}`, { method, headers: sent, body });
  const contentType = answer.headers.get('content-type') ?? 'application/json';
  const bytes = Buffer.from(await answer.arrayBuffer());
  return { status: answer.status, headers: { 'content-type': contentType }, body: bytes };
};

const startProxy = async (
  endpoint: string,
  name: (table: TableId) => string,
): Promise<{ proxy: UnreliableDynamoDb; close: () => Promise<void> }> => {
  const losses = new Map<string, number>();
  const server = await serve(async (request) => {
    const answer = await forward(endpoint, request);
    const left = losses.get(operationOf(request)) ?? 0;
    losses.set(operationOf(request), left - 1);
    return left > 0 ? 'lost' : answer;
  });
  const client = documentClient(addressOf(server.endpoint));
  return {
    proxy: {
      store: (table) => ({ client, table: name(table) }),
      loseAnswers: (operation, times) => void losses.set(operation, times),
      calls: (operation) => server.seen.filter((request) => operationOf(request) === operation).length,
    },
    close: async () => {
      client.destroy();
      await server.close();
    },
  };
};
