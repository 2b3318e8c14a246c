import { captureFailure } from '../core/capture/capture-failures.ts';
import { type CaptureUrl, parseCaptureUrl, WEB_PORTS } from '../core/capture/capture-url.ts';
import { decodeText } from '../core/capture/charset.ts';
import { mediaTypeOf } from '../core/capture/headers.ts';
import type { CapturedPage, CaptureResult, HeaderLine, PageCapture } from '../core/capture/page-capture.ts';
import { pageMarks } from '../core/capture/page-marks.ts';
import { postIdentity } from '../core/capture/post-identity.ts';
import { qualityOf } from '../core/capture/quality.ts';
import type { Clock } from '../core/ports.ts';
import { CaptureStop, withinBudget } from './http-capture/capture-stop.ts';
import { decodeContent } from './http-capture/decode-content.ts';
import { type ExchangeAnswer, exchange } from './http-capture/exchange.ts';
import { type Lookup, resolvePublic, systemLookup } from './http-capture/resolve.ts';

export type { Lookup } from './http-capture/resolve.ts';

/** Bounds of one capture, redirects included. */
export interface CaptureLimits {
  /** Largest body in bytes, as sent and decoded alike. */
  readonly maxBytes: number;
  /** From the first look-up to the last byte, in milliseconds. */
  readonly budgetMs: number;
  readonly maxRedirects: number;
}

export const CAPTURE_LIMITS: CaptureLimits = { maxBytes: 10 * 1024 * 1024, budgetMs: 15_000, maxRedirects: 5 };

export interface HttpCaptureOptions {
  readonly clock: Clock;
  /** Names the program and, in a deployment, where its operator is reached. */
  readonly userAgent?: string;
  readonly limits?: Partial<CaptureLimits>;
  /** Ports that may be asked. Default 80 and 443. */
  readonly ports?: readonly number[];
  readonly lookup?: Lookup;
  /**
   * Permits single non-public addresses; default: none. It is code, never data, so that no setting of a deployed function
   * can open it. The one-machine runtime permits its own demonstration page with it.
   */
  readonly allowAddress?: (ip: string, port: number) => boolean;
}

type Target = Extract<CaptureUrl, { ok: true }>;

/** An address followed to its answer. */
interface Followed {
  readonly url: string;
  readonly target: Target;
  readonly answer: ExchangeAnswer;
  readonly redirects: readonly string[];
}

interface Journey {
  readonly redirects: string[];
  readonly signal: AbortSignal;
}

/** The markup of an answer that is a page. */
function markupOf(decoded: Uint8Array | undefined, headers: readonly HeaderLine[]): string {
  const isPage = /^(text\/html|application\/xhtml\+xml|)$/.test(mediaTypeOf(headers));
  return decoded === undefined || !isPage ? '' : decodeText(decoded, headers);
}

const DEFAULT_USER_AGENT = 'TertibEvidenceCapture/1.0 (keeps one copy of a reported public page)';

/** `Location` in raw UTF-8 arrives as one character a byte. */
function locationText(location: string): string {
  const utf8 = Buffer.from(location, 'latin1').toString('utf8');
  return utf8.includes('\ufffd') ? location : utf8;
}

/**
 * Page capture over HTTP, for URLs that strangers choose. Every hop is parsed, resolved and judged anew, and the connection
 * goes to the judged address itself, so neither a redirect nor a name that changes its address leads inside a network.
 */
export class HttpCapture implements PageCapture {
  readonly #clock: Clock;
  readonly #userAgent: string;
  readonly #limits: CaptureLimits;
  readonly #ports: readonly number[];
  readonly #lookup: Lookup;
  readonly #allowAddress: (ip: string, port: number) => boolean;

  constructor(options: HttpCaptureOptions) {
    this.#clock = options.clock;
    this.#userAgent = options.userAgent ?? DEFAULT_USER_AGENT;
    this.#limits = { ...CAPTURE_LIMITS, ...options.limits };
    this.#ports = options.ports ?? WEB_PORTS;
    this.#lookup = options.lookup ?? systemLookup;
    this.#allowAddress = options.allowAddress ?? (() => false);
  }

  /** {@inheritDoc PageCapture.capture} */
  async capture(request: { readonly url: string }): Promise<CaptureResult> {
    const journey: Journey = { redirects: [], signal: AbortSignal.timeout(this.#limits.budgetMs) };
    try {
      const { target, answer } = await this.#follow(request.url, journey);
      return await this.#pageOf({ url: request.url, target, answer, redirects: journey.redirects });
    } catch (error) {
      if (!(error instanceof CaptureStop)) throw error;
      const { redirects } = journey;
      return { outcome: 'failed', reason: captureFailure(error.code), redirects, at: this.#clock.now() };
    }
  }

  async #follow(url: string, { redirects, signal }: Journey): Promise<{ target: Target; answer: ExchangeAnswer }> {
    let target = this.#parse(url);
    for (;;) {
      const answer = await withinBudget(this.#ask(target, signal), signal);
      if (answer.location === undefined) return { target, answer };
      if (redirects.length === this.#limits.maxRedirects) throw new CaptureStop('TOO_MANY_REDIRECTS');
      target = this.#parse(locationText(answer.location), target.url);
      redirects.push(target.url.href);
    }
  }

  #parse(text: string, base?: URL): Target {
    const parsed = parseCaptureUrl(text, { ports: this.#ports, allowAddress: this.#allowAddress, base });
    if (parsed.ok) return parsed;
    throw new CaptureStop(parsed.reason === 'ADDRESS' ? 'REFUSED_ADDRESS' : 'REFUSED_URL');
  }

  async #ask(target: Target, signal: AbortSignal): Promise<ExchangeAnswer> {
    const rules = { lookup: this.#lookup, allowAddress: this.#allowAddress };
    const addresses = await resolvePublic(target, rules);
    const { url, host, port } = target;
    const { maxBytes } = this.#limits;
    return exchange({ url, host, port, addresses, userAgent: this.#userAgent, maxBytes, signal });
  }

  async #pageOf({ url, target, answer, redirects }: Followed): Promise<CapturedPage> {
    const { status, headers, body, remoteAddress } = answer;
    const capturedAt = this.#clock.now();
    const finalUrl = target.url.href;
    const decoded = await decodeContent(body, headers, this.#limits.maxBytes);
    const quality = qualityOf({ status, headers, decoded, finalUrl, redirected: redirects.length > 0 });
    return {
      outcome: 'captured',
      method: 'HTTP',
      finalUrl,
      status,
      headers,
      body,
      decoded,
      redirects,
      remoteAddress,
      capturedAt,
      quality,
      limitations: [],
      identity: postIdentity([finalUrl, url], pageMarks(markupOf(decoded, headers))),
      rendered: undefined,
    };
  }
}
