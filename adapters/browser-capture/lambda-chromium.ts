import type { BrowserProgram } from './launch.ts';

/**
 * What a function's own isolation asks for: no sandbox within it, which it does not permit, and one process, because new ones may not
 * give up privileges. The packages' other flags are left out: they take the web's own protections away.
 */
const IN_A_FUNCTION = [
  '--no-zygote',
  '--single-process',
  '--in-process-gpu',
  '--font-render-hinting=none',
  '--disable-webgl',
];

/** The Chromium that is packed with the function, unpacked once; undefined where it was built without one. */
export const lambdaChromium = async (): Promise<BrowserProgram | undefined> => {
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    chromium.setGraphicsMode = false;
    return { path: await chromium.executablePath(), flags: IN_A_FUNCTION, hasSandbox: false };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
};
