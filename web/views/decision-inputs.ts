import { actDateOf } from '../../core/case/act-date.ts';
import { disclosureHash } from '../../core/case/content-hash.ts';
import { trackOf } from '../../core/case/state.ts';
import type { Staff } from '../../core/directory/staff.ts';
import { catalogueToReadBy, sanctionForm } from '../../core/rules/catalogue.ts';
import type { Provision } from '../../core/rules/charge-rules.ts';
import { sanctionLevelSchema } from '../../core/rules/codes.ts';
import { isCompetent } from '../../core/rules/deciders.ts';
import { type ProposedCharges, proposedCharges } from '../../core/rules/proposed-charges.ts';
import { ruleToReadBy } from '../../core/rules/rule-book.ts';
import type { Sanction } from '../../core/rules/sanction-rules.ts';
import type { OptionGroup } from '../design/fields.ts';
import { capitalised } from '../design/words.ts';
import type { DecisionInputs, ProvisionView } from '../pages/task-decision.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import type { CaseMaterial } from './material.ts';
import { confirmedCodes, principlesOf } from './suggestion.ts';

/** Who decides, and on whom. */
export interface Deciding {
  readonly official: Staff;
  readonly respondent: Staff | undefined;
}

/** Whether the official may impose the sanction on this post at all. Level and charges are weighed together, at the act. */
const isOffered = ({ rules, agency, state }: CaseMaterial, { official, respondent }: Deciding, sanction: Sanction) => {
  if (respondent === undefined || !sanction.employment.includes(respondent.employment)) return false;
  return isCompetent(rules, {
    post: {
      positionClass: respondent.positionClass,
      agencyKind: agency.kind,
      isPpk: respondent.roles.includes('ppk'),
    },
    column: sanction.authorityColumn,
    official: { positionClass: official.positionClass, isPpk: official.roles.includes('ppk') },
    date: actDateOf(state),
  });
};

const sanctionGroups = (material: CaseMaterial, deciding: Deciding, lang: Lang): OptionGroup[] => {
  const { rules, state } = material;
  const track = trackOf(state) ?? 'DISCIPLINE_PNS';
  const catalogue = catalogueToReadBy(rules, { track, date: actDateOf(state) });
  if (catalogue === undefined) return [];
  const { sanctions, levels } = catalogue;
  const offered = sanctions.filter((sanction) => isOffered(material, deciding, sanction));
  return sanctionLevelSchema.options
    .map((level) => ({
      label: levels[level][lang],
      options: offered
        .filter((sanction) => sanction.level === level)
        .map((sanction) => ({
          value: sanction.code,
          label: capitalised(sanctionForm(sanction, rules).name[lang]),
        })),
    }))
    .filter(({ options }) => options.length > 0);
};

/** Why a provision stands among the first; undefined for the rest. */
const proposalOf = (code: Provision['code'], proposed: ProposedCharges, lang: Lang): string | undefined => {
  const words = textsFor(lang).views.proposed;
  if (proposed.primary.includes(code)) return words.primary;
  const conditional = proposed.conditional.find(({ provision }) => provision === code);
  if (conditional !== undefined) return words.conditional(conditional.when[lang]);
  return proposed.secondary.includes(code) ? words.secondary : undefined;
};

/** Counted absence has a procedure of its own; everything else can be charged here. */
const chargeable = ({ rules, state }: CaseMaterial): readonly Provision[] => {
  const date = actDateOf(state);
  const { levels } = ruleToReadBy(rules.impactLevels, date);
  const counted = new Set(levels.filter(({ kind }) => kind === 'BY_ABSENCE').map(({ provision }) => provision));
  return ruleToReadBy(rules.provisions, date).provisions.filter(({ code }) => !counted.has(code));
};

/** All provisions that can be charged; those that the confirmed principles propose come first and say so. */
const provisionViews = (material: CaseMaterial, lang: Lang): ProvisionView[] => {
  const { rules, state } = material;
  const proposed = proposedCharges(confirmedCodes(state), ruleToReadBy(rules.chargeMaps, actDateOf(state)));
  const order = [...proposed.primary, ...proposed.secondary, ...proposed.conditional.map(({ provision }) => provision)];
  const rank = (code: Provision['code']) => (order.includes(code) ? order.indexOf(code) : order.length);
  return chargeable(material)
    .toSorted((a, b) => rank(a.code) - rank(b.code))
    .map(({ code, article, text }) => {
      const proposal = proposalOf(code, proposed, lang);
      const citation = proposal === undefined ? article : `${article} (${proposal})`;
      return { code, citation, wording: text[lang], proposed: proposal !== undefined };
    });
};

/** What a decision is chosen from, and what it is bound to. */
export const decisionInputsOf = (material: CaseMaterial, deciding: Deciding, lang: Lang): DecisionInputs => {
  const confirmed = confirmedCodes(material.state);
  return {
    kind: 'decision',
    confirmed: principlesOf(material, lang).filter(({ code }) => confirmed.includes(code)),
    sanctions: sanctionGroups(material, deciding, lang),
    provisions: provisionViews(material, lang),
    disclosureHash: disclosureHash(material.state),
  };
};
