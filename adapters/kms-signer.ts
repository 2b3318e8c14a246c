import { createHash, createPublicKey } from 'node:crypto';
import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { ServiceUnavailable } from '../core/errors.ts';
import type { Signer } from '../core/ports.ts';
import { joseSignatureOf } from './ecdsa-der.ts';
import { compactJws, keyIdOf, type PublicJwk, publicJwkSchema, publishedKey, signingInput } from './jws-parts.ts';
import { outside } from './outside.ts';

export interface KmsSignerOptions {
  readonly client: KMSClient;
  /** An `ECC_NIST_P256` key for `SIGN_VERIFY`: its id or ARN (an alias could move between two calls). */
  readonly keyId: string;
  /** Keys that signed before: still published, so that old receipts verify. */
  readonly formerKeyIds?: readonly string[];
}

/** Signs with a key that never leaves KMS. Its public key cannot change, so it is asked for once. */
export class KmsSigner implements Signer {
  readonly #client: KMSClient;
  readonly #keyId: string;
  readonly #formerKeyIds: readonly string[];
  readonly #public = new Map<string, PublicJwk>();

  constructor({ client, keyId, formerKeyIds = [] }: KmsSignerOptions) {
    this.#client = client;
    this.#keyId = keyId;
    this.#formerKeyIds = formerKeyIds;
  }

  async sign(payload: Uint8Array | string, type: string): Promise<string> {
    const kid = await keyIdOf(await this.#publicKey(this.#keyId));
    const input = signingInput(payload, { kid, typ: type });
    const { Signature } = await outside('KMS Sign', () =>
      this.#client.send(
        new SignCommand({
          KeyId: this.#keyId,
          // The digest, because KMS takes at most 4,096 bytes of the message itself.
          Message: createHash('sha256').update(input).digest(),
          MessageType: 'DIGEST',
          SigningAlgorithm: 'ECDSA_SHA_256',
        }),
      ),
    );
    if (Signature === undefined) throw new ServiceUnavailable('KMS gave no signature');
    return compactJws(input, joseSignatureOf(Signature));
  }

  async publicKeys(): Promise<{ keys: readonly Record<string, unknown>[] }> {
    const keyIds = [this.#keyId, ...this.#formerKeyIds];
    const keys = await Promise.all(keyIds.map(async (keyId) => publishedKey(await this.#publicKey(keyId))));
    return { keys };
  }

  async #publicKey(keyId: string): Promise<PublicJwk> {
    const known = this.#public.get(keyId);
    if (known !== undefined) return known;
    const { PublicKey } = await outside('KMS GetPublicKey', () =>
      this.#client.send(new GetPublicKeyCommand({ KeyId: keyId })),
    );
    if (PublicKey === undefined) throw new ServiceUnavailable('KMS gave no public key');
    const spki = createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' });
    const key = publicJwkSchema.parse(spki.export({ format: 'jwk' }));
    this.#public.set(keyId, key);
    return key;
  }
}
