import * as z from 'zod';
import { bytesOf, latin1 } from './bytes.ts';
import { type Cleaned, cleaned } from './removed.ts';
import { withoutSharingTokens } from './sharing-tokens.ts';

/** A text or page as it is, but for the values in addresses that name who shared them. Whatever its encoding, those are ASCII. */
export const cleanText = (bytes: Uint8Array): Cleaned => {
  const text = latin1(bytes);
  const clean = withoutSharingTokens(text);
  return clean === text ? cleaned(bytes, []) : cleaned(bytesOf(clean), ['SHARING_TOKENS']);
};

const stored = z.object({ sha256: z.string(), size: z.number() });
const captureManifest = z.object({
  schema: z.literal('tertib.capture/1'),
  outcome: z.string(),
  method: z.string(),
  finalUrl: z.string(),
  status: z.number(),
  headers: z.array(z.tuple([z.string(), z.string()])),
  remoteAddress: z.string(),
  capturedAt: z.string(),
  quality: z.string(),
  mediaType: z.string().optional(),
  body: stored,
  text: stored.optional(),
  page: stored.optional(),
  screenshot: stored.extend({ width: z.number(), height: z.number() }).optional(),
  limitations: z.array(z.string()).optional(),
  identity: z.record(z.string(), z.unknown()).optional(),
  certificate: z.record(z.string(), z.string()).optional(),
  browser: z.string().optional(),
  comparison: z.object({ with: z.string(), change: z.string() }).optional(),
});

/** Answers that are set for one visitor, or that repeat the address that was asked for. */
const PERSONAL_HEADERS = new Set(['set-cookie', 'location', 'content-location', 'link', 'refresh']);

/**
 * The record of a capture without the address that the reporter gave (a short link is made for one sharer) and the redirects from it:
 * what stays is where the page stands and what was received from there. Undefined where the JSON is no such record.
 */
export const cleanManifest = (json: unknown): Cleaned | undefined => {
  const parsed = captureManifest.safeParse(json);
  if (!parsed.success) return undefined;
  const { headers, ...rest } = parsed.data;
  const impersonal = headers.filter(([name]) => !PERSONAL_HEADERS.has(name.toLowerCase()));
  // Keys in alphabetical order, as in the record itself.
  const copy = { ...rest, headers: impersonal, schema: 'tertib.capture-copy/1' };
  const sorted = Object.fromEntries(Object.entries(copy).sort(([a], [b]) => (a < b ? -1 : 1)));
  const text = withoutSharingTokens(JSON.stringify(sorted));
  return cleaned(new TextEncoder().encode(text), ['REQUESTED_ADDRESS']);
};
