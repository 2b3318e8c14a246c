import { type Browser, type BrowserContext, type ConsoleMessage, chromium, type Page } from 'playwright-core';
import type { Lang } from '../../../web/text/lang.ts';
import { baseUrl, chromiumPath, namedUrl } from './site.ts';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
const LOCALES: Readonly<Record<Lang, string>> = { id: 'id-ID', en: 'en-GB' };

/** Width at which pages are looked at where nothing else is said; also that of the pictures in the guides. */
export const WIDE = { width: 1000, height: 800 } as const;
/** A cheap phone. */
export const NARROW = { width: 360, height: 740 } as const;

export interface Visit {
  readonly lang?: Lang;
  readonly javaScript?: boolean;
}

/** A page that answers 404 or 422 is reported by the browser as a failed load of itself: expected. Anything it loads may not fail. */
const isOwnStatus = (message: ConsoleMessage, page: Page): boolean =>
  message.text().startsWith('Failed to load resource: the server responded with a status of 4') &&
  message.location().url.split('#')[0] === page.url().split('#')[0];

/** Notes what no page may do: ask anything of another place, break its own policy, complain in the console. */
const watch = (context: BrowserContext, seen: string[]): void => {
  context.on('request', (request) => {
    const url = request.url();
    const isOurs = url.startsWith(`${baseUrl}/`) || url.startsWith(`${namedUrl}/`);
    if (!isOurs && !url.startsWith('data:')) seen.push(`asked ${url}`);
  });
  context.on('requestfailed', (request) => {
    const cause = request.failure()?.errorText ?? '';
    // A download takes over from the navigation that led to it.
    if (cause !== 'net::ERR_ABORTED') seen.push(`failed ${request.url()}: ${cause}`);
  });
  context.on('console', (message) => {
    const page = message.page();
    const isComplaint = message.type() === 'error' || message.type() === 'warning';
    if (isComplaint && !(page && isOwnStatus(message, page))) seen.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => seen.push(`threw: ${error.error().message}`));
};

/**
 * A browser for the tests of one file. Each visit is a browser profile of its own; they are closed after each test, which fails where
 * one of its pages did what no page may do.
 */
export const openBrowser = (): ((visit?: Visit) => Promise<Page>) => {
  let browser: Browser | undefined;
  const contexts: BrowserContext[] = [];
  const seen: string[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath, args: FLAGS });
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    expect(seen.splice(0)).toEqual([]);
  });
  return async ({ lang = 'id', javaScript = true } = {}) => {
    if (browser === undefined) throw new Error('no browser: a visit is possible within a test only');
    const context = await browser.newContext({
      baseURL: baseUrl,
      locale: LOCALES[lang],
      timezoneId: 'Asia/Jakarta',
      javaScriptEnabled: javaScript,
      viewport: WIDE,
      reducedMotion: 'reduce',
      colorScheme: 'light',
    });
    context.setDefaultTimeout(10_000);
    watch(context, seen);
    contexts.push(context);
    return context.newPage();
  };
};
