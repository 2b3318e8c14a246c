import canonicalize from 'canonicalize';
import type { Sha256 } from '../ids.ts';
import type { CapturedPage, CaptureMethod, CaptureTraffic, HeaderLine, SiteCertificate } from './page-capture.ts';
import type { Comparison } from './recapture.ts';

/** Bytes in the evidence store. */
export interface StoredBytes {
  readonly sha256: Sha256;
  readonly size: number;
}

/** What of a capture is stored, each under its hash. */
export interface StoredParts {
  readonly body: StoredBytes;
  readonly text: StoredBytes;
  readonly screenshot?: (StoredBytes & { readonly width: number; readonly height: number }) | undefined;
  readonly page?: StoredBytes | undefined;
  readonly archive?: StoredBytes | undefined;
}

interface Taken extends Omit<CapturedPage, 'body' | 'decoded' | 'rendered' | 'headers'>, StoredParts {
  readonly schema: 'tertib.capture/1';
  readonly method: CaptureMethod;
  /** As the reporter gave it. */
  readonly requestedUrl: string;
  readonly headers: readonly HeaderLine[];
  readonly mediaType: string;
  /** How the page stands beside its earlier capture; absent for the first. */
  readonly comparison?: Comparison | undefined;
}

/** The record beside a stored body: everything that was received but is not in the body. */
export interface PageManifest extends Taken {
  readonly certificate?: SiteCertificate | undefined;
  readonly browser?: string | undefined;
  readonly title?: string | undefined;
  readonly traffic?: CaptureTraffic | undefined;
}

export const MANIFEST_MEDIA_TYPE = 'application/json';

/** What is told of a page beside what the page itself tells. */
export interface AboutCapture {
  readonly requestedUrl: string;
  readonly mediaType: string;
  readonly stored: StoredParts;
  readonly comparison: Comparison | undefined;
}

const renderedPart = ({ rendered }: CapturedPage) =>
  rendered === undefined
    ? {}
    : {
        browser: rendered.browser,
        title: rendered.title.toWellFormed(),
        traffic: rendered.traffic,
        ...(rendered.certificate !== undefined && { certificate: rendered.certificate }),
      };

const withoutAbsent = (stored: StoredParts): StoredParts => ({
  body: stored.body,
  text: stored.text,
  ...(stored.screenshot !== undefined && { screenshot: stored.screenshot }),
  ...(stored.page !== undefined && { page: stored.page }),
  ...(stored.archive !== undefined && { archive: stored.archive }),
});

/** The manifest of a page whose parts are stored. A lone surrogate has no place in UTF-8, and so none in canonical JSON. */
export function pageManifest(page: CapturedPage, about: AboutCapture): PageManifest {
  return {
    schema: 'tertib.capture/1',
    method: page.method,
    requestedUrl: about.requestedUrl.toWellFormed(),
    redirects: page.redirects,
    outcome: 'captured',
    finalUrl: page.finalUrl,
    status: page.status,
    headers: page.headers,
    remoteAddress: page.remoteAddress,
    capturedAt: page.capturedAt,
    quality: page.quality,
    limitations: page.limitations,
    identity: page.identity,
    mediaType: about.mediaType,
    ...withoutAbsent(about.stored),
    ...renderedPart(page),
    ...(about.comparison !== undefined && { comparison: about.comparison }),
  };
}

/**
 * The manifest as bytes to store: RFC 8785 canonical JSON, so the same capture always has the same hash.
 */
export function manifestBytes(manifest: PageManifest): Uint8Array {
  const text = canonicalize(manifest);
  if (text === undefined) throw new TypeError('a manifest is always JSON');
  return new TextEncoder().encode(text);
}
