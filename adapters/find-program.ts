import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // the only way to ask, and its only way to say no
  }
};

/** Where a program of a name may stand, by the folders of a search path, in their order. */
export const programPlaces = (name: string, PATH = ''): string[] =>
  PATH.split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name));

/** The first program of a name in the folders of a search path; undefined where there is none. */
export const findProgram = (
  name: string,
  PATH = '',
  canRun: (path: string) => boolean = isExecutable,
): string | undefined => programPlaces(name, PATH).find(canRun);
