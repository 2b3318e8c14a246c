import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

/** Licences that let a public agency run, change and pass on the whole. `A OR B` is fine where one of them is here. */
const permissive = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'Zlib',
  'Python-2.0',
]);

/** Read and found permissive, although their field says it in other words. Name, the field's text, why. */
const reviewed = new Map<string, { field: string; why: string }>([
  [
    '@expo-google-fonts/noto-serif',
    { field: 'MIT AND OFL-1.1', why: 'code MIT; the fonts OFL-1.1, which allows embedding' },
  ],
]);

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      resolved: z.string().optional(),
    }),
  ),
});

const isPermissive = (licence: string): boolean => {
  const text = licence.replace(/[()]/g, '');
  if (text.includes(' AND ')) return text.split(' AND ').every(isPermissive);
  return text.split(' OR ').some((choice) => permissive.has(choice.trim()));
};

const root = join(import.meta.dirname, '..');
const { packages } = lockSchema.parse(JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')));
const production = Object.entries(packages).filter(([path, { dev }]) => path !== '' && dev !== true);

const problems: string[] = [];
for (const [path, { license, resolved }] of production) {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const known = reviewed.get(name)?.field === license;
  if (!known && (license === undefined || !isPermissive(license))) problems.push(`${name}: ${license ?? 'no licence'}`);
  if (resolved?.includes('://')) problems.push(`${name}: the lockfile records a download address`);
}
for (const problem of problems) console.error(problem);
console.log(`${production.length} production packages, ${problems.length} problems`);
process.exit(problems.length === 0 ? 0 : 1);
