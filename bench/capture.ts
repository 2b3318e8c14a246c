import { findChromium } from '../adapters/browser-capture/find-chromium.ts';
import { BrowserCapture } from '../adapters/browser-capture.ts';
import { systemClock } from '../adapters/system-clock.ts';
import type { CaptureResult } from '../core/capture/page-capture.ts';
import { type PostSite, startPostSite } from './support/post-site.ts';
import { familyMb } from './support/process-tree.ts';
import { budgetRow, type Report } from './support/row.ts';
import { median } from './support/statistics.ts';

const TIME = { limit: 15, unit: 's', bound: 'at most' } as const;
const MEMORY = { limit: 1500, unit: 'MB', bound: 'at most' } as const;
const CAPTURES = 7;
const LOOK_MS = 150;

const captureOf = ({ port }: PostSite, path: string): BrowserCapture =>
  new BrowserCapture({
    clock: systemClock,
    program: async () => ({ path, flags: [], hasSandbox: process.getuid?.() !== 0 }),
    ports: [port],
    lookup: async () => [{ address: '127.0.0.1' }],
    allowAddress: (ip, asked) => ip === '127.0.0.1' && asked === port,
  });

interface Watched {
  readonly results: readonly CaptureResult[];
  readonly seconds: readonly number[];
  readonly peakMb: number;
}

/** Takes a page several times, and looks at the memory of this process and of all that it starts meanwhile. */
const watch = async (capture: BrowserCapture, url: string): Promise<Watched> => {
  let peakMb = 0;
  const look = (): void => {
    familyMb(process.pid).then(
      (mb) => {
        peakMb = Math.max(peakMb, mb);
      },
      (error: unknown) => console.error('memory was not seen', error),
    );
  };
  const timer = setInterval(look, LOOK_MS);
  const results: CaptureResult[] = [];
  const seconds: number[] = [];
  try {
    for (let i = 0; i < CAPTURES; i += 1) {
      const began = performance.now();
      results.push(await capture.capture({ url }));
      seconds.push((performance.now() - began) / 1000);
    }
  } finally {
    clearInterval(timer);
  }
  return { results, seconds, peakMb };
};

const factsOf = (result: CaptureResult | undefined): string => {
  if (result === undefined || result.outcome === 'failed') return `failed: ${result?.reason.code ?? 'never taken'}`;
  const { quality, limitations, rendered } = result;
  const { requests = 0, bytes = 0 } = rendered?.traffic ?? {};
  const height = rendered?.screenshot?.height ?? 0;
  const packed = Math.round((rendered?.archive.byteLength ?? 0) / 1000);
  return `${quality} ${limitations.join(' ')}; ${requests} connections, ${Math.round(bytes / 1000)} KB in both directions; screenshot ${height} px, archive ${packed} KB`;
};

/** One page taken by a browser, from its start to the packed archive: a light post, and a long one drawn by scripts. */
export const run = async (report: Report): Promise<void> => {
  const path = findChromium(process.env);
  if (path === undefined) {
    report({ name: 'capture', value: 0, unit: 'captures', n: 0, note: 'not measured: no Chromium on PATH' });
    return;
  }
  const site = await startPostSite();
  try {
    for (const page of ['ringan', 'berat'] as const) {
      const name = `capture.${{ ringan: 'light', berat: 'heavy' }[page]}`;
      const { results, seconds, peakMb } = await watch(
        captureOf(site, path),
        `http://contoh.test:${site.port}/${page}`,
      );
      const note = factsOf(results.at(-1));
      report({ name: `${name}.median`, value: median(seconds), unit: 's', n: CAPTURES, note });
      report(
        budgetRow({
          ...TIME,
          name: `${name}.slowest`,
          value: Math.max(...seconds),
          n: CAPTURES,
          note: 'start of the browser included',
        }),
      );
      report(
        budgetRow({
          ...MEMORY,
          name: `${name}.memory`,
          value: peakMb,
          n: CAPTURES,
          note: 'most memory of this process and all of the browser, shared memory counted once',
        }),
      );
    }
  } finally {
    site.close();
  }
};
