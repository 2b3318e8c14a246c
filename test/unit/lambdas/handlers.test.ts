import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import * as z from 'zod';
import { flowSteps } from '../../../statemachines/case.contract.ts';

const LAMBDAS = join(import.meta.dirname, '../../../lambdas');
const LOAD_MS = 120_000;

const entries = readdirSync(LAMBDAS, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.lambda.ts'))
  .map((file) => file.slice(0, -'.lambda.ts'.length).replaceAll(sep, '/'))
  .sort();

const reportSchema = z.object({
  entry: z.string(),
  kind: z.string(),
  failures: z.array(z.object({ name: z.string(), message: z.string() })),
});
const lineSchema = z.object({ event: z.literal('step-failed'), step: z.string(), error: z.string() });

/** What the child said: its own reports, and the lines of the handlers' log. */
const load = (): Promise<{ reports: z.infer<typeof reportSchema>[]; output: string; problem: string }> =>
  new Promise((resolve) => {
    const child = join(import.meta.dirname, 'load-child.ts');
    const env = { PATH: process.env.PATH ?? '', NODE_NO_WARNINGS: '1' };
    execFile(process.execPath, [child, ...entries], { env }, (_error, output, problem) => {
      const reports = output.split('\n').flatMap((line) => {
        const parsed = line.startsWith('{"entry"') ? reportSchema.safeParse(JSON.parse(line)) : undefined;
        return parsed?.success ? [parsed.data] : [];
      });
      resolve({ reports, output, problem });
    });
  });

describe('every handler', () => {
  let loaded: Awaited<ReturnType<typeof load>>;
  beforeAll(async () => {
    loaded = await load();
  }, LOAD_MS);

  it('loads with the variables of its schema and no other, without a network', () => {
    expect(loaded.problem).toBe('');
    expect(loaded.reports.map(({ entry, kind }) => [entry, kind])).toEqual(entries.map((entry) => [entry, 'function']));
  });

  it('has a step of the flow, a timer, the sweep or a part of the site to serve', () => {
    const steps = entries.filter((entry) => entry.startsWith('workflow/'));
    expect(steps).toHaveLength(Object.keys(flowSteps).length);
  });

  it('of a step or timer refuses what no caller sends, and says which part it was', () => {
    const judged = loaded.reports.filter(({ failures }) => failures.length > 0);
    expect(judged).toHaveLength(Object.keys(flowSteps).length + 1);
    for (const { entry, failures } of judged) {
      expect([entry, new Set(failures.map(({ name }) => name))]).toEqual([entry, new Set(['ZodError'])]);
      expect(failures[2]?.message).toContain('caseId');
    }
  });

  it('of a step logs the refusal under its name, and never a part of the event', () => {
    const lines = loaded.output.split('\n').flatMap((line) => {
      const parsed = line.startsWith('{') ? lineSchema.safeParse(JSON.parse(line)) : undefined;
      return parsed?.success ? [parsed.data] : [];
    });
    expect(new Set(lines.map(({ step }) => step))).toEqual(new Set(Object.keys(flowSteps)));
    expect(new Set(lines.map(({ error }) => error))).toEqual(new Set(['ZodError']));
    expect(loaded.output).not.toContain('AAAA-secret');
  });
});
