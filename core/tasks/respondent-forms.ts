import * as z from 'zod';
import { plainText } from '../plain-text.ts';
import { maybe } from './form-inputs.ts';

const answer = {
  statement: plainText(1, 20_000),
  witnesses: maybe(plainText(1, 5000)),
  companion: maybe(plainText(1, 300)),
};

/** What the respondent sends on their own page: an answer, the last one, or their word on the record of the examination. */
export const responseForm = z.discriminatedUnion('outcome', [
  z.object({ ...answer, outcome: z.enum(['ANSWER', 'FINISH']) }),
  z.object({ outcome: z.enum(['SIGN_RECORD', 'REFUSE_RECORD']), corrections: maybe(plainText(1, 20_000)) }),
]);
export type ResponseForm = z.infer<typeof responseForm>;

/** An objection or appeal against the decision. */
export const remedyForm = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('FILE'), grounds: plainText(1, 20_000) }),
]);
export type RemedyForm = z.infer<typeof remedyForm>;
