import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** `  1234  1`: a process and its parent. */
export const parseParents = (lines: string): ReadonlyMap<number, number> =>
  new Map(
    lines
      .trim()
      .split('\n')
      .map((line): [number, number] => {
        const [pid = Number.NaN, parent = Number.NaN] = line.trim().split(/\s+/).map(Number);
        if (Number.isNaN(pid + parent)) throw new SyntaxError(`not a line of ps: ${line}`);
        return [pid, parent];
      }),
  );

/** A process and everything that it started, and that those started. */
export const familyOf = (root: number, parents: ReadonlyMap<number, number>): readonly number[] => {
  const family = new Set([root]);
  for (let size = 0; size !== family.size; ) {
    size = family.size;
    for (const [pid, parent] of parents) if (family.has(parent)) family.add(pid);
  }
  return [...family];
};

/** `Pss:   1234 kB` of `/proc/PID/smaps_rollup`: memory that processes share is counted once over all of them. In MB (10^6 bytes). */
export const parsePss = (rollup: string): number => {
  const kilobytes = /^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1];
  if (kilobytes === undefined) throw new SyntaxError('no share of memory is told');
  return (Number(kilobytes) * 1024) / 1e6;
};

const residentMb = async (pid: number): Promise<number> => {
  if (process.platform === 'linux') return parsePss(await readFile(`/proc/${pid}/smaps_rollup`, 'utf8'));
  return (Number((await run('ps', ['-o', 'rss=', '-p', String(pid)])).stdout) * 1024) / 1e6;
};

/** Memory of a process and everything it started, in MB. What ends meanwhile counts as nothing. */
export const familyMb = async (root: number): Promise<number> => {
  const parents = parseParents((await run('ps', ['-e', '-o', 'pid=,ppid='])).stdout);
  const sizes = await Promise.all(familyOf(root, parents).map((pid) => residentMb(pid).catch(() => 0)));
  return sizes.reduce((sum, size) => sum + size, 0);
};
