import * as z from 'zod';
import { nipSchema } from '../ids.ts';
import { stepUpMeansSchema } from '../step-up/means.ts';

/** The claim in a staff token, and the role under which an official acted. */
export const roleSchema = z.enum(['triage', 'superior', 'examiner', 'ppk', 'auditor', 'admin']);
export type Role = z.infer<typeof roleSchema>;

/** Who caused an event. A reporter is never named: the case has one, and the People table knows who. */
export const actorSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('reporter') }),
  /** The accused, through their own link. */
  z.strictObject({ kind: z.literal('respondent'), nip: nipSchema, stepUp: stepUpMeansSchema.optional() }),
  z.strictObject({
    kind: z.literal('official'),
    nip: nipSchema,
    role: roleSchema,
    via: z.enum(['LINK', 'CONSOLE']),
    /** What they proved beyond mailbox or sign-in, where the agency asks for it. */
    stepUp: stepUpMeansSchema.optional(),
  }),
  z.strictObject({ kind: z.literal('system'), step: z.string().min(1).max(60) }),
]);
export type Actor = z.infer<typeof actorSchema>;

export const systemActor = (step: string): Actor => ({ kind: 'system', step });
