import { execFile } from 'node:child_process';
import { join } from 'node:path';

export interface ScriptResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const ROOT = join(import.meta.dirname, '..', '..');

/** Runs `scripts/<name>.ts` as `npm run` does and waits for its end. */
export const runScript = (
  name: string,
  args: readonly string[],
  { cwd = ROOT, env = {} }: { cwd?: string; env?: Readonly<Record<string, string>> } = {},
): Promise<ScriptResult> =>
  new Promise((resolve) => {
    const script = join(ROOT, 'scripts', `${name}.ts`);
    const child = execFile(
      process.execPath,
      [script, ...args],
      { cwd, env: { ...process.env, NODE_OPTIONS: '', ...env } },
      (_error, stdout, stderr) => resolve({ code: child.exitCode, stdout, stderr }),
    );
  });
