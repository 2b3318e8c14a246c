import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { findChromium } from './chromium.ts';
import { startSystem } from './people/system.ts';

const ROOT = join(import.meta.dirname, '..');

const sayThatNothingRan = (): void => {
  const line = '!'.repeat(78);
  console.error(
    `${line}\n!! Browser tests NOT RUN: no Chromium on PATH. Install chromium, or set TERTIB_CHROMIUM.\n${line}`,
  );
};

/** A port that nobody has; the system says its web address only. */
const freePort = async (): Promise<string> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return address === null || typeof address === 'string' ? '0' : String(address.port);
};

/** Runs the tests of test/browser/ against one system of their own; answers their exit code. */
const runTests = async (chromium: string): Promise<number> => {
  const smtpPort = await freePort();
  const system = await startSystem({ env: { SMTP_PORT: smtpPort } });
  try {
    const jest = join(ROOT, 'node_modules/jest/bin/jest.js');
    const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
    const options = ['--config', join(ROOT, 'test/browser/jest.config.js'), '--runInBand', ...process.argv.slice(2)];
    const child = spawn(process.execPath, [...flags, jest, ...options], {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, TERTIB_CHROMIUM: chromium, TERTIB_BASE_URL: system.baseUrl, TERTIB_SMTP_PORT: smtpPort },
    });
    const [code] = await once(child, 'exit');
    return typeof code === 'number' ? code : 1;
  } finally {
    await system.stop();
  }
};

const chromium = findChromium(process.env);
if (chromium === undefined) {
  sayThatNothingRan();
  process.exitCode = process.env.CI === 'true' ? 1 : 0;
} else {
  process.exitCode = await runTests(chromium);
}
