import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';

const run = promisify(execFile);
const autocannon = createRequire(import.meta.url).resolve('autocannon');
const MOST_OUTPUT = 1_000_000;

export interface Load {
  readonly url: string;
  readonly body: string;
  readonly connections: number;
  readonly seconds: number;
  /** Where the body may lie as a file meanwhile. */
  readonly folder: string;
}

export interface LoadResult {
  readonly answered: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

const resultSchema = z.object({
  duration: z.number().positive(),
  errors: z.int(),
  timeouts: z.int(),
  non2xx: z.int(),
  '2xx': z.int(),
  latency: z.object({ p50: z.number(), p99: z.number() }),
});

/**
 * Posts one body again and again, from a process of its own, each connection as soon as it has its answer.
 * @throws Error where any request was not answered with success: such a number would say nothing
 */
export const postLoad = async ({ url, body, connections, seconds, folder }: Load): Promise<LoadResult> => {
  const file = join(folder, 'load-body.json');
  await writeFile(file, body);
  const { stdout } = await run(
    process.execPath,
    [
      autocannon,
      ...['--connections', String(connections), '--duration', String(seconds), '--method', 'POST'],
      ...['--headers', 'Content-Type=application/json', '--input', file, '--json', '--no-progress', url],
    ],
    { maxBuffer: MOST_OUTPUT, timeout: (seconds + 30) * 1000 },
  );
  const result = resultSchema.parse(JSON.parse(stdout));
  const { duration, latency, errors, timeouts, non2xx } = result;
  const answered = result['2xx'];
  if (errors + timeouts + non2xx > 0) {
    throw new Error(`${url}: ${errors} errors, ${timeouts} timeouts, ${non2xx} refusals beside ${answered} answers`);
  }
  return { answered, perSecond: answered / duration, p50Ms: latency.p50, p99Ms: latency.p99 };
};
