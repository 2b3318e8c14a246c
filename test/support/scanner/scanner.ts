import { type Browser, chromium } from 'playwright-core';
import { pressEverything } from './press.ts';
import { brokenLink, sameLink, unwrapped, wrapped } from './rewriting.ts';
import { ask, loopback, type Seen, startWire } from './wire.ts';

/**
 * What scanners of mail were seen to do with links, by how far they go: 0 asks for the head, 1 reads what rewriting made of the link, 2 is
 * a browser that runs every script, 3 a browser that presses and fills in everything, 4 is 3 twice, from two networks and profiles.
 */
export const tiers = [0, 1, 2, 3, 4] as const;
export type Tier = (typeof tiers)[number];

/** What one visit came to, from the scanner's side. */
export interface Scanned {
  readonly tier: Tier;
  readonly link: string;
  readonly seen: readonly Seen[];
  /** What pages asked of other places. */
  readonly elsewhere: readonly string[];
  readonly pressed: number;
}

const AGENT = 'Mozilla/5.0 (compatible; LinkScanner/3.1; +https://pemindai.test)';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
/** Scripts that wait before they act have acted by then. */
const SCRIPTS_MS = 150;

export interface Scanner {
  visit(tier: Tier, link: string): Promise<Scanned>;
  close(): Promise<void>;
}

type Told = Pick<Scanned, 'seen' | 'elsewhere' | 'pressed'>;

const asked = async (
  method: 'HEAD' | 'GET',
  links: readonly { url: string; headers?: Readonly<Record<string, string>> }[],
  address: string,
): Promise<Told> => {
  const seen: Seen[] = [];
  for (const { url, headers } of links) {
    seen.push(await ask({ method, url, headers: { 'User-Agent': AGENT, ...headers }, address }));
  }
  return { seen, elsewhere: [], pressed: 0 };
};

/** A browser with a profile and a network of its own; by a wrapped link, as the gateway's own sandbox would. */
const browsed = async (
  browser: Browser,
  link: string,
  { address, presses }: { address: string; presses: boolean },
): Promise<Told> => {
  const { origin } = new URL(link);
  const wire = await startWire(origin, address);
  const context = await browser.newContext({ userAgent: AGENT, proxy: { server: wire.proxy, bypass: '<-loopback>' } });
  try {
    const elsewhere: string[] = [];
    context.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(`${origin}/`) && unwrapped(url) === undefined && !url.startsWith('data:'))
        elsewhere.push(url);
    });
    const page = await context.newPage();
    await page.goto(wrapped(link));
    await page.mouse.move(200, 200);
    await page.waitForTimeout(SCRIPTS_MS);
    const pressed = presses ? await pressEverything(page, link) : 0;
    return { seen: wire.seen, elsewhere, pressed };
  } finally {
    await context.close();
    await wire.close();
  }
};

const together = (told: readonly Told[]): Told => ({
  seen: told.flatMap(({ seen }) => seen),
  elsewhere: told.flatMap(({ elsewhere }) => elsewhere),
  pressed: told.reduce((sum, { pressed }) => sum + pressed, 0),
});

/** Starts the scanners. @param chromiumPath the browser of those that have one */
export const startScanner = async (chromiumPath: string): Promise<Scanner> => {
  const browser = await chromium.launch({ executablePath: chromiumPath, args: FLAGS });
  let visits = 0;
  const nextAddress = (): string => {
    visits += 1;
    return loopback(visits);
  };
  const scan: Readonly<Record<Tier, (link: string) => Promise<Told>>> = {
    0: (link) => asked('HEAD', [{ url: link }], nextAddress()),
    1: (link) => asked('GET', [...sameLink(link), ...brokenLink(link)], nextAddress()),
    2: (link) => browsed(browser, link, { address: nextAddress(), presses: false }),
    3: (link) => browsed(browser, link, { address: nextAddress(), presses: true }),
    4: async (link) => {
      const once = () => browsed(browser, link, { address: nextAddress(), presses: true });
      return together(await Promise.all([once(), once()]));
    },
  };
  return {
    visit: async (tier, link) => ({ tier, link, ...(await scan[tier](link)) }),
    close: () => browser.close(),
  };
};
