import { localDate } from '../calendar/zones.ts';
import { actDateOf } from '../case/act-date.ts';
import { type CaseState, trackOf } from '../case/state.ts';
import type { Agency } from '../directory/staff.ts';
import type { RegisterFacts } from '../register/register-record.ts';
import { catalogueToReadBy, findSanction, sanctionForm } from '../rules/catalogue.ts';
import {
  type ImpactScope,
  type ProvisionCode,
  type SanctionCode,
  sanctionLevelSchema,
  type Track,
} from '../rules/codes.ts';
import type { ChargeLevel } from '../rules/level.ts';
import { type RuleBook, ruleToReadBy } from '../rules/rule-book.ts';

/** A case with a sanction that was decided and issued. */
export type SanctionedCase = Extract<CaseState, { readonly sanction: unknown }>;

const weightOf = ({ byImpact }: ChargeLevel, impact: ImpactScope | undefined): number => {
  const levels = impact === undefined ? Object.values(byImpact) : [byImpact[impact]];
  return Math.max(...levels.map((level) => (level === null ? -1 : sanctionLevelSchema.options.indexOf(level))));
};

/** The gravest first: the register takes one reason. */
const gravestFirst = (
  codes: readonly ProvisionCode[],
  { charges, impact }: { readonly charges: readonly ChargeLevel[]; readonly impact: ImpactScope | undefined },
): ProvisionCode[] => {
  const weights = new Map(charges.map((charge) => [charge.provision.code, weightOf(charge, impact)]));
  return codes.toSorted((a, b) => (weights.get(b) ?? -1) - (weights.get(a) ?? -1));
};

/** What was breached, as the rule is cited: never a word of the report. */
const remarkOf = (rules: RuleBook, state: SanctionedCase): string => {
  const { provisions, principles = [] } = state.sanction;
  const date = actDateOf(state);
  const cited = ruleToReadBy(rules.provisions, date).provisions.filter(({ code }) => provisions.includes(code));
  const named = ruleToReadBy(rules.principles, date).principles.filter(({ code }) => principles.includes(code));
  return [...cited.map(({ article }) => article), ...named.map(({ title }) => title.id)].join('; ');
};

/** The sanction that stands, and what the catalogue of the track says of it; annulled, it is still the one that was decided. */
const catalogueFacts = (rules: RuleBook, state: SanctionedCase, track: Track) => {
  const { sanction, appealDecisions } = state;
  const code: SanctionCode = appealDecisions.at(-1)?.sanctionCode ?? sanction.sanctionCode;
  const catalogue = catalogueToReadBy(rules, { track, date: actDateOf(state) });
  const entry = catalogue && findSanction(catalogue, code);
  const form = entry && sanctionForm(entry, rules);
  return {
    sanctionCode: code,
    level: entry?.level ?? sanction.level,
    months: form?.months ?? null,
    isSubstitute: entry?.substitute !== undefined && form?.name === entry.substitute.name,
  };
};

/** What a case tells the national register of its sanction. */
export const registerFactsOf = (
  state: SanctionedCase,
  { agency, rules, charges }: { agency: Agency; rules: RuleBook; charges: readonly ChargeLevel[] },
): RegisterFacts => {
  const { sanction, signed, appealDecisions } = state;
  const track = trackOf(state) ?? 'DISCIPLINE_PNS';
  const annulled = appealDecisions.findLast(({ outcome }) => outcome === 'ANNULLED');
  const effect = state.effects.at(-1);
  return {
    track,
    ...catalogueFacts(rules, state, track),
    provisions: gravestFirst(sanction.provisions, { charges, impact: sanction.impact }),
    decision: { number: signed?.decisionNumber ?? state.caseId, on: localDate(sanction.at, agency.zone) },
    effectiveOn: effect?.effectiveOn,
    endsOn: effect?.endsOn,
    annulment: annulled && { number: annulled.decisionNumber, on: annulled.decidedOn },
    remark: remarkOf(rules, state),
  };
};
