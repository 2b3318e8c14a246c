import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { type Sha256, sha256Schema } from '../ids.ts';

/** SHA-256 of bytes, or of a text's UTF-8 bytes. */
export const sha256Hex = (input: Uint8Array | string): Sha256 =>
  sha256Schema.parse(bytesToHex(sha256(typeof input === 'string' ? utf8ToBytes(input) : input)));

/** RFC 8785 (JCS) canonical JSON. Throws where the value is not JSON. */
export const canonicalJson = (value: unknown): string => {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('value has no canonical JSON form');
  return text;
};

/** SHA-256 of the RFC 8785 form of a JSON value. */
export const hashOf = (value: unknown): Sha256 => sha256Hex(canonicalJson(value));

/** The predecessor of the first event: 32 zero bytes. */
export const GENESIS: Sha256 = sha256Schema.parse('0'.repeat(64));
