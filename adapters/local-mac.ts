import { createHmac } from 'node:crypto';
import type { Ids, Mac } from '../core/ports.ts';
import { openSecretFile } from './secret-file.ts';

/** HMAC-SHA-256 under a key in a file of this machine. */
export class LocalMac implements Mac {
  readonly #key: Uint8Array;

  private constructor(key: Uint8Array) {
    this.#key = key;
  }

  /** @param file made when absent. @throws MalformedItem */
  static async open(file: string, ids: Ids): Promise<LocalMac> {
    return new LocalMac(await openSecretFile(file, { purpose: 'mac', ids }));
  }

  async mac(message: string): Promise<Uint8Array> {
    return new Uint8Array(createHmac('sha256', this.#key).update(message, 'utf8').digest());
  }
}
