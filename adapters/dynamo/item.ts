import * as z from 'zod';
import { MalformedItem } from '../../core/errors.ts';
import { crockford } from '../../core/ids.ts';
import type { Ids } from '../../core/ports.ts';

/** An item as DynamoDB gives it, before its schema has seen it. */
export type Item = Readonly<Record<string, unknown>>;

/** The version of the shapes that this code writes. A new shape is a new number and a reader for both. */
export const SCHEMA_VERSION = 1;
export const schemaVersion = z.literal(SCHEMA_VERSION);

/**
 * Which call wrote an item. When the answer to a write is lost, the client writes again and meets its own item; the token tells
 * that from another writer's, also where both wrote the same.
 */
export const writerSchema = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{16}$/);
export const newWriter = (ids: Ids): string => crockford(ids.bytes(10), 16);

/**
 * Parses a stored item.
 * @param what names the kind of item in the error, which names paths but never values
 * @throws MalformedItem
 */
export const parseItem = <T>(schema: z.ZodType<T>, item: unknown, what: string): T => {
  const parsed = schema.safeParse(item);
  if (parsed.success) return parsed.data;
  const paths = parsed.error.issues.map(({ path, code }) => `${path.join('.') || 'item'} (${code})`);
  throw new MalformedItem(`a stored ${what} is malformed: ${paths.join(', ')}`, { cause: parsed.error });
};
