import type { Browser, BrowserContext } from 'playwright-core';
import { captureFailure } from '../core/capture/capture-failures.ts';
import { parseCaptureUrl, WEB_PORTS } from '../core/capture/capture-url.ts';
import type { CapturedPage, CaptureLimitation, CaptureResult, PageCapture } from '../core/capture/page-capture.ts';
import { pageMarks } from '../core/capture/page-marks.ts';
import { postIdentity } from '../core/capture/post-identity.ts';
import { qualityOfShown } from '../core/capture/quality.ts';
import type { Clock } from '../core/ports.ts';
import { BrowserUnavailable } from './browser-capture/browser-unavailable.ts';
import { CheckingProxy, hostAndPort } from './browser-capture/checking-proxy.ts';
import { type BrowserProgram, launch, openProfile } from './browser-capture/launch.ts';
import { MOST_TEXT } from './browser-capture/look.ts';
import { stopFor } from './browser-capture/navigation-errors.ts';
import { TrafficRecorder, within } from './browser-capture/traffic-recorder.ts';
import { answerHeaders, Visit, type Visited, type VisitLimits, wholeText } from './browser-capture/visit.ts';
import { writeWacz } from './browser-capture/wacz.ts';
import { hasBody } from './browser-capture/warc.ts';
import { CaptureStop } from './http-capture/capture-stop.ts';
import { type Lookup, systemLookup } from './http-capture/resolve.ts';

export { BrowserUnavailable } from './browser-capture/browser-unavailable.ts';
export type { BrowserProgram } from './browser-capture/launch.ts';

/** Bounds of one capture. */
export interface BrowserLimits extends VisitLimits {
  /** Bytes over all connections, in both directions. */
  readonly maxBytes: number;
  /** Connections, and requests of the page. */
  readonly maxRequests: number;
}

export const BROWSER_LIMITS: BrowserLimits = {
  beginMs: 6000,
  settleMs: 5000,
  budgetMs: 12_000,
  maxHeight: 10_000,
  maxNavigations: 12,
  maxBytes: 40 * 1024 * 1024,
  maxRequests: 600,
};

export interface BrowserCaptureOptions {
  readonly clock: Clock;
  /** Where the browser is; undefined where there is none. Asked for each capture, so that a slow start delays nothing else. */
  readonly program: () => Promise<BrowserProgram | undefined>;
  readonly limits?: Partial<BrowserLimits>;
  /** Ports that may be asked. Default 80 and 443. */
  readonly ports?: readonly number[];
  readonly lookup?: Lookup;
  /** See `HttpCaptureOptions.allowAddress`. */
  readonly allowAddress?: (ip: string, port: number) => boolean;
}

/** What one capture has open. */
interface Session {
  readonly proxy: CheckingProxy;
  readonly browser: Browser;
  readonly context: BrowserContext;
  readonly recorder: TrafficRecorder;
  readonly visit: Visit;
}

const RECORDS_MS = 2000;
const BODY_MS = 2000;

const CUTS: readonly CaptureLimitation[] = ['SCREENSHOT_CUT', 'TEXT_CUT', 'TRAFFIC_CUT'];

/**
 * Page capture by a browser of its own for each page, for URLs that strangers choose. Everything the page asks for goes through a proxy
 * that judges it as `HttpCapture` would.
 */
export class BrowserCapture implements PageCapture {
  readonly #options: BrowserCaptureOptions;
  readonly #limits: BrowserLimits;
  readonly #ports: readonly number[];
  readonly #allowAddress: (ip: string, port: number) => boolean;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: BrowserCaptureOptions) {
    this.#options = options;
    this.#limits = { ...BROWSER_LIMITS, ...options.limits };
    this.#ports = options.ports ?? WEB_PORTS;
    this.#allowAddress = options.allowAddress ?? (() => false);
  }

  /**
   * One at a time: a browser needs much of a machine.
   * @throws BrowserUnavailable where plain HTTP may do better
   */
  capture(request: { readonly url: string }): Promise<CaptureResult> {
    const turn = this.#turn.then(() => this.#capture(request.url));
    this.#turn = turn.catch(() => undefined); // whoever asked is told; the next is not concerned
    return turn;
  }

  async #capture(asked: string): Promise<CaptureResult> {
    const parsed = parseCaptureUrl(asked, { ports: this.#ports, allowAddress: this.#allowAddress });
    if (!parsed.ok)
      return this.#failed(new CaptureStop(parsed.reason === 'ADDRESS' ? 'REFUSED_ADDRESS' : 'REFUSED_URL'), []);
    const session = await this.#open();
    try {
      const visited = await session.visit.go(parsed.url.href);
      return await this.#pageOf(asked, visited, session);
    } catch (error) {
      return this.#failed(this.#stopFor(error, session), session.visit.asked.slice(1));
    } finally {
      await session.browser.close().catch(() => undefined); // it may have broken down
      await session.proxy.close();
    }
  }

  #stopFor(error: unknown, { visit, proxy }: Session): CaptureStop {
    if (error instanceof CaptureStop) return error;
    if (error instanceof BrowserUnavailable) throw error;
    const hosts = visit.asked.map((url) => hostAndPort(new URL(url)).host);
    const stop = stopFor(error, { hosts, refusals: proxy.refusals });
    if (stop instanceof BrowserUnavailable) throw stop;
    return stop;
  }

  #failed({ code }: CaptureStop, redirects: readonly string[]): CaptureResult {
    return { outcome: 'failed', reason: captureFailure(code), redirects, at: this.#options.clock.now() };
  }

  async #open(): Promise<Session> {
    const program = await this.#options.program();
    if (program === undefined) throw new BrowserUnavailable('NO_BROWSER');
    const { maxBytes, maxRequests } = this.#limits;
    let visit: Visit | undefined;
    const onLimit = (): void => visit?.end();
    const proxy = await CheckingProxy.start({
      lookup: this.#options.lookup ?? systemLookup,
      allowAddress: this.#allowAddress,
      ports: this.#ports,
      maxBytes,
      maxRequests,
      onLimit,
    });
    try {
      const browser = await launch(program, proxy.url);
      const context = await openProfile(browser);
      const { clock } = this.#options;
      const recorder = new TrafficRecorder(context, { clock, limits: { maxBytes, maxRequests }, onLimit });
      visit = new Visit(context, recorder, this.#limits);
      return { proxy, browser, context, recorder, visit };
    } catch (error) {
      await proxy.close();
      throw error;
    }
  }

  async #pageOf(asked: string, visited: Visited, session: Session): Promise<CapturedPage> {
    const { answer, finalUrl, redirects, looked, frames, webSockets } = visited;
    const { proxy, recorder } = session;
    const capturedAt = this.#options.clock.now();
    const exchanges = await recorder.records(RECORDS_MS);
    const { title, html } = looked;
    const text = wholeText(looked, frames).slice(0, MOST_TEXT);
    const limitations = limitationsOf(
      visited,
      session,
      exchanges.some((one) => one.body === undefined && hasBody(one)),
    );
    const body = (await within(answer.body(), BODY_MS)) ?? new Uint8Array();
    return {
      outcome: 'captured',
      method: 'BROWSER',
      finalUrl,
      status: answer.status(),
      headers: await answerHeaders(answer),
      body: new Uint8Array(body),
      decoded: new Uint8Array(body),
      redirects,
      remoteAddress: proxy.addressOf(answer.url()) ?? '',
      capturedAt,
      quality: qualityOfShown({
        ...looked,
        status: answer.status(),
        finalUrl,
        redirected: redirects.length > 0,
        isCut: limitations.some((one) => CUTS.includes(one)),
      }),
      limitations,
      identity: postIdentity([finalUrl, asked], pageMarks(html)),
      rendered: {
        screenshot: visited.screenshot,
        html: new TextEncoder().encode(`\ufeff${html.toWellFormed()}`),
        text: text.toWellFormed(),
        title,
        archive: await writeWacz(exchanges, { url: finalUrl, title, text, at: capturedAt }),
        certificate: visited.certificate,
        browser: `Chromium ${session.browser.version()}`,
        traffic: { ...proxy.traffic, webSockets },
      },
    };
  }
}

const limitationsOf = (
  { limitations }: Visited,
  { proxy, recorder }: Session,
  lacksBodies: boolean,
): readonly CaptureLimitation[] => {
  const noted = new Set(limitations);
  const refusals = proxy.refusals.filter(({ code }) => code === 'REFUSED_ADDRESS' || code === 'REFUSED_URL');
  if (refusals.length > 0) noted.add('REQUESTS_REFUSED');
  if (recorder.isOver || proxy.isShut) noted.add('TRAFFIC_CUT');
  if (lacksBodies) noted.add('BODIES_MISSING');
  return [...noted].sort();
};
