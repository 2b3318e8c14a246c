import { connect } from 'node:net';
import { startDynamoDb } from '../../../local/engines/dynamodb.ts';
import { createTable, dynamoClient } from './dynamodb-client.ts';

// A program whose client hangs up half-way through a request: its last word tells that it lived on.
const engine = await startDynamoDb({ folder: process.argv[2] ?? '' });
const client = dynamoClient(engine.endpoint);
const socket = connect(Number(new URL(engine.endpoint).port), '127.0.0.1');
await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
socket.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\nhalf');
await createTable(client);
socket.destroy();
client.destroy();
await engine.close();
process.stdout.write('lived on');
