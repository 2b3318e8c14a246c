import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { startDynamoDb } from '../../../local/engines/dynamodb.ts';
import { createTable, dynamoClient, TABLE, whenUsable } from './dynamodb-client.ts';

// A program to be killed: writes without end, and prints each number once its write was acknowledged.
const engine = await startDynamoDb({ folder: process.argv[2] ?? '' });
const client = dynamoClient(engine.endpoint);
await createTable(client);
await whenUsable(client);
let next = 0;
const writeForEver = async (): Promise<never> => {
  for (;;) {
    next += 1;
    const id = String(next);
    await client.send(new PutItemCommand({ TableName: TABLE, Item: { id: { S: id }, text: { S: 'x'.repeat(500) } } }));
    process.stdout.write(`${id}\n`);
  }
};
await Promise.all(Array.from({ length: 8 }, writeForEver));
