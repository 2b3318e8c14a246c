import * as z from 'zod';
import { provisionKindSchema } from './charge-rules.ts';
import {
  agencyKindSchema,
  employmentSchema,
  impactScopeSchema,
  positionClassSchema,
  provisionCodeSchema,
  sanctionCodeSchema,
  sanctionLevelSchema,
} from './codes.ts';
import { bilingualSchema, citationSchema, ruleHeader } from './rule-file.ts';

/** Columns of the authority table: the two heavy demotions share one, dismissal has its own. */
export const authorityColumnSchema = z.enum(['LIGHT', 'MODERATE', 'B1_B2', 'B3']);
export type AuthorityColumn = z.infer<typeof authorityColumnSchema>;

const formSchema = z.strictObject({ name: bilingualSchema, months: z.int().positive().nullable() });

/**
 * The sanction catalogue. `months` is how long it is served (null: at once or for good); `substitute` is the form of a moderate
 * sanction under the transitional rule, chosen by the configuration; `employment` is on whom it can fall.
 */
export const sanctionRulesSchema = z.strictObject({
  ...ruleHeader,
  levels: z.record(sanctionLevelSchema, bilingualSchema),
  sanctions: z
    .array(
      z.strictObject({
        code: sanctionCodeSchema,
        level: sanctionLevelSchema,
        authorityColumn: authorityColumnSchema,
        employment: z.array(employmentSchema).min(1),
        ...formSchema.shape,
        substitute: formSchema.optional(),
      }),
    )
    .min(1),
});
export type SanctionRules = z.infer<typeof sanctionRulesSchema>;
export type Sanction = SanctionRules['sanctions'][number];
export type SanctionForm = z.infer<typeof formSchema>;

const levelOrNone = sanctionLevelSchema.nullable();
const rule = { provision: provisionCodeSchema, citation: citationSchema.optional() };
const bandSchema = z.strictObject({
  fromDays: z.int().positive(),
  toDays: z.int().positive().nullable(),
  sanction: sanctionCodeSchema,
});

/** How one provision gets its level: by impact, always the same, by post, by counted days of absence, or not settled. */
export const levelRuleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...rule, kind: z.literal('BY_IMPACT'), levels: z.record(impactScopeSchema, levelOrNone) }),
  z.strictObject({
    ...rule,
    kind: z.literal('ALWAYS'),
    level: sanctionLevelSchema,
    condition: bilingualSchema.optional(),
  }),
  z.strictObject({ ...rule, kind: z.literal('BY_POSITION'), levels: z.record(positionClassSchema, levelOrNone) }),
  z.strictObject({
    ...rule,
    kind: z.literal('BY_ABSENCE'),
    bands: z.array(bandSchema).min(1),
    consecutive: z.strictObject({ days: z.int().positive(), sanction: sanctionCodeSchema }),
  }),
  z.strictObject({ ...rule, kind: z.literal('UNSETTLED'), citation: citationSchema }),
]);
export type LevelRule = z.infer<typeof levelRuleSchema>;

/** The impact-to-level matrix; `articles` says which article holds the level of an obligation or a prohibition. */
export const impactLevelRulesSchema = z.strictObject({
  ...ruleHeader,
  scopes: z.record(impactScopeSchema, bilingualSchema),
  articles: z
    .array(z.strictObject({ kind: provisionKindSchema, level: sanctionLevelSchema, citation: citationSchema }))
    .length(6),
  levels: z.array(levelRuleSchema).min(1),
});
export type ImpactLevelRules = z.infer<typeof impactLevelRulesSchema>;

/** Who can hold sanctioning authority: a class of post, or one of the two that are not classes. */
export const authorityHolderSchema = z.enum([...positionClassSchema.options, 'PPK', 'PRESIDENT']);
export type AuthorityHolder = z.infer<typeof authorityHolderSchema>;

const cellSchema = z.strictObject({
  anyOf: z.array(authorityHolderSchema).min(1),
  certainty: citationSchema.shape.certainty.optional(),
  note: z.string().optional(),
});
export type AuthorityCell = z.infer<typeof cellSchema>;

/**
 * Who may sanction whom. `ladder` runs from the lowest to the highest authority; a row speaks of the respondent's post and, where
 * it matters, of whether the respondent is a PPK.
 */
export const authorityRulesSchema = z.strictObject({
  ...ruleHeader,
  ladder: z.array(authorityHolderSchema).min(2),
  titles: z.record(authorityHolderSchema, bilingualSchema),
  rows: z
    .array(
      z.strictObject({
        positionClasses: z.array(positionClassSchema).min(1),
        agencyKinds: z.array(agencyKindSchema).min(1),
        isPpk: z.boolean().optional(),
        cells: z.record(authorityColumnSchema, cellSchema),
        citation: citationSchema,
      }),
    )
    .min(1),
});
export type AuthorityRules = z.infer<typeof authorityRulesSchema>;
export type AuthorityRow = AuthorityRules['rows'][number];
