import { MalformedItem } from '../errors.ts';
import type { SanctionCode } from './codes.ts';
import { findRuleInForce, latestRule, type RuleBook } from './rule-book.ts';
import type { RuleHeader } from './rule-file.ts';
import type { Sanction, SanctionForm, SanctionRules } from './sanction-rules.ts';
import {
  generalNotes,
  type NoteDraft,
  objectToTrack,
  type SanctionCase,
  type SanctionRuleSet,
  weighAuthority,
  weighLevel,
} from './sanction-steps.ts';
import { fillText, type SanctionRefusalCode, type TextTerms } from './sanction-texts.ts';
import type { SanctionNote, SanctionQuestion, SanctionVerdict } from './sanction-verdict.ts';

/**
 * Whether an official may impose a sanction: track, provisions, level and authority, in this order; the first that fails refuses.
 * With an impact, the heaviest level of all provisions under it must be the sanction's; without one, at least one provision must be
 * able to have that level under some impact, and a note says where another provision calls for more.
 */
export const checkSanction = (question: SanctionQuestion, book: RuleBook): SanctionVerdict => {
  const rules = rulesJudging(question, book);
  if (rules === undefined) return refuse(book, 'RULE_NOT_IN_FORCE', { date: question.actDate ?? '' });
  const sanction = sanctionOf(rules.sanctions, question.sanctionCode);
  const item: SanctionCase = { question, rules, sanction, form: sanctionForm(sanction, book) };
  const unfit = objectToTrack(item);
  if (unfit) return refuse(book, unfit.code, unfit.terms);
  const level = weighLevel(item);
  if ('code' in level) return refuse(book, level.code, level.terms);
  const authority = weighAuthority(item);
  if ('code' in authority) return refuse(book, authority.code, authority.terms);
  return {
    ok: true,
    level: sanction.level,
    form: item.form,
    charges: level.charges,
    impacts: level.impacts,
    namedAuthority: authority.named,
    citations: [...rules.sanctions.citations.slice(0, 1), ...level.citations, authority.citation],
    notes: [...generalNotes(item), ...level.notes, ...authority.notes].map((draft) => noteFrom(book, draft)),
  };
};

/** @throws MalformedItem where the catalogue lacks the code, which the loader of a rule book rules out */
export const sanctionOf = (rules: SanctionRules, code: SanctionCode): Sanction => {
  const sanction = rules.sanctions.find((one) => one.code === code);
  if (sanction === undefined) throw new MalformedItem(`${rules.id} version ${rules.version} has no sanction ${code}`);
  return sanction;
};

/** The form a sanction takes under the configuration: a moderate one may have a transitional substitute. */
export const sanctionForm = ({ name, months, substitute }: Sanction, { configuration }: RuleBook): SanctionForm =>
  substitute && configuration.moderateSanctionForm.value === 'PP53_SUBSTITUTE' ? substitute : { name, months };

const rulesJudging = ({ actDate }: SanctionQuestion, book: RuleBook): SanctionRuleSet | undefined => {
  const pick = <T extends RuleHeader>(versions: readonly T[]): T | undefined =>
    actDate === undefined ? latestRule(versions) : findRuleInForce(versions, actDate);
  const [provisions, sanctions] = [pick(book.provisions), pick(book.sanctions)];
  const [impactLevels, authority] = [pick(book.impactLevels), pick(book.authority)];
  if (!provisions || !sanctions || !impactLevels || !authority) return undefined;
  return { provisions, sanctions, impactLevels, authority, configuration: book.configuration };
};

const refuse = (book: RuleBook, code: SanctionRefusalCode, terms: TextTerms): SanctionVerdict => ({
  ok: false,
  refusal: { code, ...fillText(book.sanctionTexts.refusals[code], terms) },
});

const noteFrom = (book: RuleBook, { code, terms }: NoteDraft): SanctionNote => ({
  code,
  ...fillText(book.sanctionTexts.notes[code], terms),
});
