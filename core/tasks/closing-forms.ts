import * as z from 'zod';
import { plainText } from '../plain-text.ts';
import { sanctionCodeSchema } from '../rules/codes.ts';
import { dateInput, maybe, signed } from './form-inputs.ts';

const method = maybe(plainText(2, 60));

/** The act form of service: how the decision reached the respondent, and when. */
export const serviceForm = z.discriminatedUnion('outcome', [
  z.object({ ...signed, outcome: z.enum(['SERVED', 'REFUSED_TO_SIGN']), receivedOn: dateInput, method }),
  z.object({
    ...signed,
    outcome: z.literal('DISPATCHED'),
    dispatchedOn: maybe(dateInput),
    receivedOn: maybe(dateInput),
    method,
  }),
]);
export type ServiceForm = z.infer<typeof serviceForm>;

const decided = { body: plainText(3, 200), decisionNumber: plainText(1, 120), decidedOn: maybe(dateInput) };

/** The act form that records how an objection or appeal was decided. */
export const appealForm = z.discriminatedUnion('outcome', [
  z.object({ ...signed, ...decided, outcome: z.literal('CHANGED'), sanctionCode: sanctionCodeSchema }),
  z.object({ ...signed, ...decided, outcome: z.enum(['UPHELD', 'ANNULLED']) }),
]);
export type AppealForm = z.infer<typeof appealForm>;

/** The act form that ends a sanction: what it took was given back. */
export const executionForm = z.discriminatedUnion('outcome', [
  z.object({ ...signed, outcome: z.literal('COMPLETED'), restoredOn: maybe(dateInput) }),
]);
export type ExecutionForm = z.infer<typeof executionForm>;
