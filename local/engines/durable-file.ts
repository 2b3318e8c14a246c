import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { types } from 'node:util';

const TEMPORARY = '.tmp';

/**
 * Writes a whole file or nothing: a kill at any moment leaves the old content or the new one, never a part.
 * The bytes are on the disk when the promise resolves.
 */
export const writeDurably = async (path: string, content: string | Uint8Array, mode = 0o600): Promise<void> => {
  const temporary = await writeTemporary(path, content, mode);
  await rename(temporary, path);
  await syncFolder(dirname(path));
};

/** As {@link writeDurably}, but an existing file stays as it is. @returns whether this call created the file */
export const createDurably = async (path: string, content: string | Uint8Array, mode = 0o600): Promise<boolean> => {
  const temporary = await writeTemporary(path, content, mode);
  try {
    await link(temporary, path);
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
  await syncFolder(dirname(path));
  return true;
};

/** The file's text, or undefined when there is no such file. */
export const readIfThere = async (path: string): Promise<string | undefined> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
};

/** Makes the folder when absent, sweeps what a killed process left half-written, and names the files with `extension`. */
export const openFolder = async (folder: string, extension: string): Promise<readonly string[]> => {
  await mkdir(folder, { recursive: true });
  const names = await readdir(folder);
  await Promise.all(
    names.filter((name) => name.endsWith(TEMPORARY)).map((name) => rm(join(folder, name), { force: true })),
  );
  return names.filter((name) => name.endsWith(extension));
};

const writeTemporary = async (path: string, content: string | Uint8Array, mode: number): Promise<string> => {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${randomUUID()}${TEMPORARY}`;
  const file = await open(temporary, 'wx', mode);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  return temporary;
};

/** A rename is only safe from a power cut once the folder is on the disk too; Windows knows no such call. */
const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const hasCode = (error: unknown, code: string): boolean =>
  types.isNativeError(error) && 'code' in error && error.code === code;
