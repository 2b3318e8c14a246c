import { existsSync } from 'node:fs';
import type { BrowserProgram } from './launch.ts';

/**
 * What a function's own isolation asks for: no sandbox within it, which it does not permit, and one process, because new ones may not
 * give up privileges. The package's other flags are left out: they take the web's own protections away.
 */
const IN_A_FUNCTION = [
  '--no-zygote',
  '--single-process',
  '--in-process-gpu',
  '--font-render-hinting=none',
  '--disable-webgl',
];

/**
 * The Chromium that is packed with a function, unpacked once into its temporary folder; undefined where it was built without one.
 * @param folder where the packed files of `@sparticuz/chromium` lie
 */
export const lambdaChromium = async (folder: string): Promise<BrowserProgram | undefined> => {
  if (!existsSync(folder)) return undefined;
  const { default: chromium } = await import('@sparticuz/chromium');
  return { path: await chromium.executablePath(folder), flags: IN_A_FUNCTION, hasSandbox: false };
};
