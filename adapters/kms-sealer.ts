import {
  DecryptCommand,
  GenerateDataKeyCommand,
  IncorrectKeyException,
  InvalidCiphertextException,
  type KMSClient,
} from '@aws-sdk/client-kms';
import { SealBroken, ServiceUnavailable } from '../core/errors.ts';
import type { Ids, Sealer } from '../core/ports.ts';
import { decrypt, encrypt, nonceFrom } from './aes-gcm.ts';
import { outside } from './outside.ts';

export interface KmsSealerOptions {
  readonly client: KMSClient;
  /** A symmetric key: id, ARN or alias. */
  readonly keyId: string;
  readonly ids: Ids;
}

/** `k1.<data key under the KMS key>.<nonce, ciphertext, tag>`, base64url. */
const SEALED = /^k1\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)$/;

const encryptionContext = (context: string) => ({ 'tertib:context': context });

/**
 * Envelope encryption: every value under a data key of its own (AES-256-GCM), the data key under a key that never leaves KMS.
 * The context is bound twice, so it also stands in the audit log of KMS: never put people into it. Data keys are not kept, so
 * each opening is a call that KMS permits and records.
 */
export class KmsSealer implements Sealer {
  readonly #client: KMSClient;
  readonly #keyId: string;
  readonly #ids: Ids;

  constructor({ client, keyId, ids }: KmsSealerOptions) {
    this.#client = client;
    this.#keyId = keyId;
    this.#ids = ids;
  }

  async seal(plaintext: string, context: string): Promise<string> {
    const command = new GenerateDataKeyCommand({
      KeyId: this.#keyId,
      KeySpec: 'AES_256',
      EncryptionContext: encryptionContext(context),
    });
    const { Plaintext, CiphertextBlob } = await outside('KMS GenerateDataKey', () => this.#client.send(command));
    if (Plaintext === undefined || CiphertextBlob === undefined) throw new ServiceUnavailable('KMS gave no data key');
    const sealed = encrypt(plaintext, { key: Plaintext, context }, nonceFrom(this.#ids));
    Plaintext.fill(0);
    return `k1.${Buffer.from(CiphertextBlob).toString('base64url')}.${Buffer.from(sealed).toString('base64url')}`;
  }

  async open(sealed: string, context: string): Promise<string> {
    const [, dataKey, bytes] = SEALED.exec(sealed) ?? [];
    if (dataKey === undefined || bytes === undefined) throw new SealBroken('this is not a value sealed under KMS');
    const key = await this.#openDataKey(Buffer.from(dataKey, 'base64url'), context);
    try {
      return decrypt(Buffer.from(bytes, 'base64url'), { key, context });
    } finally {
      key.fill(0);
    }
  }

  async #openDataKey(dataKey: Uint8Array, context: string): Promise<Uint8Array> {
    const command = new DecryptCommand({
      KeyId: this.#keyId,
      CiphertextBlob: dataKey,
      EncryptionContext: encryptionContext(context),
    });
    try {
      const { Plaintext } = await outside('KMS Decrypt', () => this.#client.send(command));
      if (Plaintext === undefined) throw new ServiceUnavailable('KMS gave no data key');
      return Plaintext;
    } catch (error) {
      if (error instanceof InvalidCiphertextException || error instanceof IncorrectKeyException) {
        throw new SealBroken('the data key of a sealed value does not open', { cause: error });
      }
      throw error;
    }
  }
}
