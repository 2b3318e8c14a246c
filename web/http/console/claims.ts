import * as z from 'zod';
import type { Principal } from '../../../core/access/principal.ts';
import { roleSchema } from '../../../core/case/actor.ts';
import { agencyIdSchema, nipSchema } from '../../../core/ids.ts';

const claimsSchema = z.object({
  sub: z.string().min(1).max(255),
  role: roleSchema,
  agency: agencyIdSchema,
  nip: nipSchema.optional(),
});

/** Who the claims of a verified token speak of; undefined where they name no role or agency of ours. */
export const principalOf = (claims: unknown): Principal | undefined => {
  const parsed = claimsSchema.safeParse(claims);
  if (!parsed.success) return undefined;
  const { sub, role, agency, nip } = parsed.data;
  return { subject: sub, agencyId: agency, role, nip };
};
