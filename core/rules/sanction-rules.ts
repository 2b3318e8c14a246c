import * as z from 'zod';
import { provisionKindSchema } from './charge-rules.ts';
import {
  agencyKindSchema,
  disciplineCodeSchema,
  disciplineLevelSchema,
  type Employment,
  employmentSchema,
  impactScopeSchema,
  moralCodeSchema,
  positionClassSchema,
  provisionCodeSchema,
  type SanctionCode,
  type SanctionLevel,
} from './codes.ts';
import { bilingualSchema, citationSchema, ruleHeader } from './rule-file.ts';

/** Columns of the authority table: the two heavy demotions share one, dismissal has its own. */
export const authorityColumnSchema = z.enum(['LIGHT', 'MODERATE', 'B1_B2', 'B3']);
export type AuthorityColumn = z.infer<typeof authorityColumnSchema>;

/** Who imposes a sanction is read in a column of the authority table; for a moral one the configuration names the official. */
export const sanctionColumnSchema = z.enum(['MORAL', ...authorityColumnSchema.options]);
export type SanctionColumn = z.infer<typeof sanctionColumnSchema>;

export const sanctionFormSchema = z.strictObject({ name: bilingualSchema, months: z.int().positive().nullable() });
export type SanctionForm = z.infer<typeof sanctionFormSchema>;

/**
 * One sanction of a catalogue. `months` is how long it is served (null: at once or for good); `substitute` is the form of a moderate
 * sanction under the transitional rule, chosen by the configuration; `employment` is on whom it can fall.
 */
export interface Sanction extends SanctionForm {
  readonly code: SanctionCode;
  readonly level: SanctionLevel;
  readonly authorityColumn: SanctionColumn;
  readonly employment: readonly Employment[];
  readonly substitute?: SanctionForm | undefined;
}

/** The catalogue of disciplinary sanctions on civil servants. */
export const sanctionRulesSchema = z.strictObject({
  ...ruleHeader,
  levels: z.record(disciplineLevelSchema, bilingualSchema),
  sanctions: z
    .array(
      z.strictObject({
        code: disciplineCodeSchema,
        level: disciplineLevelSchema,
        authorityColumn: authorityColumnSchema,
        employment: z.array(employmentSchema).min(1),
        ...sanctionFormSchema.shape,
        substitute: sanctionFormSchema.optional(),
      }),
    )
    .min(1),
});
export type SanctionRules = z.infer<typeof sanctionRulesSchema>;

/** The catalogue of moral sanctions for a breach of ethics; `level` is how it is named. */
export const moralSanctionRulesSchema = z.strictObject({
  ...ruleHeader,
  level: bilingualSchema,
  sanctions: z
    .array(
      z.strictObject({
        code: moralCodeSchema,
        employment: z.array(employmentSchema).min(1),
        ...sanctionFormSchema.shape,
      }),
    )
    .min(1),
});
export type MoralSanctionRules = z.infer<typeof moralSanctionRulesSchema>;

const levelOrNone = disciplineLevelSchema.nullable();
const rule = { provision: provisionCodeSchema, citation: citationSchema.optional() };
const bandSchema = z.strictObject({
  fromDays: z.int().positive(),
  toDays: z.int().positive().nullable(),
  sanction: disciplineCodeSchema,
});

/** How one provision gets its level: by impact, always the same, by post, by counted days of absence, or not settled. */
export const levelRuleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...rule, kind: z.literal('BY_IMPACT'), levels: z.record(impactScopeSchema, levelOrNone) }),
  z.strictObject({
    ...rule,
    kind: z.literal('ALWAYS'),
    level: disciplineLevelSchema,
    condition: bilingualSchema.optional(),
  }),
  z.strictObject({ ...rule, kind: z.literal('BY_POSITION'), levels: z.record(positionClassSchema, levelOrNone) }),
  z.strictObject({
    ...rule,
    kind: z.literal('BY_ABSENCE'),
    bands: z.array(bandSchema).min(1),
    consecutive: z.strictObject({ days: z.int().positive(), sanction: disciplineCodeSchema }),
  }),
  z.strictObject({ ...rule, kind: z.literal('UNSETTLED'), citation: citationSchema }),
]);
export type LevelRule = z.infer<typeof levelRuleSchema>;

/** The impact-to-level matrix; `articles` says which article holds the level of an obligation or a prohibition. */
export const impactLevelRulesSchema = z.strictObject({
  ...ruleHeader,
  scopes: z.record(impactScopeSchema, bilingualSchema),
  articles: z
    .array(z.strictObject({ kind: provisionKindSchema, level: disciplineLevelSchema, citation: citationSchema }))
    .length(6),
  levels: z.array(levelRuleSchema).min(1),
});
export type ImpactLevelRules = z.infer<typeof impactLevelRulesSchema>;

/** Who can hold sanctioning authority: a class of post, or one of the two that are not classes. */
export const authorityHolderSchema = z.enum([...positionClassSchema.options, 'PPK', 'PRESIDENT']);
export type AuthorityHolder = z.infer<typeof authorityHolderSchema>;

/**
 * Who may act: the holders named and, where the actual reporting line counts, whoever stands `lineStep` levels above the respondent.
 * `safest` is the holder whom every reading of a disputed cell accepts.
 */
const cellSchema = z.strictObject({
  anyOf: z.array(authorityHolderSchema).min(1),
  lineStep: z.int().min(1).max(2).optional(),
  safest: authorityHolderSchema.optional(),
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
  /** Functional officials whom a PPK decision lets act where a unit lacks the structural post. */
  designations: z.array(
    z.strictObject({
      holder: positionClassSchema,
      standsFor: positionClassSchema,
      column: authorityColumnSchema,
      citation: citationSchema,
    }),
  ),
  /** Sanctions that the President imposes on whoever was put into a post by the President. */
  presidentialPosts: z.strictObject({ columns: z.array(authorityColumnSchema).min(1), citation: citationSchema }),
  /** Who proposes a sanction to the President; the first that names the class, else the one that names none. */
  proposers: z
    .array(
      z.strictObject({
        positionClasses: z.array(positionClassSchema),
        title: bilingualSchema,
        citation: citationSchema,
      }),
    )
    .min(1),
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
