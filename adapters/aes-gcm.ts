import { createCipheriv, createDecipheriv } from 'node:crypto';
import { SealBroken } from '../core/errors.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export interface SealedUnder {
  /** 32 bytes. */
  readonly key: Uint8Array;
  /** Authenticated with the text, not stored with it. */
  readonly context: string;
}

/** AES-256-GCM. @param nonce 12 bytes, never used twice under one key. @returns nonce, ciphertext, tag */
export const encrypt = (plaintext: string, { key, context }: SealedUnder, nonce: Uint8Array): Uint8Array => {
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(context, 'utf8'));
  return Buffer.concat([nonce, cipher.update(plaintext, 'utf8'), cipher.final(), cipher.getAuthTag()]);
};

/** @throws SealBroken where key, context or bytes are not those of {@link encrypt} */
export const decrypt = (bytes: Uint8Array, { key, context }: SealedUnder): string => {
  if (bytes.length < NONCE_BYTES + TAG_BYTES) throw new SealBroken('a sealed value is cut short');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(context, 'utf8'));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    const text = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch (error) {
    throw new SealBroken('a sealed value does not open', { cause: error });
  }
};

export const nonceFrom = (ids: { bytes(length: number): Uint8Array }): Uint8Array => ids.bytes(NONCE_BYTES);
