/** A mail of people has a handful of parts. */
export const MAX_PARTS = 500;
const MAX_BOUNDARIES = 64;

const DASH = 0x2d;
const NEWLINE = 0x0a;
const BOUNDARY = /\bboundary\s*=\s*(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))/gi;

/** Lines that begin with two hyphens, which every delimiter does (RFC 2046, section 5.1.1). */
function* dashedLines(raw: Uint8Array): Generator<string> {
  let at = 0;
  while (at >= 0 && at < raw.length) {
    if (raw[at] === DASH && raw[at + 1] === DASH) {
      const end = raw.indexOf(NEWLINE, at);
      yield String.fromCharCode(...raw.subarray(at + 2, Math.min(end < 0 ? raw.length : end, at + 210))).trimEnd();
    }
    const next = raw.indexOf(NEWLINE, at);
    at = next < 0 ? -1 : next + 1;
  }
}

const boundariesIn = (raw: Uint8Array): ReadonlySet<string> => {
  const text = new TextDecoder('latin1').decode(raw);
  const found = new Set<string>();
  for (const [, quoted, token] of text.matchAll(BOUNDARY)) {
    found.add(quoted ?? token ?? '');
    if (found.size > MAX_BOUNDARIES) break;
  }
  return found;
};

/**
 * Whether a message has more parts than any parser should be given. Counted over the bytes, before anything is parsed: a delimiter is
 * looked for in what the message itself declares, so that text with many hyphens is no bomb.
 */
export const hasTooManyParts = (raw: Uint8Array): boolean => {
  const boundaries = boundariesIn(raw);
  if (boundaries.size > MAX_BOUNDARIES) return true;
  if (boundaries.size === 0) return false;
  let parts = 0;
  for (const line of dashedLines(raw)) {
    if (boundaries.has(line)) parts += 1;
    if (parts > MAX_PARTS) return true;
  }
  return false;
};
