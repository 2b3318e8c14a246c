import * as z from 'zod';
import { bounceCauseSchema, otherWaySchema, ownMailIdSchema, unreachedSchema } from '../case/events.ts';
import { agencyIdSchema, caseIdSchema, nipSchema, sha256Schema } from '../ids.ts';
import { instantSchema } from '../time.ts';
import { mailVerdictsSchema } from './verdicts.ts';

/** What became of a mail: a case, a part of one, nothing, or something for a person to look at. */
export const inboundStatusSchema = z.enum(['RECEIVED', 'FILED', 'ATTACHED', 'IGNORED', 'QUEUED']);
export type InboundStatus = z.infer<typeof inboundStatusSchema>;

export const inboundReasonSchema = z.enum([
  'AUTO_SUBMITTED',
  'PRECEDENCE',
  'RESPONSE_SUPPRESSED',
  'AUTO_REPLY_FIELD',
  'NULL_SENDER',
  'MACHINE_SENDER',
  'OWN_MAIL',
  'RECEIPT',
  'CALENDAR_ANSWER',
  'LIST',
  'DELIVERY_REPORT',
  'COMPLAINT',
  'DELAYED',
  'UNKNOWN_BOUNCE',
  'STRAY_REPLY',
  'BAD_TOKEN',
  'CASE_CLOSED',
  'EMPTY',
  'TOO_SHORT',
  'TOO_LARGE',
  'NO_HEADERS',
  'TOO_MANY_PARTS',
  'PARSER_FAILED',
  'SET_ASIDE',
  'UNDELIVERED',
]);
export type InboundReason = z.infer<typeof inboundReasonSchema>;

/** What an official did with a mail, and why. */
export const inboundActSchema = z.strictObject({
  at: instantSchema,
  nip: nipSchema.optional(),
  action: z.enum(['OPENED', 'FILED', 'SET_ASIDE', 'REACHED']),
  way: otherWaySchema.optional(),
  reason: z.string().min(1).max(500),
});
export type InboundAct = z.infer<typeof inboundActSchema>;

/** A mail of ours that did not arrive: whom it was for, and why; no address. */
export const undeliveredSchema = z.strictObject({
  mailId: ownMailIdSchema,
  recipient: unreachedSchema,
  cause: bounceCauseSchema,
  /** RFC 3463. */
  status: z.string().optional(),
});

/** A mail that came in, as it is kept beside its bytes. Who sent it stands here sealed only. */
export const inboundRowSchema = z.strictObject({
  /** Hash of the agency and the bytes: the same mail again is the same row. */
  mailId: sha256Schema,
  agencyId: agencyIdSchema,
  /** The raw message in the evidence store. */
  sha256: sha256Schema,
  size: z.int().min(0),
  receivedAt: instantSchema,
  status: inboundStatusSchema,
  reason: inboundReasonSchema.optional(),
  caseId: caseIdSchema.optional(),
  /** Set on what is no mail to be filed but a task: a mail of the case did not arrive, and its recipient is to be reached in another way. */
  undelivered: undeliveredSchema.optional(),
  verdicts: mailVerdictsSchema,
  /** Parts that no artefact was made of: they are in the raw message alone. */
  omitted: z.int().min(0),
  sealedEnvelope: z.string(),
  /** Under which identifiers the report is filed, the receipt code among them; gone once the reporter has seen it. */
  sealedSecrets: z.string().optional(),
  /** What triage wants filed. */
  sealedOrder: z.string().optional(),
  /** Whether the reporter may still fetch their receipt code by the link that they were mailed. */
  setup: z.enum(['NONE', 'OFFERED', 'SHOWN']),
  acts: z.array(inboundActSchema),
  version: z.int().min(0),
});
export type InboundRow = z.infer<typeof inboundRowSchema>;
