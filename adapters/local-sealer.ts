import { SealBroken } from '../core/errors.ts';
import type { Ids, Sealer } from '../core/ports.ts';
import { decrypt, encrypt, nonceFrom } from './aes-gcm.ts';
import { openSecretFile } from './secret-file.ts';

/** `l1.<nonce, ciphertext, tag>`, base64url. */
const SEALED = /^l1\.([A-Za-z0-9_-]+)$/;

/** Seals with AES-256-GCM under a key in a file of this machine; the context is authenticated with the text. */
export class LocalSealer implements Sealer {
  readonly #key: Uint8Array;
  readonly #ids: Ids;

  private constructor(key: Uint8Array, ids: Ids) {
    this.#key = key;
    this.#ids = ids;
  }

  /** @param file made when absent. @throws MalformedItem */
  static async open(file: string, ids: Ids): Promise<LocalSealer> {
    return new LocalSealer(await openSecretFile(file, { purpose: 'seal', ids }), ids);
  }

  async seal(plaintext: string, context: string): Promise<string> {
    const sealed = encrypt(plaintext, { key: this.#key, context }, nonceFrom(this.#ids));
    return `l1.${Buffer.from(sealed).toString('base64url')}`;
  }

  async open(sealed: string, context: string): Promise<string> {
    const [, bytes] = SEALED.exec(sealed) ?? [];
    if (bytes === undefined) throw new SealBroken('this is not a value sealed on this machine');
    return decrypt(Buffer.from(bytes, 'base64url'), { key: this.#key, context });
  }
}
