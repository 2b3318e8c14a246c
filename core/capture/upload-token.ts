import * as z from 'zod';
import { artifactIdSchema, caseIdSchema, sha256Schema } from '../ids.ts';
import type { Mac, UploadRequest } from '../ports.ts';
import { type Instant, instantSchema, isBefore } from '../time.ts';

/** Why a token opens no upload. To a stranger each of them is the same refusal. */
export type UploadTokenRefusal = 'FORGED' | 'EXPIRED';

export type UploadTokenVerdict =
  | { readonly ok: true; readonly upload: UploadRequest }
  | { readonly ok: false; readonly reason: UploadTokenRefusal };

const LONGEST_TOKEN = 2048;

const uploadSchema = z.strictObject({
  caseId: caseIdSchema,
  artifactId: artifactIdSchema,
  mediaType: z.string(),
  size: z.int().nonnegative(),
  sha256: sha256Schema.optional(),
  expiresAt: instantSchema,
});

/** Its own domain under a key that also signs other things. */
const macOf = (mac: Mac, payload: string): Promise<Uint8Array> => mac.mac(`upload-token/1\n${payload}`);

const toBase64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

/** Compares in time that depends on the length only. */
function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.byteLength !== b.byteLength) return false;
  let difference = 0;
  a.forEach((byte, i) => {
    difference |= byte ^ (b[i] ?? 0);
  });
  return difference === 0;
}

/** A token that permits exactly one upload: this artefact, this size, this hash where one was declared, until it expires. */
export async function signUploadToken(upload: UploadRequest, mac: Mac): Promise<string> {
  const { caseId, artifactId, mediaType, size, sha256, expiresAt } = upload;
  const claims = JSON.stringify({ caseId, artifactId, mediaType, size, sha256, expiresAt });
  const payload = Buffer.from(claims, 'utf8').toString('base64url');
  return `${payload}.${toBase64url(await macOf(mac, payload))}`;
}

/** Reads a token back. Nothing of it is looked at before its MAC holds. Never throws on what a stranger sends. */
export async function verifyUploadToken(
  token: string,
  { mac, now }: { readonly mac: Mac; readonly now: Instant },
): Promise<UploadTokenVerdict> {
  if (token.length > LONGEST_TOKEN) return { ok: false, reason: 'FORGED' };
  const [payload = '', signature = '', ...rest] = token.split('.');
  const given = Buffer.from(signature, 'base64url');
  const canonical = toBase64url(given) === signature && rest.length === 0;
  if (!canonical || !sameBytes(await macOf(mac, payload), given)) return { ok: false, reason: 'FORGED' };
  const upload = uploadSchema.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
  return isBefore(now, upload.expiresAt) ? { ok: true, upload } : { ok: false, reason: 'EXPIRED' };
}
