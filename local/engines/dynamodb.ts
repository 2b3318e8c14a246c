import { mkdir } from 'node:fs/promises';
import type { IncomingMessage, Server } from 'node:http';
import { join } from 'node:path';
import dynalite from 'dynalite';
import { finishTableCreation } from './dynamodb-tables.ts';
import { LOOPBACK, listen } from './listen.ts';

export interface DynamoDbEngine {
  /** Base address for any DynamoDB client; region and credentials are free. */
  readonly endpoint: string;
  close(): Promise<void>;
}

const CREATE_TABLE_MS = 1;

/**
 * DynamoDB on this machine: dynalite over a LevelDB folder. What it has acknowledged is there after a kill.
 *
 * @param folder holds the data; one process at a time may have it open
 * @throws DataFolderInUse when another process has it
 */
export const startDynamoDb = async ({
  folder,
  port = 0,
}: {
  folder: string;
  port?: number;
}): Promise<DynamoDbEngine> => {
  const path = join(folder, 'leveldb');
  await mkdir(path, { recursive: true });
  await finishTableCreation(path);
  const server = dynalite({
    path,
    createTableMs: CREATE_TABLE_MS,
    deleteTableMs: CREATE_TABLE_MS,
    updateTableMs: CREATE_TABLE_MS,
  });
  server.on('request', surviveBrokenRequest);
  const taken = await listen(server, port);
  return { endpoint: `http://${LOOPBACK}:${taken}`, close: () => close(server) };
};

/** dynalite throws what a request's `error` event brings, which would end the whole process when a client hangs up half-way. */
const surviveBrokenRequest = (request: IncomingMessage): void => {
  request.removeAllListeners('error');
  request.on('error', () => {});
};

/** Answers what is under way, then closes the store; kept-alive connections do not hold it up. */
const close = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeIdleConnections();
  });
