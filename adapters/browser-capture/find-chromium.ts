import { isExecutable, programPlaces } from '../find-program.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
const DEBIAN = '/usr/bin/chromium';

type Env = Readonly<Record<string, string | undefined>>;

/** Where a Chromium may stand, best first: what `TERTIB_CHROMIUM` names and nothing else, or else `PATH`, or where Debian puts it. */
export const chromiumPlaces = ({ TERTIB_CHROMIUM: named = '', PATH = '' }: Env): string[] =>
  named === '' ? [...NAMES.flatMap((name) => programPlaces(name, PATH)), DEBIAN] : [named];

/** The first of those places that can be run; undefined where there is none. */
export const findChromium = (env: Env, canRun: (path: string) => boolean = isExecutable): string | undefined =>
  chromiumPlaces(env).find(canRun);
