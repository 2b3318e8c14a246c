import { lineOf, type Report } from './support/row.ts';

/** Every benchmark, by the name that `npm run bench -- NAME` takes; loaded when it is run. */
const benchmarks = {
  bundle: () => import('./bundle.ts'),
  trail: () => import('./trail.ts'),
  intake: () => import('./intake.ts'),
  case: () => import('./case.ts'),
  cost: () => import('./cost.ts'),
  capture: () => import('./capture.ts'),
  upload: () => import('./upload.ts'),
  scanners: () => import('./scanners.ts'),
  links: () => import('./links.ts'),
} as const satisfies Record<string, () => Promise<{ run(report: Report): Promise<void> }>>;

const names = Object.keys(benchmarks);
const isName = (name: string): name is keyof typeof benchmarks => names.includes(name);

const print: Report = (row) => console.log(lineOf(row));

const main = async (asked: readonly string[]): Promise<number> => {
  const unknown = asked.filter((name) => !isName(name));
  if (unknown.length > 0) {
    console.error(`no benchmark ${unknown.join(', ')}; there are: ${names.join(', ')}`);
    return 2;
  }
  for (const name of asked.length === 0 ? names : asked) {
    if (!isName(name)) continue;
    const { run } = await benchmarks[name]();
    await run(print);
  }
  return 0;
};

process.exitCode = await main(process.argv.slice(2));
