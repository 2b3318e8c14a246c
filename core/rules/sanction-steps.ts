import { findAuthority } from './authority.ts';
import type { ProvisionRules } from './charge-rules.ts';
import { type ImpactScope, impactScopeSchema, type SanctionLevel, sanctionLevelSchema } from './codes.ts';
import type { RuleConfiguration } from './configuration.ts';
import { type ChargeLevel, chargeLevel, impactsAllowing, impactsReaching, levelCitations } from './level.ts';
import type { Bilingual, Citation } from './rule-file.ts';
import type {
  AuthorityHolder,
  AuthorityRules,
  ImpactLevelRules,
  Sanction,
  SanctionForm,
  SanctionRules,
} from './sanction-rules.ts';
import { anyOfText, type SanctionNoteCode, type SanctionRefusalCode, type TextTerms } from './sanction-texts.ts';
import type { SanctionQuestion } from './sanction-verdict.ts';

/** The versions that judge one question. */
export interface SanctionRuleSet {
  readonly provisions: ProvisionRules;
  readonly sanctions: SanctionRules;
  readonly impactLevels: ImpactLevelRules;
  readonly authority: AuthorityRules;
  readonly configuration: RuleConfiguration;
}

export interface SanctionCase {
  readonly question: SanctionQuestion;
  readonly sanction: Sanction;
  /** The form the sanction takes under the configuration. */
  readonly form: SanctionForm;
  readonly rules: SanctionRuleSet;
}

/** A step's no: the code of its text and the words to fill it with. */
export interface Objection {
  readonly code: SanctionRefusalCode;
  readonly terms: TextTerms;
}

export interface NoteDraft {
  readonly code: SanctionNoteCode;
  readonly terms: TextTerms;
}

/** Step 1: the track must know disciplinary sanctions, fit the employment, and have a catalogue that holds this sanction. */
export const objectToTrack = (item: SanctionCase): Objection | undefined => {
  const { question, sanction, rules } = item;
  const { employment } = question.respondent;
  const terms = { sanction: sanctionText(item), employment };
  if (question.track === 'ETHICS') return { code: 'TRACK_HAS_NO_DISCIPLINE_SANCTION', terms };
  if (question.track !== `DISCIPLINE_${employment}`) return { code: 'TRACK_DOES_NOT_FIT_EMPLOYMENT', terms };
  if (employment === 'PNS') return undefined;
  if (!rules.configuration.pppkCatalogueFallback.value) return { code: 'PPPK_RULE_NOT_LOADED', terms };
  return sanction.employment.includes(employment) ? undefined : { code: 'SANCTION_NOT_FOR_PPPK', terms };
};

/** What step 2 found: the charges and the impacts under which the heaviest of them has the sanction's level. */
export interface LevelFinding {
  readonly charges: readonly ChargeLevel[];
  readonly impacts: readonly ImpactScope[];
  readonly citations: readonly Citation[];
  readonly notes: readonly NoteDraft[];
}

/** Step 2: known provisions, and a level that is the sanction's. */
export const weighLevel = (item: SanctionCase): LevelFinding | Objection => {
  const { question, sanction, rules } = item;
  if (question.provisions.length === 0) return { code: 'PROVISIONS_MISSING', terms: {} };
  const known = rules.provisions.provisions.filter(({ code }) => question.provisions.includes(code));
  const unknown = question.provisions.filter((code) => !known.some((provision) => provision.code === code));
  if (unknown.length > 0) return { code: 'PROVISION_UNKNOWN', terms: { provisions: unknown.join(', ') } };
  const charges = known.map((one) => chargeLevel(one, rules.impactLevels, question.respondent.positionClass));
  const byKind = (kind: ChargeLevel['kind']) => charges.filter((charge) => charge.kind === kind);
  const counted = byKind('BY_ABSENCE');
  if (counted.length > 0) return { code: 'PROVISION_NEEDS_ATTENDANCE_COUNT', terms: { article: articles(counted) } };
  const unsettled = byKind('UNSETTLED');
  if (unsettled.length === charges.length) return { code: 'LEVEL_UNSETTLED', terms: { article: articles(unsettled) } };
  const objection = objectToLevel(item, charges);
  if (objection) return objection;
  return {
    charges,
    impacts: carryingImpacts(question.impact, charges, sanction.level),
    citations: levelCitations(charges, rules.impactLevels, sanction.level),
    notes: [
      ...(unsettled.length > 0 ? [note('LEVEL_UNSETTLED_IGNORED', { article: articles(unsettled) })] : []),
      ...(question.impact ? [] : impactNotes(item, charges)),
    ],
  };
};

const carryingImpacts = (
  stated: ImpactScope | undefined,
  charges: readonly ChargeLevel[],
  level: SanctionLevel,
): readonly ImpactScope[] => {
  if (stated) return [stated];
  const reaching = impactsReaching(charges, level);
  return reaching.length > 0 ? reaching : impactsAllowing(charges, level);
};

/** Without an impact the charges are not yet weighed against each other: what that leaves open is said. */
const impactNotes = ({ sanction, rules }: SanctionCase, charges: readonly ChargeLevel[]): readonly NoteDraft[] => {
  const reaching = impactsReaching(charges, sanction.level);
  if (reaching.length === 0) {
    const other = charges.filter(
      (charge) => charge.kind !== 'UNSETTLED' && impactsAllowing([charge], sanction.level).length === 0,
    );
    return [note('HEAVIER_CHARGE_NAMED', { article: articles(other), level: rules.sanctions.levels[sanction.level] })];
  }
  if (reaching.length === impactScopeSchema.options.length) return [];
  return [note('IMPACT_NOT_STATED', { impact: scopeText(rules, reaching) })];
};

const objectToLevel = (item: SanctionCase, charges: readonly ChargeLevel[]): Objection | undefined => {
  const { question, sanction, rules } = item;
  const scopes = question.impact ? [question.impact] : impactScopeSchema.options;
  const reachable = sanctionLevelSchema.options.filter((level) => {
    const impacts = question.impact ? impactsReaching(charges, level) : impactsAllowing(charges, level);
    return scopes.some((scope) => impacts.includes(scope));
  });
  if (reachable.includes(sanction.level)) return undefined;
  const names = rules.sanctions.levels;
  const terms = {
    article: articles(charges),
    impact: scopeText(rules, scopes),
    sanction: sanctionText(item),
    sanctionLevel: names[sanction.level],
    level: anyOfText(reachable.map((level) => names[level])),
  };
  if (reachable.length === 0) return { code: 'LEVEL_NONE', terms };
  return { code: question.impact ? 'LEVEL_MISMATCH' : 'LEVEL_NOT_REACHABLE', terms };
};

/** What step 3 found: the officials that the table names. */
export interface CompetentAuthority {
  readonly named: readonly AuthorityHolder[];
  readonly citation: Citation;
  readonly notes: readonly NoteDraft[];
}

/** Step 3: the official is the one the table names or, where the configuration lets a higher one act, stands above. */
export const weighAuthority = (item: SanctionCase): CompetentAuthority | Objection => {
  const { question, sanction, rules } = item;
  const { positionClass, agencyKind, isPpk = false } = question.respondent;
  const titles = rules.authority.titles;
  const terms = { sanction: sanctionText(item), respondent: titles[positionClass] };
  const found = findAuthority(rules.authority, {
    post: { positionClass, agencyKind, isPpk },
    column: sanction.authorityColumn,
    official: question.authority,
  });
  if (found.kind === 'NOT_DEFINED') return { code: 'AUTHORITY_NOT_DEFINED', terms };
  if (found.kind === 'PRESIDENT') return { code: 'AUTHORITY_IS_PRESIDENT', terms };
  const authority = anyOfText(found.named.map((holder) => titles[holder]));
  const higherActs = found.kind === 'HIGHER' && rules.configuration.higherAuthorityMayAct.value;
  if (found.kind !== 'COMPETENT' && !higherActs)
    return { code: 'AUTHORITY_NOT_COMPETENT', terms: { ...terms, authority } };
  return {
    named: found.named,
    citation: found.citation,
    notes: [
      ...(higherActs ? [note('HIGHER_AUTHORITY_ACTED', { authority })] : []),
      ...(found.citation.certainty === 'DISPUTED' ? [note('AUTHORITY_DISPUTED', { authority })] : []),
    ],
  };
};

/** Notes that hold whatever the level and the authority. */
export const generalNotes = ({ question, sanction }: SanctionCase): readonly NoteDraft[] => [
  ...(question.actDate === undefined ? [note('ACT_DATE_UNKNOWN')] : []),
  ...(question.track === 'DISCIPLINE_PPPK' ? [note('PPPK_CATALOGUE_FALLBACK')] : []),
  ...(sanction.substitute ? [note('MODERATE_FORM_DISPUTED')] : []),
];

const note = (code: SanctionNoteCode, terms: TextTerms = {}): NoteDraft => ({ code, terms });

const sanctionText = ({ sanction: { code }, form: { name } }: SanctionCase): Bilingual => ({
  id: `${code} (${name.id})`,
  en: `${code} (${name.en})`,
});

const articles = (charges: readonly ChargeLevel[]): string =>
  charges.map(({ provision }) => provision.article).join('; ');

const scopeText = (rules: SanctionRuleSet, scopes: readonly ImpactScope[]): Bilingual =>
  anyOfText(scopes.map((scope) => rules.impactLevels.scopes[scope]));
