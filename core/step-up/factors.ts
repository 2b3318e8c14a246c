import * as z from 'zod';
import { agencyIdSchema, nipSchema, type Sha256, sha256Schema } from '../ids.ts';
import { plainText } from '../plain-text.ts';
import { instantSchema } from '../time.ts';
import { stepUpMeansSchema } from './means.ts';

/** Of one person; the code of an app counts as one of them. */
export const MAX_FACTORS = 10;
/** An administrator has this long to confirm what another one asked for. */
export const RECOVERY_HOURS = 72;
const MAX_RECOVERIES = 100;

export const factorIdSchema = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{16}$/);
const base64Url = z.string().regex(/^[A-Za-z0-9_-]+$/);

/** A public key credential (WebAuthn). Nothing in it is secret. */
export const passkeySchema = z.strictObject({
  kind: z.literal('PASSKEY'),
  factorId: factorIdSchema,
  credentialId: base64Url.max(1400),
  /** COSE key, base64url. */
  publicKey: base64Url.max(6000),
  /** Signature counter of the authenticator; 0 where it keeps none. */
  counter: z.int().min(0),
  transports: z.array(z.string().max(40)).max(10),
  addedAt: instantSchema,
  usedAt: instantSchema.optional(),
});
export type Passkey = z.infer<typeof passkeySchema>;

/** The shared secret of a code app (RFC 6238), sealed. */
export const totpSchema = z.strictObject({
  kind: z.literal('TOTP'),
  factorId: factorIdSchema,
  sealedSecret: z.string().max(4000),
  /** The newest time step whose code was taken: it and all before it are spent. */
  lastStep: z.int().min(0),
  /** The visit that spent it, so that the same form sent twice is one code. */
  spentBy: sha256Schema,
  addedAt: instantSchema,
  usedAt: instantSchema.optional(),
});
export type TotpFactor = z.infer<typeof totpSchema>;

export const factorSchema = z.discriminatedUnion('kind', [passkeySchema, totpSchema]);
export type Factor = z.infer<typeof factorSchema>;

export const recoveryReasonSchema = plainText(10, 500);

/** One wish to take all factors from a person who lost them: by one administrator, closed by another. */
export const recoverySchema = z.strictObject({
  recoveryId: factorIdSchema,
  state: z.enum(['ASKED', 'CONFIRMED', 'DECLINED']),
  askedAt: instantSchema,
  askedBy: nipSchema,
  reason: z.string(),
  closedAt: instantSchema.optional(),
  closedBy: nipSchema.optional(),
  closingReason: z.string().optional(),
});
export type Recovery = z.infer<typeof recoverySchema>;

/** A mail about the factors that is not known to have been sent. */
export const factorNoticeSchema = z.strictObject({
  noticeId: z.string().max(60),
  name: z.enum(['factorAdded', 'factorRemoved', 'recoveryAsked', 'recoveryConfirmed', 'recoveryDeclined']),
  /** Whose mailboxes it goes to. */
  to: z.array(nipSchema).max(50),
  at: instantSchema,
});
export type FactorNotice = z.infer<typeof factorNoticeSchema>;

/** All that one person proves themselves with beside their mailbox, and what administrators did to it. */
export const personFactorsSchema = z.strictObject({
  agencyId: agencyIdSchema,
  nip: nipSchema,
  factors: z.array(factorSchema).max(MAX_FACTORS),
  recoveries: z.array(recoverySchema).max(MAX_RECOVERIES),
  untold: z.array(factorNoticeSchema),
  /** Answers since the last right one, and when they began to count. */
  tries: z.strictObject({ from: instantSchema, count: z.int().min(1) }).optional(),
  version: z.int().min(0),
});
export type PersonFactors = z.infer<typeof personFactorsSchema>;

/** How one browser proves one person at one place: a task, or their own page of factors. */
export const stepUpVisitSchema = z.strictObject({
  key: sha256Schema,
  tries: z.int().min(0),
  /** When the tries began to count. */
  triedFrom: instantSchema,
  challenge: z.strictObject({ value: base64Url, purpose: z.enum(['ENROL', 'PROVE']), until: instantSchema }).optional(),
  /** A secret that was offered and not confirmed yet, sealed. */
  offered: z.string().max(4000).optional(),
  proof: z.strictObject({ means: stepUpMeansSchema, factorId: factorIdSchema, at: instantSchema }).optional(),
  expiresAt: instantSchema,
  version: z.int().min(0),
});
export type StepUpVisit = z.infer<typeof stepUpVisitSchema>;
export type StepUpKey = Sha256;

export const isFull = ({ factors }: Pick<PersonFactors, 'factors'>): boolean => factors.length >= MAX_FACTORS;
export const mayAskRecovery = ({ recoveries }: Pick<PersonFactors, 'recoveries'>): boolean =>
  recoveries.length < MAX_RECOVERIES;
export const totpOf = ({ factors }: Pick<PersonFactors, 'factors'>): TotpFactor | undefined =>
  factors.find((factor) => factor.kind === 'TOTP');
export const passkeysOf = ({ factors }: Pick<PersonFactors, 'factors'>): Passkey[] =>
  factors.filter((factor) => factor.kind === 'PASSKEY');
