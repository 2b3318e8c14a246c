import * as z from 'zod';
import type { Ids } from '../core/ports.ts';
import { openKeyFile } from './key-file.ts';

const KEY_BYTES = 32;

const secretSchema = (purpose: string) =>
  z.strictObject({ purpose: z.literal(purpose), key: z.string().regex(/^[A-Za-z0-9_-]{43}$/) });

/**
 * A 256-bit symmetric key in a file, made when absent. The file names its purpose, so that one key is never used for two.
 * @throws MalformedItem
 */
export const openSecretFile = async (
  path: string,
  { purpose, ids }: { purpose: string; ids: Ids },
): Promise<Uint8Array> => {
  const create = () => ({ purpose, key: Buffer.from(ids.bytes(KEY_BYTES)).toString('base64url') });
  const { key } = await openKeyFile({ path, schema: secretSchema(purpose), create });
  return Buffer.from(key, 'base64url');
};
