import { Unzlib } from 'fflate';
import { concat, Unreadable } from './bytes.ts';

/** Small enough that one step cannot unfold into much: deflate gives at most 1032 bytes for one. */
const STEP = 4096;

/**
 * Unpacks zlib data (RFC 1950), never into more than `most` bytes.
 * @throws Unreadable where it is broken or larger
 */
export const inflate = (packed: Uint8Array, most: number): Uint8Array => {
  const parts: Uint8Array[] = [];
  let length = 0;
  const stream = new Unzlib((part) => {
    parts.push(part);
    length += part.length;
  });
  for (let at = 0; at < packed.length; at += STEP) {
    push(stream, packed.subarray(at, at + STEP), at + STEP >= packed.length);
    if (length > most) throw new Unreadable(`unpacks into more than ${most} bytes`);
  }
  return concat(parts);
};

const push = (stream: Unzlib, part: Uint8Array, isLast: boolean): void => {
  try {
    stream.push(part, isLast);
  } catch (cause) {
    throw new Unreadable('not zlib data', { cause });
  }
};
