import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import dynalite from 'dynalite';
import { listen } from '../../../local/engines/listen.ts';
import { createTable, dynamoClient } from './dynamodb-client.ts';

// A program that dies between the two steps by which dynalite makes a table.
const path = join(process.argv[2] ?? '', 'leveldb');
await mkdir(path, { recursive: true });
const port = await listen(dynalite({ path, createTableMs: 1_000_000 }));
await createTable(dynamoClient(`http://127.0.0.1:${port}`));
process.kill(process.pid, 'SIGKILL');
