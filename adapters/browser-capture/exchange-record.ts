import type { HeaderLine } from '../../core/capture/page-capture.ts';
import type { Instant } from '../../core/time.ts';

/** One request of a page and what came back, as the browser tells it. */
export interface ExchangeRecord {
  readonly url: string;
  readonly method: string;
  readonly requestHeaders: readonly HeaderLine[];
  readonly requestBody: Uint8Array | undefined;
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly HeaderLine[];
  /** With its content coding removed; undefined where the browser no longer had it. */
  readonly body: Uint8Array | undefined;
  readonly at: Instant;
}
