import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const READY = /^Tertib is ready at (http:\/\/\S+)$/;

export interface RunningSystem {
  readonly baseUrl: string;
  readonly folder: string;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

/** Starts the whole system as `npm start` does, in a folder and on ports of its own, and waits until it says that it is ready. */
export const startSystem = async (
  options: { folder?: string; env?: Record<string, string> } = {},
): Promise<RunningSystem> => {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'tertib-run-')));
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../local/start.mjs')], {
    // Without a browser for captures unless one is named: what is told or measured here is everything else.
    env: { TERTIB_CHROMIUM: 'none', ...process.env, PORT: '0', SMTP_PORT: '0', TERTIB_DATA: folder, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  child.stderr.on('data', (chunk) => said.push(String(chunk)));
  const baseUrl = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = READY.exec(line)?.[1];
      if (url !== undefined) resolve(url);
    });
    child.once('exit', (code) =>
      reject(new Error(`the system ended with ${code} before it was ready:\n${said.join('')}`)),
    );
  });
  return {
    baseUrl,
    folder,
    process: child,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      if (options.folder === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
};
