import type { LocalDate } from '../time.ts';
import { impactLevelsFor, versionToReadOn } from './catalogue.ts';
import {
  type DisciplineLevel,
  disciplineLevelSchema,
  type ImpactScope,
  impactScopeSchema,
  type PositionClass,
  type SanctionLevel,
  type Track,
} from './codes.ts';
import { type ChargeLevel, chargeLevel, heaviestLevel, levelCitations } from './level.ts';
import { type DerivationCode, derivationText } from './process-texts.ts';
import { latestRule, type RuleBook } from './rule-book.ts';
import type { Bilingual, Citation } from './rule-file.ts';
import type { ImpactLevelRules } from './sanction-rules.ts';
import type { TextTerms } from './texts.ts';

/** The charges of a case and the post of who is charged. */
export interface ChargeQuestion {
  /** Provision codes; one that the rule in force does not know is left out. */
  readonly provisions: readonly string[];
  readonly positionClass: PositionClass;
  readonly track: Track;
  /** The date of the act; without it the newest rules. */
  readonly date?: LocalDate | undefined;
}

/** One sentence of a derivation, with the rule behind it. */
export interface DerivationStep {
  readonly sentence: Bilingual;
  readonly citation: Citation;
}

/** How a level was found: a sentence per charge, and the conclusion. */
export interface LevelDerivation {
  readonly charges: readonly (DerivationStep & { readonly provision: string; readonly level: SanctionLevel | null })[];
  readonly level: SanctionLevel | null;
  readonly conclusion: DerivationStep;
}

const matrixOf = (book: RuleBook, { track, date }: ChargeQuestion): ImpactLevelRules =>
  impactLevelsFor(book, { track, date }) ?? versionToReadOn(date)(book.impactLevels) ?? latestRule(book.impactLevels);

/** Every charge with its level under each impact, by the rules of the date of the act. */
export const chargeLevels = (book: RuleBook, question: ChargeQuestion): readonly ChargeLevel[] => {
  const rules = versionToReadOn(question.date)(book.provisions) ?? latestRule(book.provisions);
  return rules.provisions
    .filter(({ code }) => question.provisions.includes(code))
    .map((provision) => chargeLevel(provision, matrixOf(book, question), question.positionClass));
};

/** The levels that some charge has under some impact, from the mildest to the heaviest. */
export const possibleLevels = (charges: readonly ChargeLevel[]): readonly DisciplineLevel[] =>
  disciplineLevelSchema.options.filter((level) =>
    charges.some(({ byImpact }) => impactScopeSchema.options.some((impact) => byImpact[impact] === level)),
  );

/** The heaviest level these charges can reach: HEAVY asks for a team and allows a temporary release. */
export const highestPossibleLevel = (charges: readonly ChargeLevel[]): DisciplineLevel | null =>
  possibleLevels(charges).at(-1) ?? null;

/** How the level follows from charges and impact, in words. */
export const levelDerivation = (
  book: RuleBook,
  question: ChargeQuestion & { readonly impact: ImpactScope },
): LevelDerivation => {
  if (question.track === 'ETHICS') return ethicsDerivation(book, question);
  const charges = chargeLevels(book, question);
  const level = heaviestLevel(charges, question.impact);
  const code = level === null ? 'CONCLUSION_NONE' : charges.length > 1 ? 'CONCLUSION' : 'CONCLUSION_SINGLE';
  return {
    charges: charges.map((charge) => chargeStep(book, question, charge)),
    level,
    conclusion: stepOf(book, code, level === null ? {} : { level: levelName(book, level) }),
  };
};

const ethicsDerivation = (book: RuleBook, { provisions }: ChargeQuestion): LevelDerivation => {
  const step = stepOf(book, 'CHARGE_ETHICS', { level: latestRule(book.moralSanctions).level });
  return {
    charges: provisions.map((provision) => ({ provision, level: 'MORAL', ...step })),
    level: 'MORAL',
    conclusion: step,
  };
};

const chargeStep = (
  book: RuleBook,
  question: ChargeQuestion & { readonly impact: ImpactScope },
  charge: ChargeLevel,
): LevelDerivation['charges'][number] => {
  const { provision, byImpact } = charge;
  const matrix = matrixOf(book, question);
  const level = byImpact[question.impact];
  const terms = {
    article: provision.article,
    impact: matrix.scopes[question.impact],
    post: latestRule(book.authority).titles[question.positionClass],
    ...(level && { level: levelName(book, level) }),
  };
  const step = stepOf(book, sentenceFor(charge, level), terms);
  const own = matrix.levels.find((one) => one.provision === provision.code)?.citation;
  const article = level === null ? undefined : levelCitations([charge], matrix, level)[0];
  return { provision: provision.code, level, sentence: step.sentence, citation: own ?? article ?? step.citation };
};

const sentenceFor = ({ kind }: ChargeLevel, level: DisciplineLevel | null): DerivationCode => {
  if (kind === 'UNSETTLED') return 'CHARGE_UNSETTLED';
  if (kind === 'BY_ABSENCE') return 'CHARGE_COUNTED';
  if (level === null) return 'CHARGE_NONE';
  if (kind === 'ALWAYS') return 'CHARGE_ALWAYS';
  return kind === 'BY_POSITION' ? 'CHARGE_BY_POSITION' : 'CHARGE';
};

const stepOf = (book: RuleBook, code: DerivationCode, terms: TextTerms): DerivationStep => ({
  sentence: derivationText(book, code, terms),
  citation: book.processTexts.derivation[code].citation,
});

const levelName = (book: RuleBook, level: DisciplineLevel): Bilingual => latestRule(book.sanctions).levels[level];
