import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type * as z from 'zod';
import { MalformedItem } from '../core/errors.ts';

export interface KeyFileOptions<T> {
  readonly path: string;
  readonly schema: z.ZodType<T>;
  /** Makes the key of a file that is not there yet. */
  readonly create: () => Promise<T> | T;
}

/**
 * Reads a key from a JSON file, or makes it. The file is readable by its owner only, on the disk before it is used, and whole or
 * absent at any moment; of several processes that make it at once, all use the one that came first.
 * @throws MalformedItem where the file is not such a key: it is never replaced, since what it protects would be lost
 */
export const openKeyFile = async <T>({ path, schema, create }: KeyFileOptions<T>): Promise<T> => {
  const text = (await readIfThere(path)) ?? (await createOnce(path, JSON.stringify(await create())));
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    // No cause: a parser's error may quote the key.
    throw new MalformedItem(`${path} is not a key file of this kind`);
  }
};

const createOnce = async (path: string, text: string): Promise<string> => {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    await writeSynced(temporary, text);
    await link(temporary, path);
    return text;
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
    return readFile(path, 'utf8');
  } finally {
    await rm(temporary, { force: true });
    await syncFolder(dirname(path));
  }
};

const writeSynced = async (path: string, text: string): Promise<void> => {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
};

/** A new name is safe from a power cut once its folder is on the disk too; Windows knows no such call. */
const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const readIfThere = async (path: string): Promise<string | undefined> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
};

const hasCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;
