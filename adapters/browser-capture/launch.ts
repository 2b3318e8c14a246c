import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { BrowserUnavailable } from './browser-unavailable.ts';

/** A Chromium that can be started. */
export interface BrowserProgram {
  readonly path: string;
  /** What the place it runs in asks for beside our own. */
  readonly flags: readonly string[];
  /** Whether the operating system lets it build its own sandbox. */
  readonly hasSandbox: boolean;
}

/** What a browser needs to know of where it runs, and nothing else: the rest of an environment can hold credentials. */
const KNOWN = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'XDG_RUNTIME_DIR'];

const environment = (): Record<string, string> =>
  Object.fromEntries(KNOWN.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));

const LAUNCH_MS = 8000;

/**
 * No way out but the proxy: also for loopback, which Chromium would otherwise go to directly, and for names, which it may not resolve
 * itself. No WebRTC beside the proxy, no QUIC, nothing that it does on its own in the background or ahead of time.
 */
const CONFINED = [
  '--proxy-bypass-list=<-loopback>',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  // Services of its maker that it asks on its own; nobody listens there.
  '--gaia-url=http://127.0.0.1:9/',
  '--apps-gallery-update-url=http://127.0.0.1:9/',
  '--component-updater=url-source=http://127.0.0.1:9/',
  '--disable-quic',
  '--dns-prefetch-disable',
  '--no-pings',
  '--disable-background-networking',
  '--disable-client-side-phishing-detection',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-notifications',
  '--disable-speech-api',
  '--disable-gpu',
  '--mute-audio',
  '--disable-print-preview',
  '--disk-cache-size=33554432',
];

const playwright = async (): Promise<typeof import('playwright-core')> => {
  try {
    return await import('playwright-core');
  } catch (error) {
    throw new BrowserUnavailable('NO_BROWSER', error);
  }
};

/**
 * Starts a browser with an empty profile that reaches nothing but the proxy.
 * @throws BrowserUnavailable where it cannot be started
 */
export const launch = async ({ path, flags, hasSandbox }: BrowserProgram, proxyUrl: string): Promise<Browser> => {
  const { chromium } = await playwright();
  try {
    return await chromium.launch({
      executablePath: path,
      args: [`--proxy-server=${proxyUrl}`, ...CONFINED, ...flags],
      chromiumSandbox: hasSandbox,
      env: environment(),
      timeout: LAUNCH_MS,
      handleSIGHUP: false,
      handleSIGINT: false,
      handleSIGTERM: false,
    });
  } catch (error) {
    throw new BrowserUnavailable('BROWSER_FAILED', error);
  }
};

export const WINDOW = { width: 1280, height: 900 } as const;

/** Says what it is, and looks to a site like the browser it is. */
const userAgentOf = (browser: Browser): string =>
  `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${browser.version().split('.')[0]}.0.0.0 Safari/537.36 TertibEvidenceCapture/1.0`;

const optionsOf = (browser: Browser): BrowserContextOptions => ({
  userAgent: userAgentOf(browser),
  acceptDownloads: false,
  serviceWorkers: 'block',
  locale: 'id-ID',
  timezoneId: 'Asia/Jakarta',
  viewport: WINDOW,
  deviceScaleFactor: 1,
  colorScheme: 'light',
  reducedMotion: 'reduce',
});

/** A profile that grants no page anything: no place, no camera, no clipboard, no download, no worker that stays. */
export const openProfile = async (browser: Browser): Promise<BrowserContext> => {
  const context = await browser.newContext(optionsOf(browser));
  await context.grantPermissions([]);
  return context;
};
