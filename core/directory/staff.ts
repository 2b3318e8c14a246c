import * as z from 'zod';
import { roleSchema } from '../case/actor.ts';
import { agencyIdSchema, nipSchema } from '../ids.ts';
import { agencyKindSchema, employmentSchema, positionClassSchema, zoneSchema } from '../rules/codes.ts';

export const mailAddressSchema = z.email().max(254);

/** One agency as the directory knows it. */
export const agencySchema = z.strictObject({
  agencyId: agencyIdSchema,
  name: z.string().min(3).max(200),
  kind: agencyKindSchema,
  /** Where its decisions are issued (`Ditetapkan di ...`); the agency's name stands in where it is not given. */
  city: z.string().min(2).max(80).optional(),
  zone: zoneSchema,
  /** Receives copies of outcomes and the tasks nobody else can have (unit kepegawaian). */
  personnelUnitMail: mailAddressSchema,
  /** Calendar scope for regional holidays; the national ones always hold. */
  region: z.string().max(60).optional(),
});
export type Agency = z.infer<typeof agencySchema>;

/** One employee: position, line and mailbox. `roles` are the duties of this system; a direct superior needs none. */
export const staffSchema = z.strictObject({
  agencyId: agencyIdSchema,
  nip: nipSchema,
  name: z.string().min(1).max(200),
  employment: employmentSchema,
  positionClass: positionClassSchema,
  position: z.string().min(1).max(200),
  unit: z.string().min(1).max(200),
  superiorNip: nipSchema.optional(),
  mail: mailAddressSchema.optional(),
  roles: z.array(roleSchema),
  accounts: z.array(z.strictObject({ platform: z.string().max(40), handle: z.string().max(120) })),
  active: z.boolean(),
});
export type Staff = z.infer<typeof staffSchema>;
