import { execFile } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const LIMIT_MS = 30_000;

const script = (url: string): string => `
const start = performance.now();
const { handler } = await import(${JSON.stringify(url)});
const took = performance.now() - start;
if (typeof handler !== 'function') throw new TypeError('no handler');
process.stdout.write(String(took), () => process.exit(0));
`;

/**
 * Milliseconds that a fresh process takes to import a bundle: reading, compiling and running its top level; not the start of Node.
 * The process has the variables given and the option that deployed functions run with, and nothing else.
 */
export const coldImportMs = async (file: string, environment: Readonly<Record<string, string>>): Promise<number> => {
  const { stdout } = await run(
    process.execPath,
    ['--enable-source-maps', '--input-type=module', '--eval', script(pathToFileURL(file).href)],
    { env: { AWS_REGION: 'ap-southeast-3', ...environment }, timeout: LIMIT_MS },
  );
  const took = Number(stdout);
  if (!(took > 0)) throw new Error(`an import took ${stdout}`);
  return took;
};
