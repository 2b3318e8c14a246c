import type { Provision } from './charge-rules.ts';
import {
  type DisciplineLevel,
  disciplineLevelSchema,
  type ImpactScope,
  impactScopeSchema,
  type PositionClass,
  type SanctionLevel,
} from './codes.ts';
import type { Citation } from './rule-file.ts';
import type { ImpactLevelRules, LevelRule } from './sanction-rules.ts';

export type LevelByImpact = Readonly<Record<ImpactScope, DisciplineLevel | null>>;

/** One charge and the level it has under each impact (null: none). */
export interface ChargeLevel {
  readonly provision: Provision;
  readonly kind: LevelRule['kind'];
  readonly byImpact: LevelByImpact;
}

const SCOPES = impactScopeSchema.options;
const ORDER = disciplineLevelSchema.options;

/** The level of one provision under one impact, for a respondent's post; null where the rule gives none. */
export const levelOf = (
  rule: LevelRule,
  where: { readonly impact: ImpactScope; readonly positionClass: PositionClass },
): DisciplineLevel | null => {
  switch (rule.kind) {
    case 'BY_IMPACT':
      return rule.levels[where.impact];
    case 'ALWAYS':
      return rule.level;
    case 'BY_POSITION':
      return rule.levels[where.positionClass];
    case 'BY_ABSENCE':
    case 'UNSETTLED':
      return null;
  }
};

/** The charge with its level under every impact. A provision without a level rule counts as unsettled. */
export const chargeLevel = (
  provision: Provision,
  rules: ImpactLevelRules,
  positionClass: PositionClass,
): ChargeLevel => {
  const rule = rules.levels.find((one) => one.provision === provision.code);
  const at = (impact: ImpactScope) => (rule ? levelOf(rule, { impact, positionClass }) : null);
  return {
    provision,
    kind: rule?.kind ?? 'UNSETTLED',
    byImpact: { UNIT: at('UNIT'), AGENCY: at('AGENCY'), STATE: at('STATE') },
  };
};

/** Several violations, one sanction, the heaviest (PP 94/2021 Art 35(1)): the heaviest level of all charges under one impact. */
export const heaviestLevel = (charges: readonly ChargeLevel[], impact: ImpactScope): DisciplineLevel | null => {
  const levels = charges.map(({ byImpact }) => byImpact[impact]);
  return ORDER.findLast((level) => levels.includes(level)) ?? null;
};

/** The impacts under which the heaviest of all charges is exactly this level. */
export const impactsReaching = (charges: readonly ChargeLevel[], level: SanctionLevel): readonly ImpactScope[] =>
  SCOPES.filter((impact) => heaviestLevel(charges, impact) === level);

/** The impacts under which at least one charge has this level, whatever the others call for. */
export const impactsAllowing = (charges: readonly ChargeLevel[], level: SanctionLevel): readonly ImpactScope[] =>
  SCOPES.filter((impact) => charges.some(({ byImpact }) => byImpact[impact] === level));

/** The articles that put these charges on this level, each once. */
export const levelCitations = (
  charges: readonly ChargeLevel[],
  rules: ImpactLevelRules,
  level: SanctionLevel,
): readonly Citation[] => {
  const kinds = charges.filter(({ byImpact }) => SCOPES.some((scope) => byImpact[scope] === level));
  return rules.articles
    .filter((article) => article.level === level && kinds.some(({ provision }) => provision.kind === article.kind))
    .map(({ citation }) => citation);
};
