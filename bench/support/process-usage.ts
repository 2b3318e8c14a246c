import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Usage {
  /** Processor time since the process began, in milliseconds. */
  readonly cpuMs: number;
  /** Resident memory now, in MB (10^6 bytes). */
  readonly residentMb: number;
}

/** Linux counts processor time in these, on every machine that Node runs on. */
const TICK_MS = 10;

/** Fields 14, 15 and 24 of `/proc/PID/stat`; the name in field 2 may hold blanks and brackets. @param pageBytes size of a memory page */
export const parseProcStat = (stat: string, pageBytes: number): Usage => {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [user, system, pages] = [fields[11], fields[12], fields[21]].map(Number);
  if (user === undefined || system === undefined || pages === undefined || Number.isNaN(user + system + pages)) {
    throw new SyntaxError(`not a process status: ${stat.slice(0, 80)}`);
  }
  return { cpuMs: (user + system) * TICK_MS, residentMb: (pages * pageBytes) / 1e6 };
};

/** `  51234  01:02:03` or `51234 2:03.45`: kilobytes, then hours, minutes and seconds. */
export const parsePs = (line: string): Usage => {
  const [kilobytes = '', time = ''] = line.trim().split(/\s+/);
  const seconds = time.split(/[-:]/).reduce((sum, part) => sum * 60 + Number(part), 0);
  const usage = { cpuMs: seconds * 1000, residentMb: (Number(kilobytes) * 1024) / 1e6 };
  if (kilobytes === '' || Number.isNaN(usage.cpuMs + usage.residentMb))
    throw new SyntaxError(`not a line of ps: ${line}`);
  return usage;
};

const pageBytes = async (): Promise<number> => Number((await run('getconf', ['PAGESIZE'])).stdout);

/** What a process of this machine uses: from `/proc` where there is one, else from `ps`. */
export const usageOf = async (pid: number): Promise<Usage> => {
  if (process.platform === 'linux')
    return parseProcStat(await readFile(`/proc/${pid}/stat`, 'utf8'), await pageBytes());
  return parsePs((await run('ps', ['-o', 'rss=,time=', '-p', String(pid)])).stdout);
};

/** Looks at a process every quarter of a second while `work` is under way. @returns the largest resident memory seen, in MB */
export const watchMemory = async <T>(pid: number, work: Promise<T>): Promise<{ result: T; peakMb: number }> => {
  let peakMb = 0;
  const look = async (): Promise<void> => {
    peakMb = Math.max(peakMb, (await usageOf(pid)).residentMb);
  };
  const timer = setInterval(() => void look().catch(() => undefined), 250);
  try {
    const result = await work;
    await look();
    return { result, peakMb };
  } finally {
    clearInterval(timer);
  }
};
