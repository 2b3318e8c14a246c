import { createPrivateKey, createPublicKey, generateKeyPair, sign } from 'node:crypto';
import { promisify } from 'node:util';
import * as z from 'zod';
import { MalformedItem } from '../core/errors.ts';
import type { Clock } from '../core/ports.ts';
import { type Instant, instantSchema } from '../core/time.ts';
import { openKeyFile } from './key-file.ts';
import type { RsaKey } from './pades/rsa-key.ts';

const MODULUS_BITS = 3072;

/** The key that letters are sealed with, as a file or a secret holds it: `privateKey` is PKCS #8 and
 * `certificate`, where an authority gave it one, X.509; both DER in base64. */
const storedKeySchema = z.strictObject({
  purpose: z.literal('letters'),
  createdAt: instantSchema,
  privateKey: z.base64(),
  certificate: z.base64().optional(),
});
type StoredKey = z.infer<typeof storedKeySchema>;

const newKey = async (createdAt: Instant): Promise<StoredKey> => {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: MODULUS_BITS });
  const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' });
  return { purpose: 'letters', createdAt, privateKey: pkcs8.toString('base64') };
};

const rsaKeyOf = ({ createdAt, privateKey, certificate }: StoredKey): RsaKey => {
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' });
  return {
    createdAt,
    publicKey: new Uint8Array(createPublicKey(key).export({ format: 'der', type: 'spki' })),
    ...(certificate === undefined ? {} : { certificate: new Uint8Array(Buffer.from(certificate, 'base64')) }),
    sign: async (data) => new Uint8Array(sign('sha256', data, key)),
  };
};

/**
 * The key in a file that only its owner can read, made when absent.
 * @throws MalformedItem
 */
export const openLocalRsaKey = async (path: string, clock: Clock): Promise<RsaKey> =>
  rsaKeyOf(await openKeyFile({ path, schema: storedKeySchema, create: () => newKey(clock.now()) }));

/**
 * The key in a secret, in the same form as the file.
 * @throws MalformedItem
 */
export const parseRsaKey = (text: string): RsaKey => {
  try {
    return rsaKeyOf(storedKeySchema.parse(JSON.parse(text)));
  } catch {
    // No cause: a parser's error may quote the key.
    throw new MalformedItem('the secret is not a key for letters');
  }
};
