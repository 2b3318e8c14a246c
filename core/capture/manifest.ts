import canonicalize from 'canonicalize';
import type { Sha256 } from '../ids.ts';
import type { Instant } from '../time.ts';
import type { CapturedPage, CaptureQuality, HeaderLine } from './page-capture.ts';

interface ManifestHead {
  readonly schema: 'tertib.capture/1';
  readonly method: 'HTTP';
  /** As the reporter gave it. */
  readonly requestedUrl: string;
  readonly redirects: readonly string[];
}

/** The record beside a stored body: everything that was received but is not in the body. */
export interface PageManifest extends ManifestHead {
  readonly outcome: 'captured';
  readonly finalUrl: string;
  readonly status: number;
  readonly headers: readonly HeaderLine[];
  readonly remoteAddress: string;
  readonly capturedAt: Instant;
  readonly quality: CaptureQuality;
  /** The stored body: hash and size in bytes of exactly what was received. */
  readonly body: { readonly sha256: Sha256; readonly size: number };
}

export const MANIFEST_MEDIA_TYPE = 'application/json';

/** A lone surrogate has no place in UTF-8, and so none in canonical JSON. */
const head = (requestedUrl: string, redirects: readonly string[]): ManifestHead => ({
  schema: 'tertib.capture/1',
  method: 'HTTP',
  requestedUrl: requestedUrl.toWellFormed(),
  redirects,
});

/** The manifest of an answer whose body is stored under `bodySha256`. */
export function pageManifest(requestedUrl: string, page: CapturedPage, bodySha256: Sha256): PageManifest {
  return {
    ...head(requestedUrl, page.redirects),
    outcome: 'captured',
    finalUrl: page.finalUrl,
    status: page.status,
    headers: page.headers,
    remoteAddress: page.remoteAddress,
    capturedAt: page.capturedAt,
    quality: page.quality,
    body: { sha256: bodySha256, size: page.body.byteLength },
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
