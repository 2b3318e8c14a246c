import type { BrowserContext, Request, Response } from 'playwright-core';
import type { HeaderLine } from '../../core/capture/page-capture.ts';
import type { Clock } from '../../core/ports.ts';
import type { Instant } from '../../core/time.ts';
import type { ExchangeRecord } from './exchange-record.ts';

export interface RecorderLimits {
  /** Bytes of all bodies together, decoded. */
  readonly maxBytes: number;
  readonly maxRequests: number;
}

interface Noted {
  readonly request: Request;
  readonly response: Response;
  readonly at: Instant;
  body: Uint8Array | undefined;
}

const headerLines = (list: readonly { name: string; value: string }[]): HeaderLine[] =>
  list.map(({ name, value }) => [name, value]);

/** Settles like `work`, or as undefined when it fails or takes too long: a body may be gone, a page may be closed. */
export const within = async <T>(work: Promise<T>, ms: number): Promise<T | undefined> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), Math.max(ms, 0));
  });
  try {
    return await Promise.race([work.catch(() => undefined), late]);
  } finally {
    clearTimeout(timer);
  }
};

/** Keeps every answer that the pages of a profile receive, bodies at once, before the browser forgets them. */
export class TrafficRecorder {
  readonly #clock: Clock;
  readonly #limits: RecorderLimits;
  readonly #onLimit: () => void;
  readonly #noted: Noted[] = [];
  readonly #reading = new Set<Promise<void>>();
  readonly #open = new Set<Request>();
  #requests = 0;
  #bytes = 0;
  #lastChange = 0;
  #isOver = false;

  constructor(context: BrowserContext, { clock, limits, onLimit }: RecorderNeeds) {
    this.#clock = clock;
    this.#limits = limits;
    this.#onLimit = onLimit;
    context.on('request', (request) => this.#begin(request));
    context.on('response', (response) => this.#answer(response));
    context.on('requestfinished', (request) => this.#end(request));
    context.on('requestfailed', (request) => this.#end(request));
  }

  /** Whether nothing is under way, and nothing has been for `ms`. */
  isQuiet(ms: number): boolean {
    return this.#open.size === 0 && performance.now() - this.#lastChange >= ms;
  }

  /** Whether bodies were left out for their size. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** Everything received until now, in the order in which it was answered. */
  async records(ms: number): Promise<readonly ExchangeRecord[]> {
    await within(Promise.all(this.#reading), ms);
    const records = await Promise.all(this.#noted.map((noted) => recordOf(noted)));
    return records.filter((record) => record !== undefined);
  }

  #begin(request: Request): void {
    this.#requests += 1;
    this.#open.add(request);
    this.#lastChange = performance.now();
    if (this.#requests > this.#limits.maxRequests && !this.#isOver) {
      this.#isOver = true;
      this.#onLimit();
    }
  }

  #end(request: Request): void {
    this.#open.delete(request);
    this.#lastChange = performance.now();
  }

  #answer(response: Response): void {
    if (this.#isOver || !/^https?:/.test(response.url())) return;
    const noted: Noted = { request: response.request(), response, at: this.#clock.now(), body: undefined };
    this.#noted.push(noted);
    const reading = this.#read(noted).finally(() => this.#reading.delete(reading));
    this.#reading.add(reading);
  }

  async #read(noted: Noted): Promise<void> {
    const body = await noted.response.body().catch(() => undefined); // redirects have none, and a page may be left before it came
    if (body === undefined) return;
    this.#bytes += body.byteLength;
    if (this.#bytes > this.#limits.maxBytes) this.#isOver = true;
    else noted.body = new Uint8Array(body);
  }
}

export interface RecorderNeeds {
  readonly clock: Clock;
  readonly limits: RecorderLimits;
  /** Told when the page has asked too often. */
  readonly onLimit: () => void;
}

const HEADERS_MS = 500;

const recordOf = async ({ request, response, at, body }: Noted): Promise<ExchangeRecord | undefined> => {
  const headers = await within(response.headersArray(), HEADERS_MS);
  const asked = await within(request.headersArray(), HEADERS_MS);
  if (headers === undefined || asked === undefined) return undefined;
  const posted = request.postDataBuffer();
  return {
    url: response.url(),
    method: request.method(),
    requestHeaders: headerLines(asked),
    requestBody: posted === null ? undefined : new Uint8Array(posted),
    status: response.status(),
    statusText: response.statusText(),
    headers: headerLines(headers),
    body,
    at,
  };
};
