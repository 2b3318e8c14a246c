import { findAuthority } from './authority.ts';
import { type ImpactScope, impactScopeSchema, type SanctionLevel, sanctionLevelSchema } from './codes.ts';
import { type ChargeLevel, chargeLevel, heaviestLevel, impactsAllowing, levelCitations } from './level.ts';
import { type Recidivism, raisedBy } from './recidivism.ts';
import type { Bilingual, Citation } from './rule-file.ts';
import {
  type NoteDraft,
  nameOf,
  note,
  type Objection,
  type SanctionCase,
  type SanctionRuleSet,
} from './sanction-case.ts';
import type { AuthorityHolder } from './sanction-rules.ts';
import { anyOfText } from './texts.ts';

/** The charges of the question: known provisions, of which at least one has a level. */
export const weighCharges = ({ question, rules }: SanctionCase): readonly ChargeLevel[] | Objection => {
  const isNamed = question.provisions.length + (question.principles?.length ?? 0) > 0;
  if (question.track === 'ETHICS' ? !isNamed : question.provisions.length === 0)
    return { code: 'PROVISIONS_MISSING', terms: {} };
  const known = rules.provisions.provisions.filter(({ code }) => question.provisions.includes(code));
  const unknown = question.provisions.filter((code) => !known.some((provision) => provision.code === code));
  if (unknown.length > 0) return { code: 'PROVISION_UNKNOWN', terms: { provisions: unknown.join(', ') } };
  const charges = known.map((one) => chargeLevel(one, rules.impactLevels, question.respondent.positionClass));
  if (question.track === 'ETHICS') return charges;
  const counted = ofKind(charges, 'BY_ABSENCE');
  if (counted.length > 0) return { code: 'PROVISION_NEEDS_ATTENDANCE_COUNT', terms: { article: articles(counted) } };
  const unsettled = ofKind(charges, 'UNSETTLED');
  if (unsettled.length === charges.length) return { code: 'LEVEL_UNSETTLED', terms: { article: articles(unsettled) } };
  return charges;
};

/** What the charges come to: the impacts under which the heaviest of them has the sanction's level. */
export interface LevelFinding {
  readonly impacts: readonly ImpactScope[];
  readonly citations: readonly Citation[];
  readonly notes: readonly NoteDraft[];
}

/** Charges of one case, and what earlier sanctions call for. */
export interface Weighing {
  readonly charges: readonly ChargeLevel[];
  readonly recidivism: Recidivism | undefined;
}

/** The sanction must have the level of the heaviest charge, raised where recidivism calls for more; a moral one has no matrix. */
export const weighLevel = (item: SanctionCase, weighing: Weighing): LevelFinding | Objection => {
  const { question, sanction, rules } = item;
  if (sanction.level === 'MORAL') return { impacts: [], citations: [], notes: [] };
  const { charges } = weighing;
  const objection = objectToLevel(item, weighing);
  if (objection) return objection;
  const unsettled = ofKind(charges, 'UNSETTLED');
  return {
    impacts: carryingImpacts(item, weighing),
    citations: levelCitations(charges, rules.impactLevels, sanction.level),
    notes: [
      ...(unsettled.length > 0 ? [note('LEVEL_UNSETTLED_IGNORED', { article: articles(unsettled) })] : []),
      ...(question.impact ? [] : impactNotes(item, weighing)),
    ],
  };
};

/** The impacts under which the heaviest charge, raised where needed, has exactly this level. */
const reachingImpacts = ({ charges, recidivism }: Weighing, level: SanctionLevel): readonly ImpactScope[] =>
  impactScopeSchema.options.filter((impact) => raisedBy(recidivism)(heaviestLevel(charges, impact)) === level);

/** The impacts under which some charge, raised where needed, has this level, whatever the others call for. */
const allowingImpacts = (weighing: Weighing, level: SanctionLevel): readonly ImpactScope[] =>
  impactScopeSchema.options.filter((impact) =>
    weighing.charges.some(({ byImpact }) => raisedBy(weighing.recidivism)(byImpact[impact]) === level),
  );

const carryingImpacts = ({ question, sanction }: SanctionCase, weighing: Weighing): readonly ImpactScope[] => {
  if (question.impact) return [question.impact];
  const reaching = reachingImpacts(weighing, sanction.level);
  return reaching.length > 0 ? reaching : allowingImpacts(weighing, sanction.level);
};

/** Without an impact the charges are not yet weighed against each other: what that leaves open is said. */
const impactNotes = ({ sanction, rules }: SanctionCase, weighing: Weighing): readonly NoteDraft[] => {
  const reaching = reachingImpacts(weighing, sanction.level);
  if (reaching.length === 0) {
    const other = weighing.charges.filter(
      (charge) => charge.kind !== 'UNSETTLED' && impactsAllowing([charge], sanction.level).length === 0,
    );
    return [note('HEAVIER_CHARGE_NAMED', { article: articles(other), level: rules.catalogue.levels[sanction.level] })];
  }
  if (reaching.length === impactScopeSchema.options.length) return [];
  return [note('IMPACT_NOT_STATED', { impact: scopeText(rules, reaching) })];
};

const objectToLevel = (item: SanctionCase, weighing: Weighing): Objection | undefined => {
  const { question, sanction, rules } = item;
  const scopes = question.impact ? [question.impact] : impactScopeSchema.options;
  const reachable = sanctionLevelSchema.options.filter((level) => {
    const impacts = question.impact ? reachingImpacts(weighing, level) : allowingImpacts(weighing, level);
    return scopes.some((scope) => impacts.includes(scope));
  });
  if (reachable.includes(sanction.level)) return undefined;
  const names = rules.catalogue.levels;
  const terms = {
    article: articles(weighing.charges),
    impact: scopeText(rules, scopes),
    sanction: nameOf(item),
    sanctionLevel: names[sanction.level],
    level: anyOfText(reachable.map((level) => names[level])),
  };
  if (reachable.length === 0) return { code: 'LEVEL_NONE', terms };
  return { code: question.impact ? 'LEVEL_MISMATCH' : 'LEVEL_NOT_REACHABLE', terms };
};

/** The officials that the table names, and what is to be said of the one who acts. */
export interface CompetentAuthority {
  readonly named: readonly AuthorityHolder[];
  readonly citation: Citation;
  readonly notes: readonly NoteDraft[];
}

/** The official is the one the table names or stands above, where a higher one may act or nobody named is there. */
export const weighAuthority = (item: SanctionCase): CompetentAuthority | Objection => {
  const { question, sanction, rules } = item;
  const { positionClass, agencyKind, isPpk = false, isPresidential } = question.respondent;
  const titles = rules.authority.titles;
  const terms = { sanction: nameOf(item), respondent: titles[positionClass] };
  const found = findAuthority(rules, {
    post: { positionClass, agencyKind, isPpk, isPresidential },
    column: sanction.authorityColumn,
    official: question.authority,
  });
  if (found.kind === 'NOT_DEFINED') return { code: 'AUTHORITY_NOT_DEFINED', terms };
  if (found.kind === 'PRESIDENT') return { code: 'AUTHORITY_IS_PRESIDENT', terms };
  const authority = anyOfText(found.named.map((holder) => titles[holder]));
  const isVacant = question.isVacant === true;
  const higherActs = found.kind === 'HIGHER' && (isVacant || rules.configuration.higherAuthorityMayAct.value);
  if (found.kind !== 'COMPETENT' && !higherActs)
    return { code: 'AUTHORITY_NOT_COMPETENT', terms: { ...terms, authority } };
  return {
    named: found.named,
    citation: found.citation,
    notes: [
      ...(higherActs ? [note(isVacant ? 'AUTHORITY_VACANT' : 'HIGHER_AUTHORITY_ACTED', { authority })] : []),
      ...(found.citation.certainty === 'DISPUTED' ? [note('AUTHORITY_DISPUTED', { authority })] : []),
    ],
  };
};

/** Notes that hold whatever the level and the authority. */
export const generalNotes = ({ question, sanction, rules }: SanctionCase): readonly NoteDraft[] => [
  ...(question.actDate === undefined ? [note('ACT_DATE_UNKNOWN')] : []),
  ...(question.track === 'DISCIPLINE_PPPK' && rules.catalogue.isFallback ? [note('PPPK_CATALOGUE_FALLBACK')] : []),
  ...(sanction.substitute ? [note('MODERATE_FORM_DISPUTED')] : []),
];

const ofKind = (charges: readonly ChargeLevel[], kind: ChargeLevel['kind']): readonly ChargeLevel[] =>
  charges.filter((charge) => charge.kind === kind);

const articles = (charges: readonly ChargeLevel[]): string =>
  charges.map(({ provision }) => provision.article).join('; ');

const scopeText = (rules: SanctionRuleSet, scopes: readonly ImpactScope[]): Bilingual =>
  anyOfText(scopes.map((scope) => rules.impactLevels.scopes[scope]));
