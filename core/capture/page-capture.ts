import type { Instant } from '../time.ts';
import type { PageIdentity } from './post-identity.ts';

/** One header line as it was received: name and value, in order, repeats kept. */
export type HeaderLine = readonly [name: string, value: string];

/** How a page was taken: as one answer to one request, or as a browser shows it. */
export type CaptureMethod = 'HTTP' | 'BROWSER';

/**
 * What the stored answer is worth as evidence. Everything but `COMPLETE` asks a person to look: a page that wants a sign-in or a consent,
 * was cut off at a bound, is missing, is gone for good, is another error, or is in a coding that cannot be read.
 */
export type CaptureQuality =
  | 'COMPLETE'
  | 'LOGIN_WALL'
  | 'CONSENT_WALL'
  | 'TRUNCATED'
  | 'NOT_FOUND'
  | 'GONE'
  | 'HTTP_ERROR'
  | 'UNDECODABLE';

/** What a capture cannot show, or shows in part only; each is told to whoever relies on it. */
export type CaptureLimitation =
  /** Plain HTTP, because no browser is there. */
  | 'NO_BROWSER'
  /** Plain HTTP, because the browser did not start or broke down on this page. */
  | 'BROWSER_FAILED'
  /** Plain HTTP, because the address gives a file, or nothing that a browser shows as a page. */
  | 'NOT_A_PAGE'
  /** Plain HTTP, because the page led the browser on to where nothing could be had. */
  | 'LED_NOWHERE'
  /** The page was still loading or changing when its time was over. */
  | 'NEVER_SETTLED'
  /** The page is longer than its screenshot. */
  | 'SCREENSHOT_CUT'
  /** No screenshot could be taken. */
  | 'NO_SCREENSHOT'
  /** The text or the HTML is longer than what is stored. */
  | 'TEXT_CUT'
  /** The page asked for more bytes or more requests than it was given. */
  | 'TRAFFIC_CUT'
  /** Some answers are in the archive without their content. */
  | 'BODIES_MISSING'
  /** The page asked for addresses inside a network, or in a way that is not allowed, and did not get them. */
  | 'REQUESTS_REFUSED'
  /** The page offered a file to download, which was refused. */
  | 'DOWNLOAD_REFUSED'
  /** Some frames within the page could not be read. */
  | 'FRAMES_MISSING'
  /** The page used web sockets: how many, and how many messages, is on record; their content is not. */
  | 'WEB_SOCKETS_UNRECORDED';

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

/** The certificate that the site showed (RFC 5280). Names are in the order of the certificate, one part a line. */
export interface SiteCertificate {
  readonly subject: string;
  readonly issuer: string;
  /** RFC 3339, UTC. */
  readonly validFrom: string;
  readonly validTo: string;
  /** SHA-256 of the DER encoding, lower-case hexadecimal. */
  readonly fingerprint: string;
}

/** A picture of the whole page, or of its beginning. */
export interface Screenshot {
  /** PNG. */
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Web sockets of a page: how many it opened, and how many messages went either way. */
export interface WebSocketCount {
  readonly connections: number;
  readonly sent: number;
  readonly received: number;
}

export interface CaptureTraffic {
  readonly requests: number;
  readonly bytes: number;
  readonly refused: number;
  readonly webSockets: WebSocketCount;
}

/** What a browser saw of a page. */
export interface RenderedPage {
  readonly screenshot: Screenshot | undefined;
  /** The document as it stood when it was looked at, as HTML in UTF-8. */
  readonly html: Uint8Array;
  /** What a person could read of it, and of the frames within it. */
  readonly text: string;
  readonly title: string;
  /** All traffic as WACZ 1.1.1. */
  readonly archive: Uint8Array;
  /** None where the page came over plain HTTP. */
  readonly certificate: SiteCertificate | undefined;
  /** Name and version. */
  readonly browser: string;
  /** All connections of the page: how many, and their bytes in both directions. */
  readonly traffic: CaptureTraffic;
}

/** An answer, kept exactly. */
export interface CapturedPage {
  readonly outcome: 'captured';
  readonly method: CaptureMethod;
  /** The URL that gave this answer; differs from the asked one after redirects. */
  readonly finalUrl: string;
  readonly status: number;
  readonly headers: readonly HeaderLine[];
  /**
   * The content of the answer. By `HTTP` exactly as sent: chunk framing removed, any content coding (gzip, br) still on. By `BROWSER`
   * as the browser hands it out, with its content coding removed. This is what is stored and hashed.
   */
  readonly body: Uint8Array;
  /** `body` with the content coding removed, for reading; `undefined` when the coding is unknown or broken. */
  readonly decoded: Uint8Array | undefined;
  /** Every redirect followed, absolute, in order; the last one is `finalUrl`. */
  readonly redirects: readonly string[];
  /** The address that answered. */
  readonly remoteAddress: string;
  readonly capturedAt: Instant;
  readonly quality: CaptureQuality;
  /** In alphabetical order, each once. */
  readonly limitations: readonly CaptureLimitation[];
  /** Which post this is, where page or address say so. */
  readonly identity: PageIdentity;
  /** Only by `BROWSER`. */
  readonly rendered: RenderedPage | undefined;
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
