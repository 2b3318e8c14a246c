import type { CaptureLimitation, CaptureResult, PageCapture } from '../core/capture/page-capture.ts';
import type { Log } from '../core/ports.ts';
import { BrowserCapture, type BrowserCaptureOptions, BrowserUnavailable } from './browser-capture.ts';
import { HttpCapture, type HttpCaptureOptions } from './http-capture.ts';

/** What both ways share; each has its own limits. */
export type PageCaptureOptions = Omit<BrowserCaptureOptions & HttpCaptureOptions, 'limits'> & { readonly log: Log };

const withLimitation = (result: CaptureResult, limitation: CaptureLimitation): CaptureResult =>
  result.outcome === 'failed'
    ? result
    : { ...result, limitations: [...new Set([...result.limitations, limitation])].sort() };

/** Takes pages by a browser; where none can, by plain HTTP, and the capture says so. Only that one error leads there. */
export class BrowserFirstCapture implements PageCapture {
  readonly #browser: PageCapture;
  readonly #http: PageCapture;
  readonly #log: Log;

  constructor(captures: { readonly browser: PageCapture; readonly http: PageCapture; readonly log: Log }) {
    this.#browser = captures.browser;
    this.#http = captures.http;
    this.#log = captures.log;
  }

  /** {@inheritDoc PageCapture.capture} */
  async capture(request: { readonly url: string }): Promise<CaptureResult> {
    try {
      return await this.#browser.capture(request);
    } catch (error) {
      if (!(error instanceof BrowserUnavailable)) throw error;
      if (error.reason === 'BROWSER_FAILED') this.#log.error('browser-failed', error);
      return withLimitation(await this.#http.capture(request), error.reason);
    }
  }
}

/** The one place where it is decided how pages are taken. */
export const pageCapture = (options: PageCaptureOptions): PageCapture =>
  new BrowserFirstCapture({
    browser: new BrowserCapture(options),
    http: new HttpCapture(options),
    log: options.log,
  });
