import { headerValue } from './headers.ts';
import type { HeaderLine } from './page-capture.ts';

const PRESCAN_BYTES = 1024;

function decoderFor(label: string | undefined): InstanceType<typeof TextDecoder> | undefined {
  if (label === undefined) return undefined;
  try {
    return new TextDecoder(label);
  } catch {
    return undefined; // its only error: a label that the Encoding standard does not know
  }
}

function bomLabel(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

function headerLabel(headers: readonly HeaderLine[]): string | undefined {
  return /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(headerValue(headers, 'content-type') ?? '')?.[1];
}

/** The label a page declares for itself. A UTF-16 declaration found in ASCII bytes is wrong by construction (HTML 13.2.3.2). */
function metaLabel(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN_BYTES));
  const label = /<meta\b[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?([\w:-]{1,40})/i.exec(start)?.[1];
  return label !== undefined && /^utf-?16/i.test(label) ? 'utf-8' : label;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false; // its only error, given bytes: they are not UTF-8
  }
}

/**
 * Decodes text as a browser would: byte order mark, `Content-Type`, the page's own `<meta charset>`, and without any of
 * them UTF-8 where the bytes are UTF-8, else windows-1252. Wrong bytes become U+FFFD; never throws.
 */
export function decodeText(bytes: Uint8Array, headers: readonly HeaderLine[]): string {
  const decoder =
    decoderFor(bomLabel(bytes)) ??
    decoderFor(headerLabel(headers)) ??
    decoderFor(metaLabel(bytes.subarray(0, PRESCAN_BYTES)));
  return (decoder ?? new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1252')).decode(bytes);
}
