import type * as z from 'zod';
import { InvalidCursor } from '../../core/errors.ts';

/**
 * A cursor says where in an index a page ended: base64url of JSON, never the partition. The partition always comes from the
 * query, so a cursor carried to another list is at worst another starting place in a list the caller may read anyway.
 */
export const encodeCursor = (place: unknown): string =>
  Buffer.from(JSON.stringify(place), 'utf8').toString('base64url');

const MAX_LENGTH = 1024;

const jsonOf = (cursor: string): unknown => {
  if (cursor.length > MAX_LENGTH) throw new InvalidCursor(`a cursor has at most ${MAX_LENGTH} characters`);
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch (error) {
    throw new InvalidCursor('this is not a cursor', { cause: error });
  }
};

/** @throws InvalidCursor */
export const decodeCursor = <T>(schema: z.ZodType<T>, cursor: string): T => {
  const place = schema.safeParse(jsonOf(cursor));
  if (!place.success) throw new InvalidCursor('this cursor was not handed out for this list', { cause: place.error });
  return place.data;
};
