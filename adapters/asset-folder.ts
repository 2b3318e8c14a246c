import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** Reads the pages' static files from a folder, by their bare names. */
export const assetFolder =
  (folder: string) =>
  (file: string): Promise<string> =>
    readFile(join(folder, basename(file)), 'utf8');
