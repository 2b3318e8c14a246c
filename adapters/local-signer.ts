import { CompactSign, exportJWK, generateKeyPair, importJWK } from 'jose';
import * as z from 'zod';
import type { Signer } from '../core/ports.ts';
import { keyIdOf, publicJwkSchema, publishedKey } from './jws-parts.ts';
import { openKeyFile } from './key-file.ts';

const privateJwkSchema = publicJwkSchema.extend({ d: z.string() });
type PrivateJwk = z.infer<typeof privateJwkSchema>;

const newKey = async (): Promise<PrivateJwk> => {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return privateJwkSchema.parse(await exportJWK(privateKey));
};

/** Signs with a key in a file of this machine. */
export class LocalSigner implements Signer {
  readonly #key: PrivateJwk;

  private constructor(key: PrivateJwk) {
    this.#key = key;
  }

  /** @param file a JWK, made when absent. @throws MalformedItem */
  static async open(file: string): Promise<LocalSigner> {
    return new LocalSigner(await openKeyFile({ path: file, schema: privateJwkSchema, create: newKey }));
  }

  async sign(payload: Uint8Array | string, type: string): Promise<string> {
    const kid = await keyIdOf(this.#key);
    return new CompactSign(Buffer.from(payload))
      .setProtectedHeader({ alg: 'ES256', kid, typ: type })
      .sign(await importJWK(this.#key, 'ES256'));
  }

  async publicKeys(): Promise<{ keys: readonly Record<string, unknown>[] }> {
    return { keys: [await publishedKey(this.#key)] };
  }
}
