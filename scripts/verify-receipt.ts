import { readFile } from 'node:fs/promises';
import { compactVerify, createLocalJWKSet, errors, type JWK } from 'jose';
import * as z from 'zod';
import { caseIdSchema, sha256Schema } from '../core/ids.ts';
import { instantSchema } from '../core/time.ts';
import { type PublicKeys, publicKeysSchema } from '../core/trail/export.ts';
import type { Words } from '../core/trail/verify-words.ts';

/** Only signatures that a holder of the public key cannot make. */
const ALGORITHMS = ['ES256', 'ES384', 'EdDSA', 'Ed25519', 'PS256', 'RS256'];
const RECEIPT_TYPE = 'tertib-receipt+jws';

const receiptSchema = z.looseObject({ caseNumber: caseIdSchema, receivedAt: instantSchema, eventHash: sha256Schema });
export type Receipt = z.infer<typeof receiptSchema>;

export interface Keys {
  readonly keys: readonly JWK[];
  readonly origin: 'file' | 'export';
}

export type ReadReceipt =
  | { readonly kind: 'receipt'; readonly receipt: Receipt }
  | { readonly kind: 'broken'; readonly explanation: Words }
  | { readonly kind: 'unknown-key'; readonly explanation: Words };

const unreadableKeys = (file: string): { explanation: Words } => ({
  explanation: {
    id: `${file}: bukan himpunan kunci publik (JWK Set).`,
    en: `${file}: not a set of public keys (JWK Set).`,
  },
});

/** The keys of `file` where one is named, otherwise those that the exports among the verified files bring along. */
export const readKeys = async (
  file: string | undefined,
  exported: readonly PublicKeys[],
): Promise<Keys | { explanation: Words }> => {
  if (file === undefined) return { keys: exported.flatMap(({ keys }) => keys), origin: 'export' };
  try {
    const { keys } = publicKeysSchema.parse(JSON.parse(await readFile(file, 'utf8')));
    return { keys, origin: 'file' };
  } catch {
    return unreadableKeys(file);
  }
};

const broken = (id: string, en: string): ReadReceipt => ({ kind: 'broken', explanation: { id, en } });

const payloadOf = (payload: Uint8Array): ReadReceipt => {
  const parsed = receiptSchema.safeParse(JSON.parse(new TextDecoder().decode(payload)));
  return parsed.success
    ? { kind: 'receipt', receipt: parsed.data }
    : broken('Tanda tangan sah, tetapi isinya bukan tanda terima.', 'The signature holds, but this is no receipt.');
};

const explain = (error: unknown): ReadReceipt => {
  if (error instanceof errors.JWKSNoMatchingKey) {
    return {
      kind: 'unknown-key',
      explanation: {
        id: 'Kunci penandatangan tidak ada di antara kunci yang diberikan (--keys, atau berkas ekspor).',
        en: 'The signing key is not among the keys given (--keys, or an export).',
      },
    };
  }
  if (error instanceof errors.JOSEError || error instanceof SyntaxError) {
    return broken(
      'Tanda tangan tidak cocok: tanda terima diubah.',
      'The signature does not hold: it has been altered.',
    );
  }
  throw error;
};

/** Verifies a filing receipt: a compact JWS (RFC 7515) over case number, time and hash of the first event. */
export const readReceipt = async (jws: string, { keys }: Keys): Promise<ReadReceipt> => {
  try {
    const { payload, protectedHeader } = await compactVerify(jws, createLocalJWKSet({ keys: [...keys] }), {
      algorithms: ALGORITHMS,
    });
    return protectedHeader.typ === RECEIPT_TYPE
      ? payloadOf(payload)
      : broken('Tanda tangan sah, tetapi bukan dari tanda terima.', 'The signature holds, but this is no receipt.');
  } catch (error) {
    return explain(error);
  }
};
