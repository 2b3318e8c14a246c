import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface OwnProcess {
  /** What the program printed first: the address that takes the load. */
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts a server of this folder as a process of its own, as the whole system is one. @param program e.g. `bare-server.ts` */
export const startProgram = async (program: string, folder: string): Promise<OwnProcess> => {
  const child = spawn(process.execPath, [join(import.meta.dirname, program), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code}`)));
  });
  return {
    url,
    pid: child.pid ?? 0,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
};
