import { Socket } from 'node:net';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

/** Loads handlers one after another, each with exactly the variables of its schema, and calls it with what no caller sends. */

const [, , ...entries] = argv;
const say = (report: unknown): void => void process.stdout.write(`${JSON.stringify(report)}\n`);

Socket.prototype.connect = () => {
  throw new Error('a handler reached for the network');
};

/** Read when the handler loads, unlike everything else that a variable names. */
const FONTS = fileURLToPath(new URL('../../../node_modules/@expo-google-fonts/noto-serif', import.meta.url));

/** The first of a few plain values that a variable may have. */
const valueFor = (schema: z.core.$ZodType): string =>
  ['dummy', 'https://dummy.test', 'NONE'].find((value) => z.safeParse(schema, value).success) ?? 'nothing that fits';

const environmentOf = async (entry: string): Promise<Record<string, string>> => {
  const name = entry.split('/').at(-1);
  const exported: Record<string, z.ZodObject> = await import(`../../../lambdas/env/${name}.env.ts`);
  const shapes = Object.values(exported).flatMap(({ shape }) => Object.entries(shape));
  return Object.fromEntries(shapes.map(([variable, schema]) => [variable, valueFor(schema)]));
};

const failureOf = async (call: () => Promise<unknown>) => {
  try {
    await call();
    return { name: 'none', message: '' };
  } catch (error) {
    return error instanceof Error ? { name: error.name, message: error.message } : { name: typeof error, message: '' };
  }
};

const malformed = [
  null,
  'text',
  {},
  { caseId: 'x', agencyId: 'UJI', round: 0, taskToken: 'AAAA-secret', artifactId: '../..', kind: 'none' },
  { caseId: 'UJI-2026-00000000', agencyId: 'uji', round: 1.5, taskToken: 'AAAA-secret' },
];

for (const entry of entries) {
  const environment = await environmentOf(entry);
  process.env = { AWS_REGION: 'ap-southeast-3', ...environment, ...('FONT_DIR' in environment && { FONT_DIR: FONTS }) };
  const { handler } = await import(`../../../lambdas/${entry}.lambda.ts`);
  const failures = /^(workflow|timers)\//.test(entry)
    ? await Promise.all(malformed.map((event) => failureOf(() => handler(event, {}))))
    : [];
  say({ entry, kind: typeof handler, failures });
}
