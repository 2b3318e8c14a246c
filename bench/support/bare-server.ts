import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { createTables } from '../../adapters/dynamo/create-tables.ts';
import { documentClient } from '../../adapters/dynamo/document-client.ts';
import { tableName } from '../../adapters/dynamo/tables.ts';
import { startDynamoDb } from '../../local/engines/dynamodb.ts';
import { LOOPBACK, listen } from '../../local/engines/listen.ts';

/**
 * The least that a server can do that keeps what it is sent: one PutItem for each POST, on the engine that the whole system has on one
 * machine, in the same process as there. A program of its own: `node bare-server.ts FOLDER` prints its address.
 */
const PREFIX = 'bare-';
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: node bare-server.ts FOLDER');

const { endpoint } = await startDynamoDb({ folder });
const client = documentClient({
  region: 'ap-southeast-3',
  endpoint,
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});
await createTables(client, PREFIX);

const keep = async (request: IncomingMessage): Promise<string> => {
  const caseId = randomUUID();
  const item = { caseId, seq: 1, event: await text(request) };
  await client.send(new PutCommand({ TableName: tableName(PREFIX, 'trail'), Item: item }));
  return caseId;
};

const server = createServer((request, response) => {
  keep(request).then(
    (caseId) => response.writeHead(201, { 'Content-Type': 'application/json' }).end(JSON.stringify({ caseId })),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});
console.log(`http://${LOOPBACK}:${await listen(server, 0)}`);
