import { type Catalogue, findSanction } from './catalogue.ts';
import type { RecommendedSanction } from './codes.ts';
import type { RuleBook } from './rule-book.ts';
import { type NoteDraft, nameOf, note, type Objection, type SanctionCase } from './sanction-case.ts';
import { teamNeed } from './team-rules.ts';
import type { TextTerms } from './texts.ts';

/** A heavy sanction needs an examining team (PP 94/2021 Art 29), a moral one a panel where the configuration says so. */
export const objectToExamination = (item: SanctionCase, book: RuleBook): Objection | undefined => {
  const { question, sanction } = item;
  if (question.hasTeam !== false || teamNeed(book, { level: sanction.level }) !== 'MANDATORY') return undefined;
  return { code: sanction.level === 'MORAL' ? 'PANEL_REQUIRED' : 'TEAM_REQUIRED', terms: { sanction: nameOf(item) } };
};

const isExaminer = ({ question }: SanctionCase): boolean =>
  question.authority.nip !== undefined && question.examiners?.includes(question.authority.nip) === true;

/** Who examined decides alone only on a light sanction, or where nobody else is competent. */
export const objectToExaminer = (item: SanctionCase): Objection | undefined => {
  const { question, sanction } = item;
  if (!isExaminer(item) || sanction.level === 'LIGHT' || question.onlyCompetent === true) return undefined;
  return { code: 'EXAMINER_MAY_NOT_DECIDE', terms: { sanction: nameOf(item) } };
};

export const examinerNotes = (item: SanctionCase): readonly NoteDraft[] =>
  isExaminer(item) && item.sanction.level !== 'LIGHT' ? [note('EXAMINER_DECIDED')] : [];

/** What was recommended, what is chosen, and the reason typed for the difference. */
export interface Deviation {
  readonly recommended?: RecommendedSanction | undefined;
  readonly chosen: RecommendedSanction;
  readonly reason?: string | undefined;
  /** What the sanctions are called. */
  readonly catalogue: Catalogue | undefined;
}

/** A sanction (or none) other than the report recommends needs typed reasons of some length. */
export const deviationTerms = (
  { recommended, chosen, reason = '', catalogue }: Deviation,
  length: number,
): TextTerms | undefined => {
  if (recommended === undefined || recommended === chosen) return undefined;
  if (reason.trim().length >= length) return undefined;
  const none = { id: 'tanpa hukuman', en: 'no sanction' };
  const named = (code: RecommendedSanction) =>
    code === 'NONE' ? none : ((catalogue && findSanction(catalogue, code)?.name) ?? code);
  return { recommended: named(recommended), chosen: named(chosen), length: String(length) };
};

export const objectToDeviation = ({ question, rules }: SanctionCase): Objection | undefined => {
  const { recommended, deviationReason: reason, sanctionCode: chosen } = question;
  const deviation = { recommended, chosen, reason, catalogue: rules.catalogue };
  const terms = deviationTerms(deviation, rules.configuration.deviationReasonLength.value);
  return terms && { code: 'DEVIATION_NEEDS_REASON', terms };
};
