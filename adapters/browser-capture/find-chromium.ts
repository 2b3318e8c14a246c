import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
const DEBIAN = '/usr/bin/chromium';

type Env = Readonly<Record<string, string | undefined>>;

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // the only way to ask, and its only way to say no
  }
};

/** Where a Chromium may stand, best first: what `TERTIB_CHROMIUM` names and nothing else, or else `PATH`, or where Debian puts it. */
export const chromiumPlaces = ({ TERTIB_CHROMIUM: named = '', PATH = '' }: Env): string[] => {
  if (named !== '') return [named];
  const folders = PATH.split(delimiter).filter((folder) => folder !== '');
  return [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), DEBIAN];
};

/** The first of those places that can be run; undefined where there is none. */
export const findChromium = (env: Env, canRun: (path: string) => boolean = isExecutable): string | undefined =>
  chromiumPlaces(env).find(canRun);
