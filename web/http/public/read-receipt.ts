import { compactVerify, createLocalJWKSet, errors } from 'jose';
import * as z from 'zod';
import { agencyIdSchema, caseIdSchema, sha256Schema } from '../../../core/ids.ts';
import type { Signer } from '../../../core/ports.ts';
import { instantSchema } from '../../../core/time.ts';

const RECEIPT_TYPE = 'tertib-receipt+jws';

const receiptSchema = z.object({
  caseNumber: caseIdSchema,
  agencyId: agencyIdSchema,
  receivedAt: instantSchema,
  eventHash: sha256Schema,
  reportSha256: sha256Schema,
});
export type Receipt = z.infer<typeof receiptSchema>;

/** A receipt that holds; or one signed with a key that is not ours; or one that is not what was signed. */
export type ReceiptVerdict =
  | { readonly kind: 'valid'; readonly receipt: Receipt }
  | { readonly kind: 'unknown-key' | 'altered' | 'no-receipt' };

const payloadOf = (payload: Uint8Array): ReceiptVerdict => {
  const parsed = receiptSchema.safeParse(JSON.parse(new TextDecoder().decode(payload)));
  return parsed.success ? { kind: 'valid', receipt: parsed.data } : { kind: 'no-receipt' };
};

/** Verifies a filing receipt (compact JWS, RFC 7515) against the keys that we publish. */
export const readReceipt = async (signer: Pick<Signer, 'publicKeys'>, jws: string): Promise<ReceiptVerdict> => {
  const { keys } = await signer.publicKeys();
  try {
    const keySet = createLocalJWKSet(z.object({ keys: z.array(z.looseObject({ kty: z.string() })) }).parse({ keys }));
    const { payload, protectedHeader } = await compactVerify(jws, keySet, { algorithms: ['ES256'] });
    return protectedHeader.typ === RECEIPT_TYPE ? payloadOf(payload) : { kind: 'no-receipt' };
  } catch (error) {
    if (error instanceof errors.JWKSNoMatchingKey) return { kind: 'unknown-key' };
    if (error instanceof errors.JWSSignatureVerificationFailed) return { kind: 'altered' };
    if (error instanceof errors.JOSEError || error instanceof SyntaxError) return { kind: 'no-receipt' };
    throw error;
  }
};
