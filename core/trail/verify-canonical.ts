/** Characters that JSON writes as they are and that are no half of a pair. */
const PLAIN = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/;

const text = (value: string): string => {
  if (PLAIN.test(value)) return `"${value}"`;
  if (!value.isWellFormed()) throw new TypeError('a lone surrogate has no canonical form');
  return JSON.stringify(value);
};

const list = (values: readonly unknown[]): string => {
  let written = '';
  for (const value of values) written += written === '' ? canonical(value) : `,${canonical(value)}`;
  return `[${written}]`;
};

const record = (value: Readonly<Record<string, unknown>>, leftOut?: string): string => {
  let written = '';
  for (const key of Object.keys(value).sort()) {
    const property = value[key];
    if (key === leftOut || property === undefined) continue;
    written += `${written === '' ? '' : ','}${text(key)}:${canonical(property)}`;
  }
  return `{${written}}`;
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const canonical = (value: unknown): string => {
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) return list(value);
  return isRecord(value) ? record(value) : JSON.stringify(value);
};

/**
 * RFC 8785 form of a parsed JSON object without the property `leftOut`. The verifier's own, apart from the one that events are written
 * with (digest.ts): it is where a verification spends its time, and two implementations that must agree check each other.
 * @throws TypeError for a lone surrogate, RangeError for JSON nested too deep; no event of ours has either
 */
export const canonicalWithout = (value: Readonly<Record<string, unknown>>, leftOut: string): string =>
  record(value, leftOut);
