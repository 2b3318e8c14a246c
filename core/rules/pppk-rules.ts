import * as z from 'zod';
import { disciplineCodeSchema, disciplineLevelSchema } from './codes.ts';
import { bilingualSchema, citationSchema, ruleHeader } from './rule-file.ts';
import {
  authorityColumnSchema,
  type ImpactLevelRules,
  levelRuleSchema,
  type Sanction,
  sanctionFormSchema,
} from './sanction-rules.ts';

const pppkSanctionSchema = z.strictObject({
  code: disciplineCodeSchema,
  level: disciplineLevelSchema,
  authorityColumn: authorityColumnSchema,
  ...sanctionFormSchema.shape,
});

/**
 * An agency's own rule on the discipline of its PPPK (PP 49/2018 Art 52(1) and (2)): its catalogue, with names of its own, and, where
 * it has one, its own impact-to-level matrix, which then replaces that of PP 94/2021. A matrix is whole: what it leaves out is unsettled.
 */
export const pppkSanctionRulesSchema = z
  .strictObject({
    ...ruleHeader,
    /** Names of the levels, where the agency calls them otherwise. */
    levels: z.partialRecord(disciplineLevelSchema, bilingualSchema).optional(),
    sanctions: z.array(pppkSanctionSchema).min(1),
    impactLevels: z.strictObject({ citation: citationSchema, levels: z.array(levelRuleSchema).min(1) }).optional(),
  })
  .check(({ value, issues }) => {
    const twice = (codes: readonly string[], list: string) => {
      for (const [index, code] of codes.entries())
        if (codes.indexOf(code) < index)
          issues.push({ code: 'custom', path: [list, index], message: `${code} stands twice`, input: code });
    };
    twice(
      value.sanctions.map(({ code }) => code),
      'sanctions',
    );
    twice(value.impactLevels?.levels.map(({ provision }) => provision) ?? [], 'impactLevels');
  });
export type PppkSanctionRules = z.infer<typeof pppkSanctionRulesSchema>;

/** The sanctions of the agency's rule in the shape of every catalogue. */
export const pppkSanctions = ({ sanctions }: PppkSanctionRules): readonly Sanction[] =>
  sanctions.map((sanction) => ({ ...sanction, employment: ['PPPK'] }));

/** The matrix that judges a PPPK case: the agency's own where it has one, else that of PP 94/2021 (PP 49/2018 Art 52(3)). */
export const pppkImpactLevels = (rules: PppkSanctionRules, general: ImpactLevelRules): ImpactLevelRules => {
  const { impactLevels: own } = rules;
  if (own === undefined) return general;
  return {
    ...general,
    id: rules.id,
    version: rules.version,
    citations: [own.citation],
    articles: general.articles.map((article) => ({ ...article, citation: own.citation })),
    levels: own.levels,
  };
};
