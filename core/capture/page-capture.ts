import type { Instant } from '../time.ts';

/** One header line as it was received: name and value, in order, repeats kept. */
export type HeaderLine = readonly [name: string, value: string];

/**
 * What the stored answer is worth as evidence. Everything but `COMPLETE` asks a person to look:
 * a page that wants a sign-in, is missing, is gone for good, is another error, or is in a coding that cannot be read.
 */
export type CaptureQuality = 'COMPLETE' | 'LOGIN_WALL' | 'NOT_FOUND' | 'GONE' | 'HTTP_ERROR' | 'UNDECODABLE';

/** Why there is no answer to store. */
export type CaptureFailureCode =
  | 'REFUSED_URL'
  | 'REFUSED_ADDRESS'
  | 'DNS_FAILURE'
  | 'CONNECTION_FAILED'
  | 'TLS_FAILURE'
  | 'TIMEOUT'
  | 'TOO_LARGE'
  | 'TOO_MANY_REDIRECTS'
  | 'BAD_RESPONSE';

/** The reason as it enters the trail: a stable code and the sentence in both languages. */
export interface CaptureFailureReason {
  readonly code: CaptureFailureCode;
  readonly id: string;
  readonly en: string;
}

/** An answer, kept exactly. */
export interface CapturedPage {
  readonly outcome: 'captured';
  /** The URL that gave this answer; differs from the asked one after redirects. */
  readonly finalUrl: string;
  readonly status: number;
  readonly headers: readonly HeaderLine[];
  /** The content exactly as sent: chunk framing removed, any content coding (gzip, br) still on. This is what is stored and hashed. */
  readonly body: Uint8Array;
  /** `body` with the content coding removed, for reading; `undefined` when the coding is unknown or broken. */
  readonly decoded: Uint8Array | undefined;
  /** Every redirect followed, absolute, in order; the last one is `finalUrl`. */
  readonly redirects: readonly string[];
  /** The address that answered. */
  readonly remoteAddress: string;
  readonly capturedAt: Instant;
  /** Always: an answer that does not fit is a failure, never half a record. */
  readonly truncated: false;
  readonly quality: CaptureQuality;
}

/** No answer, and why: this is recorded as evidence too. */
export interface FailedCapture {
  readonly outcome: 'failed';
  readonly reason: CaptureFailureReason;
  /** Redirects followed before it failed. */
  readonly redirects: readonly string[];
  readonly at: Instant;
}

export type CaptureResult = CapturedPage | FailedCapture;

/** Port: takes a copy of what a URL shows now. An expected failure is a result, not an exception. */
export interface PageCapture {
  capture(request: { readonly url: string }): Promise<CaptureResult>;
}
