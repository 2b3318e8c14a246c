import { type Catalogue, catalogueFor, findSanction, sanctionForm, versionOn } from './catalogue.ts';
import type { ProvisionRules } from './charge-rules.ts';
import { moralCodeSchema, type SanctionCode } from './codes.ts';
import type { RuleConfiguration } from './configuration.ts';
import { pppkImpactLevels } from './pppk-rules.ts';
import type { RuleBook } from './rule-book.ts';
import type { Bilingual } from './rule-file.ts';
import type { AuthorityRules, ImpactLevelRules, Sanction, SanctionForm } from './sanction-rules.ts';
import type { SanctionNoteCode, SanctionRefusalCode } from './sanction-texts.ts';
import type { SanctionQuestion } from './sanction-verdict.ts';
import type { TextTerms } from './texts.ts';

/** The versions that judge one question. */
export interface SanctionRuleSet {
  readonly provisions: ProvisionRules;
  readonly catalogue: Catalogue;
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

export const note = (code: SanctionNoteCode, terms: TextTerms = {}): NoteDraft => ({ code, terms });

export const isMoral = (code: SanctionCode): boolean => moralCodeSchema.safeParse(code).success;

/** The case put together from the rules in force; the track must know the sanction, fit the employment, and have a catalogue. */
export const sanctionCase = (question: SanctionQuestion, book: RuleBook): SanctionCase | Objection => {
  const rules = rulesJudging(question, book);
  if (rules === undefined) return { code: 'RULE_NOT_IN_FORCE', terms: { date: question.actDate ?? '' } };
  const { track, sanctionCode, respondent } = question;
  const terms = { sanction: anyName(book, sanctionCode), employment: respondent.employment };
  const unfit = objectToTrack(question);
  if (unfit) return { code: unfit, terms };
  const catalogue = catalogueFor(book, { track, date: question.actDate });
  if (catalogue === undefined) return { code: 'PPPK_RULE_NOT_LOADED', terms };
  const sanction = findSanction(catalogue, sanctionCode);
  if (sanction === undefined) return { code: 'SANCTION_NOT_IN_PPPK_RULE', terms };
  if (!sanction.employment.includes(respondent.employment)) return { code: 'SANCTION_NOT_FOR_PPPK', terms };
  return { question, sanction, form: sanctionForm(sanction, book), rules: { ...rules, catalogue } };
};

const objectToTrack = ({ track, sanctionCode, respondent }: SanctionQuestion): SanctionRefusalCode | undefined => {
  if (track === 'ETHICS') return isMoral(sanctionCode) ? undefined : 'TRACK_HAS_NO_DISCIPLINE_SANCTION';
  if (isMoral(sanctionCode)) return 'TRACK_HAS_NO_MORAL_SANCTION';
  return track === `DISCIPLINE_${respondent.employment}` ? undefined : 'TRACK_DOES_NOT_FIT_EMPLOYMENT';
};

const rulesJudging = (
  { actDate, track }: SanctionQuestion,
  book: RuleBook,
): Omit<SanctionRuleSet, 'catalogue'> | undefined => {
  const pick = versionOn(actDate);
  const [provisions, general] = [pick(book.provisions), pick(book.sanctions)];
  const [matrix, authority, own] = [pick(book.impactLevels), pick(book.authority), pick(book.pppkSanctions)];
  if (!provisions || !general || !matrix || !authority) return undefined;
  const impactLevels = own && track === 'DISCIPLINE_PPPK' ? pppkImpactLevels(own, matrix) : matrix;
  return { provisions, impactLevels, authority, configuration: book.configuration };
};

/** A name for a sanction that the track may not know. */
const anyName = (book: RuleBook, code: SanctionCode): Bilingual => {
  const named = [...book.sanctions, ...book.moralSanctions].flatMap(
    (rules): readonly NamedSanction[] => rules.sanctions,
  );
  return sanctionText(code, named.find((one) => one.code === code)?.name ?? { id: code, en: code });
};

type NamedSanction = Pick<Sanction, 'code' | 'name'>;

const sanctionText = (code: SanctionCode, name: Bilingual): Bilingual => ({
  id: `${code} (${name.id})`,
  en: `${code} (${name.en})`,
});

/** The sanction as the texts call it, with its code. */
export const nameOf = ({ sanction, form }: SanctionCase): Bilingual => sanctionText(sanction.code, form.name);
