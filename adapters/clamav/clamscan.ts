import { spawn } from 'node:child_process';
import type { Look, LookedAt } from '../clamav-scanner.ts';

export interface ClamscanOptions {
  /** Path of the program. */
  readonly program: string;
  /** Where its signatures are, if not where it looks by itself. */
  readonly database?: string | undefined;
  readonly timeoutMs: number;
}

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly timedOut: boolean;
}

/** More is not an answer about one file. */
const MOST = 64 * 1024;

/** Runs a program without a shell, feeds it, and ends it at its time limit. Never throws. */
const run = (program: string, args: readonly string[], given: { input: Uint8Array; timeoutMs: number }) =>
  new Promise<Ended>((resolve) => {
    const child = spawn(program, [...args], { stdio: ['pipe', 'pipe', 'ignore'] });
    let output = '';
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      child.kill('SIGKILL');
    }, given.timeoutMs);
    const end = (code: number | null): void => {
      clearTimeout(timer);
      resolve({ code, output, timedOut });
    };
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (text: string) => {
      if (output.length < MOST) output += text;
    });
    child.on('error', () => end(null));
    child.on('close', end);
    child.stdin.on('error', () => {}); // it may stop reading before the end; what it says then is its answer
    child.stdin.end(given.input);
  });

const databaseOf = ({ database }: ClamscanOptions): string[] =>
  database === undefined ? [] : ['--database', database];

/** 0 clean, 1 found; everything else is no verdict. */
const answerOf = ({ code, output, timedOut }: Ended): LookedAt => {
  if (timedOut) return { kind: 'silent', cause: 'TIMED_OUT' };
  const line = output
    .split('\n')
    .map((text) => text.trim())
    .find((text) => / FOUND$/.test(text) || /: (OK|Empty file)$/.test(text));
  const isAnswer = line !== undefined && (code === 0 || code === 1) && (code === 1) === / FOUND$/.test(line);
  return isAnswer ? { kind: 'said', line } : { kind: 'silent', cause: 'FAILED' };
};

/** Looks by the command, which loads all signatures for every file: seconds with the public ones. The file goes in by its input. */
export const clamscan = (options: ClamscanOptions): { look: Look; version: () => Promise<string | undefined> } => {
  const { program, timeoutMs } = options;
  const args = [
    '--stdout',
    '--no-summary',
    // What lies beyond its bounds or under a password is said to be so, rather than clean.
    '--alert-exceeds-max=yes',
    '--alert-encrypted=yes',
    // A member beyond the size of a file is cut off and called clean; only beyond the size of a scan it is said to be too much.
    '--max-filesize=1000M',
    '--max-scansize=400M',
    ...databaseOf(options),
    '-',
  ];
  return {
    look: async (input) => answerOf(await run(program, args, { input, timeoutMs })),
    version: async () => {
      const asked = ['--version', ...databaseOf(options)];
      const { code, output } = await run(program, asked, { input: new Uint8Array(), timeoutMs });
      return code === 0 ? output.trim().split('\n')[0] || undefined : undefined;
    },
  };
};
