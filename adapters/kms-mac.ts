import { GenerateMacCommand, type KMSClient } from '@aws-sdk/client-kms';
import { ServiceUnavailable } from '../core/errors.ts';
import type { Mac as MacPort } from '../core/ports.ts';
import { outside } from './outside.ts';

export interface KmsMacOptions {
  readonly client: KMSClient;
  /** An `HMAC_256` key: its id or ARN. */
  readonly keyId: string;
}

/** HMAC-SHA-256 under a key that never leaves KMS. A message has at most 4,096 bytes. */
export class KmsMac implements MacPort {
  readonly #client: KMSClient;
  readonly #keyId: string;

  constructor({ client, keyId }: KmsMacOptions) {
    this.#client = client;
    this.#keyId = keyId;
  }

  async mac(message: string): Promise<Uint8Array> {
    const command = new GenerateMacCommand({
      KeyId: this.#keyId,
      Message: Buffer.from(message, 'utf8'),
      MacAlgorithm: 'HMAC_SHA_256',
    });
    const { Mac } = await outside('KMS GenerateMac', () => this.#client.send(command));
    if (Mac === undefined) throw new ServiceUnavailable('KMS gave no MAC');
    return Mac;
  }
}
