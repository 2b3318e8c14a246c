import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

/** Where the tables of a running local system are. */
export interface Tables {
  readonly endpoint: string;
  readonly prefix: string;
}

const endpointsSchema = z.object({ dynamodb: z.url(), tablePrefix: z.string() });

/** @param folder the data folder of the system */
export const tablesIn = async (folder: string): Promise<Tables> => {
  const { dynamodb, tablePrefix } = endpointsSchema.parse(
    JSON.parse(await readFile(join(folder, 'endpoints.json'), 'utf8')),
  );
  return { endpoint: dynamodb, prefix: tablePrefix };
};

/** Any region and key will do for the engine on this machine, but the client wants some. */
export const addressOf = ({ endpoint }: Tables) => ({
  region: 'ap-southeast-3',
  endpoint,
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});
