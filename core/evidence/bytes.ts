import { TertibError } from '../errors.ts';

/** A file is not in the form that its beginning announces. Never leaves core/evidence: the copy is then not possible. */
export class Unreadable extends TertibError {
  override readonly name = 'Unreadable';
}

/** Bytes as the characters U+0000 to U+00FF, one each: for searching text whose encoding does not matter. */
export const latin1 = (bytes: Uint8Array): string => {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return parts.join('');
};

/** The inverse of {@link latin1}. */
export const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

export const concat = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

export const startsWith = (bytes: Uint8Array, text: string, at = 0): boolean =>
  latin1(bytes.subarray(at, at + text.length)) === text;

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);

/** The bytes of numbers, most significant first: `[value, width]`. */
export const bigEndian = (...numbers: readonly (readonly [value: number, width: 1 | 2 | 4])[]): Uint8Array =>
  Uint8Array.from(
    numbers.flatMap(([value, width]) =>
      Array.from({ length: width }, (_, i) => (value >>> (8 * (width - 1 - i))) & 255),
    ),
  );

export const littleEndian32 = (value: number): Uint8Array => bigEndian([value, 4]).reverse();

/** Reads bytes in order. @throws Unreadable past the end */
export class Cursor {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  get left(): number {
    return this.bytes.length - this.at;
  }

  take(length: number): Uint8Array {
    if (length > this.left) throw new Unreadable(`ends before byte ${this.at + length}`);
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  u8(): number {
    return this.#number(1);
  }

  u16(): number {
    return this.#number(2);
  }

  u32(): number {
    return this.#number(4);
  }

  u32le(): number {
    const [a = 0, b = 0, c = 0, d = 0] = this.take(4);
    return (a | (b << 8) | (c << 16) | (d << 24)) >>> 0;
  }

  #number(width: number): number {
    return this.take(width).reduce((value, byte) => value * 256 + byte, 0);
  }
}
