import { join } from 'node:path';
import * as z from 'zod';
import { createTables } from '../adapters/dynamo/create-tables.ts';
import { documentClient } from '../adapters/dynamo/document-client.ts';
import { DynamoDirectoryStore } from '../adapters/dynamo/dynamo-directory-store.ts';
import { tables } from '../adapters/dynamo/tables.ts';
import { ServiceUnavailable } from '../core/errors.ts';
import type { Directory } from '../core/ports.ts';
import { readIfThere } from '../local/engines/durable-file.ts';
import { startDynamoDb } from '../local/engines/dynamodb.ts';
import { DataFolderInUse } from '../local/engines/dynamodb-tables.ts';
import { TABLE_PREFIX } from '../local/table-prefix.ts';

/** What a running instance writes into its data folder. */
const endpointsSchema = z.object({ dynamodb: z.url(), tablePrefix: z.string() });
type Engine = z.infer<typeof endpointsSchema> & { readonly close: () => Promise<void> };

/** The engine of the instance that has the folder open. */
const running = async (folder: string, cause: unknown): Promise<Engine> => {
  const text = await readIfThere(join(folder, 'endpoints.json'));
  if (text === undefined) {
    const message = `${folder}: dipakai proses lain yang belum siap / in use by another process that is not ready yet`;
    throw new ServiceUnavailable(message, { cause });
  }
  return { ...endpointsSchema.parse(JSON.parse(text)), close: async () => {} };
};

/** The folder's lock tells truly whether an instance runs: its endpoints file outlives a kill. */
const openEngine = async (folder: string): Promise<Engine> => {
  try {
    const engine = await startDynamoDb({ folder });
    return { dynamodb: engine.endpoint, tablePrefix: TABLE_PREFIX, close: engine.close };
  } catch (error) {
    if (error instanceof DataFolderInUse) return running(folder, error);
    throw error;
  }
};

/**
 * The staff directory of the installation in `folder`: through the engine of the instance that runs there, otherwise through one
 * started for the purpose.
 * @throws ServiceUnavailable where the folder is in use and its engine cannot be found
 */
export const openLocalDirectory = async (
  folder: string,
): Promise<{ readonly directory: Directory; readonly close: () => Promise<void> }> => {
  const engine = await openEngine(folder);
  const client = documentClient({
    region: 'ap-southeast-3',
    endpoint: engine.dynamodb,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  await createTables(client, engine.tablePrefix);
  return {
    directory: new DynamoDirectoryStore({ client, table: `${engine.tablePrefix}${tables.directory.name}` }),
    close: async () => {
      client.destroy();
      await engine.close();
    },
  };
};
