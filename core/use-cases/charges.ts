import { actDateOf } from '../case/act-date.ts';
import { type CaseState, respondentNip, trackOf } from '../case/state.ts';
import { impactLevelsFor } from '../rules/catalogue.ts';
import type { DisciplineLevel, ImpactScope, ProvisionCode } from '../rules/codes.ts';
import { impactScopeSchema } from '../rules/codes.ts';
import { type ChargeLevel, chargeLevel, heaviestLevel } from '../rules/level.ts';
import { proposedCharges } from '../rules/proposed-charges.ts';
import { type RuleBook, ruleToReadBy } from '../rules/rule-book.ts';
import type { Ports } from './ports.ts';

/** Provisions of a case with the level each has, and the heaviest that is possible, or that a stated impact gives. */
export interface WeighedCharges {
  readonly charges: readonly ChargeLevel[];
  readonly heaviest: DisciplineLevel | null;
}

const order: readonly DisciplineLevel[] = ['LIGHT', 'MODERATE', 'HEAVY'];

const heaviestOf = (charges: readonly ChargeLevel[], impact: ImpactScope | undefined): DisciplineLevel | null => {
  const levels = (impact === undefined ? impactScopeSchema.options : [impact]).map((scope) =>
    heaviestLevel(charges, scope),
  );
  return order.findLast((level) => levels.includes(level)) ?? null;
};

/** Weighs provisions for the respondent's post. Without an impact, the heaviest level under any. */
export const chargesOf = async (
  { directory }: Pick<Ports, 'directory'>,
  rules: RuleBook,
  state: CaseState,
  codes: readonly ProvisionCode[],
  impact?: ImpactScope,
): Promise<WeighedCharges> => {
  const nip = respondentNip(state);
  const respondent = nip === undefined ? undefined : await directory.staff(state.agencyId, nip);
  const date = actDateOf(state);
  const track = trackOf(state) ?? 'DISCIPLINE_PNS';
  const matrix = impactLevelsFor(rules, { track, date }) ?? ruleToReadBy(rules.impactLevels, date);
  const { provisions } = ruleToReadBy(rules.provisions, date);
  const charges =
    respondent === undefined || track === 'ETHICS'
      ? []
      : provisions
          .filter(({ code }) => codes.includes(code))
          .map((provision) => chargeLevel(provision, matrix, respondent.positionClass));
  return { charges, heaviest: heaviestOf(charges, impact) };
};

/** What the respondent is charged with: as ticked at the review, else the primary provisions of the confirmed principles. */
export const chargesAtReview = (rules: RuleBook, state: CaseState): readonly ProvisionCode[] => {
  const review = state.reviews.findLast(({ outcome }) => outcome === 'PROCEED');
  if (review?.outcome !== 'PROCEED' || trackOf(state) === 'ETHICS') return [];
  return review.charges ?? proposedCharges(review.principles, ruleToReadBy(rules.chargeMaps, actDateOf(state))).primary;
};

/** The principles that the superior confirmed. */
export const confirmedPrinciples = (state: CaseState) => {
  const review = state.reviews.findLast(({ outcome }) => outcome === 'PROCEED');
  return review?.outcome === 'PROCEED' ? review.principles : [];
};
