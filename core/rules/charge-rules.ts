import * as z from 'zod';
import { principleCodeSchema, provisionCodeSchema } from './codes.ts';
import { bilingualSchema, ruleHeader } from './rule-file.ts';

/** The eight principles of SE Menpan-RB 137/2018: `wording` is official and Indonesian only, `title` is a plain short name. */
export const principleRulesSchema = z.strictObject({
  ...ruleHeader,
  principles: z
    .array(
      z.strictObject({
        code: principleCodeSchema,
        key: z.string().regex(/^P[1-8]_[A-Z_]+$/),
        title: bilingualSchema,
        wording: z.string().min(1),
      }),
    )
    .min(1),
});
export type PrincipleRules = z.infer<typeof principleRulesSchema>;

export const provisionKindSchema = z.enum(['OBLIGATION', 'PROHIBITION']);

/** The obligations and prohibitions a charge may name; `article` is how a letter prints it. */
export const provisionRulesSchema = z.strictObject({
  ...ruleHeader,
  provisions: z
    .array(
      z.strictObject({
        code: provisionCodeSchema,
        kind: provisionKindSchema,
        article: z.string().min(1),
        text: bilingualSchema,
      }),
    )
    .min(1),
});
export type ProvisionRules = z.infer<typeof provisionRulesSchema>;
export type Provision = ProvisionRules['provisions'][number];

/** Which provisions each principle suggests; `conditional` ones only where `when` holds. A person confirms every charge. */
export const chargeMapSchema = z.strictObject({
  ...ruleHeader,
  charges: z
    .array(
      z.strictObject({
        principle: principleCodeSchema,
        primary: z.array(provisionCodeSchema).min(1),
        secondary: z.array(provisionCodeSchema),
        conditional: z.array(z.strictObject({ provision: provisionCodeSchema, when: bilingualSchema })),
      }),
    )
    .min(1),
});
export type ChargeMap = z.infer<typeof chargeMapSchema>;
