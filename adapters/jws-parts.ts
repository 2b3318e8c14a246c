import { calculateJwkThumbprint } from 'jose';
import * as z from 'zod';

/** A public key on P-256 (RFC 7518, section 6.2.1). */
export const publicJwkSchema = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
});
export type PublicJwk = z.infer<typeof publicJwkSchema>;

/** The key's name: its SHA-256 thumbprint (RFC 7638), so that nobody has to give names or remember them. */
export const keyIdOf = (key: PublicJwk): Promise<string> => calculateJwkThumbprint(key, 'sha256');

/** A public key as it stands in a JWK Set. */
export const publishedKey = async (key: PublicJwk): Promise<Record<string, unknown>> => ({
  kty: key.kty,
  crv: key.crv,
  x: key.x,
  y: key.y,
  kid: await keyIdOf(key),
  alg: 'ES256',
  use: 'sig',
});

const base64url = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64url');

/** What a compact JWS signs (RFC 7515, section 5.1): protected header and payload. */
export const signingInput = (payload: Uint8Array | string, header: { kid: string; typ: string }): string =>
  `${base64url(JSON.stringify({ alg: 'ES256', kid: header.kid, typ: header.typ }))}.${base64url(payload)}`;

/** @param signature r || s, 64 bytes */
export const compactJws = (input: string, signature: Uint8Array): string => `${input}.${base64url(signature)}`;
