import { canonicalJson } from './digest.ts';

const isPlain = (value: object): value is Record<string, unknown> => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

const isOrderedRecord = (record: Readonly<Record<string, unknown>>): boolean => {
  let previous: string | undefined;
  // `for in` gives own keys in the order JSON.stringify writes them; a plain object inherits none.
  for (const key in record) {
    if (previous !== undefined && key <= previous) return false;
    if (!key.isWellFormed() || !isOrdered(record[key])) return false;
    previous = key;
  }
  return typeof record.toJSON !== 'function';
};

/**
 * Whether JSON.stringify writes a value in its RFC 8785 form: every object's keys are in order already. Numbers and strings it
 * writes as the RFC asks, but for lone surrogates, which the RFC forbids. Anything that is not plain JSON answers no.
 */
const isOrdered = (value: unknown): boolean => {
  switch (typeof value) {
    case 'string':
      return value.isWellFormed();
    case 'number':
      return Number.isFinite(value);
    case 'boolean':
      return true;
    case 'object':
      if (value === null) return true;
      return Array.isArray(value) ? value.every(isOrdered) : isPlain(value) && isOrderedRecord(value);
    default:
      return false;
  }
};

/**
 * The RFC 8785 form of a JSON value, fast where its keys stand in order already, as they do in whatever was stored or exported in
 * that form. The text is the same either way.
 * @throws where the value has no such form
 */
export const canonicalText = (value: unknown): string =>
  isOrdered(value) ? JSON.stringify(value) : canonicalJson(value);
