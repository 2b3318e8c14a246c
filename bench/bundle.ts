import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bundle, bundle, environmentFor, functionNames } from './support/bundled-functions.ts';
import { coldImportMs } from './support/cold-import.ts';
import { budgetRow, isMet, type Report } from './support/row.ts';
import { median } from './support/statistics.ts';

/** What a person who waits for a page or an answer waits for, where its function starts cold. */
const SIZE = { limit: 500, unit: 'KB', bound: 'at most' } as const;
/**
 * Nobody waits for this one, and its start is the browser's: 66 MB beside the bundle, unpacked in a second or more. It writes web
 * archives and unpacks that browser, which is what it is larger by.
 */
const WITH_BROWSER = { name: 'workflow/capture-evidence', limit: 800 } as const;
const IMPORT = { limit: 150, unit: 'ms', bound: 'at most' } as const;
const IMPORTS = 7;
const TOP = 5;

interface Measured {
  readonly name: string;
  readonly value: number;
}

const sizeFor = (name: string) => (name === WITH_BROWSER.name ? { ...SIZE, limit: WITH_BROWSER.limit } : SIZE);

const kilobytes = (bytes: number): number => bytes / 1000;

const largestParts = ({ parts }: Bundle): string =>
  parts
    .slice(0, TOP)
    .map(({ name, bytes }) => `${name} ${Math.round(kilobytes(bytes))}`)
    .join(', ');

const measureSize = (built: Bundle, report: Report): Measured => {
  const value = kilobytes(built.bytes);
  report(
    budgetRow({
      ...sizeFor(built.name),
      name: `bundle.size.${built.name}`,
      value,
      n: 1,
      note: `Minified, without source map. Largest parts in KB: ${largestParts(built)}`,
    }),
  );
  return { name: built.name, value };
};

const measureImport = async ({ name, file }: Bundle, report: Report): Promise<Measured> => {
  const environment = await environmentFor(name);
  const times: number[] = [];
  for (let time = 0; time < IMPORTS; time += 1) times.push(await coldImportMs(file, environment));
  const value = median(times);
  const note = `Fresh process, median of ${IMPORTS}; fastest ${Math.min(...times).toFixed(0)} ms`;
  report(budgetRow({ ...IMPORT, name: `bundle.import.${name}`, value, n: IMPORTS, note }));
  return { name, value };
};

const worst = (measured: readonly Measured[], budget: typeof SIZE | typeof IMPORT) => {
  const own = (name: string) => (budget === SIZE ? sizeFor(name) : budget);
  const [first] = measured.toSorted((a, b) => b.value - a.value);
  if (first === undefined) throw new Error('there is no function to measure');
  const missed = measured.filter(({ name, value }) => !isMet({ ...own(name), value })).map(({ name }) => name);
  const others = missed.length === 0 ? 'all functions within it' : `missed by ${missed.join(', ')}`;
  return { ...budget, value: first.value, n: measured.length, note: `Worst: ${first.name}; ${others}` };
};

/** Size of every function's bundle, and how long a fresh process takes to import it. */
export const run = async (report: Report): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'tertib-bundle-'));
  const sizes: Measured[] = [];
  const imports: Measured[] = [];
  try {
    for (const name of await functionNames()) {
      const built = await bundle(name, folder);
      sizes.push(measureSize(built, report));
      imports.push(await measureImport(built, report));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  report(budgetRow({ name: 'bundle.size', ...worst(sizes, SIZE) }));
  report(budgetRow({ name: 'bundle.import', ...worst(imports, IMPORT) }));
};
