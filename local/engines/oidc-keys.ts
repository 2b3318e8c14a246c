import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import * as z from 'zod';
import { createDurably, readIfThere } from './durable-file.ts';

const publicKeySchema = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  kid: z.string(),
  alg: z.literal('ES256'),
  use: z.literal('sig'),
});
const keysSchema = z.object({ signing: publicKeySchema.extend({ d: z.string() }), cookie: z.string().min(32) });

export type SigningKey = z.infer<typeof keysSchema>['signing'];
export type OidcKeys = z.infer<typeof keysSchema>;

/** The issuer's keys, made at the first start and kept in `folder` for the owner's eyes only. */
export const loadKeys = async (folder: string): Promise<OidcKeys> => {
  const file = join(folder, 'oidc-keys.json');
  if ((await readIfThere(file)) === undefined) await createDurably(file, JSON.stringify(await newKeys()));
  return keysSchema.parse(JSON.parse((await readIfThere(file)) ?? ''));
};

export const publicPart = (key: SigningKey): z.infer<typeof publicKeySchema> => publicKeySchema.parse(key);

const newKeys = async (): Promise<unknown> => {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const kid = randomBytes(8).toString('hex');
  return {
    signing: { ...(await exportJWK(privateKey)), kid, alg: 'ES256', use: 'sig' },
    cookie: randomBytes(32).toString('base64url'),
  };
};
