import { disclosureHash } from '../../core/case/content-hash.ts';
import { respondentNip } from '../../core/case/state.ts';
import { examiningTeam } from '../../core/case/summons.ts';
import type { Sanction } from '../../core/rules/sanction-rules.ts';
import { confirmedPrinciples } from '../../core/use-cases/charges.ts';
import type { OptionGroup } from '../design/fields.ts';
import type { DecisionInputs } from '../pages/task-decision.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { decidableProvisions } from './charges.ts';
import { derivationsOf } from './derivations.ts';
import type { HrefOf } from './evidence.ts';
import { recommendationOf, reportOf } from './examination-report.ts';
import { hearingOf } from './hearing.ts';
import type { CaseMaterial } from './material.ts';
import { comparableViews, earlierViews } from './past-sanctions.ts';
import { type Offer, sanctionGroups } from './sanctions.ts';
import { principlesOf } from './suggestion.ts';

/** A heavy sanction needs a team, a moral one a panel where the agency wants it: without one it is shown, but not to be chosen. */
const missingTeam = ({ rules, state }: CaseMaterial, { level }: Sanction, lang: Lang): string | undefined => {
  if (examiningTeam(state) !== undefined) return undefined;
  const { fields } = textsFor(lang).task;
  const { TEAM_REQUIRED, PANEL_REQUIRED } = rules.sanctionTexts.refusals;
  if (level === 'HEAVY') return fields.teamMissing(TEAM_REQUIRED.citation.text);
  const needsPanel = level === 'MORAL' && rules.configuration.ethicsPanelRequired.value;
  return needsPanel ? fields.panelMissing(PANEL_REQUIRED.citation.text) : undefined;
};

/** Whether the official may impose the sanction at all. Level, charges and history are weighed together, at the act. */
const offerOf = (material: CaseMaterial, sanction: Sanction, lang: Lang): Offer => {
  const power = material.mayDecide === undefined ? 'IMPOSE' : material.mayDecide.get(sanction.authorityColumn);
  if (power === undefined) return 'hidden';
  const missing = missingTeam(material, sanction, lang);
  if (missing !== undefined) return { note: missing, disabled: true };
  return power === 'IMPOSE' ? 'free' : { note: textsFor(lang).task.fields.toPresident, disabled: false };
};

const offeredSanctions = (material: CaseMaterial, lang: Lang): OptionGroup[] => {
  const employment = material.people.get(respondentNip(material.state) ?? '')?.employment;
  return sanctionGroups(material, { employment, offerOf: (sanction) => offerOf(material, sanction, lang) }, lang);
};

const deviationOf = (material: CaseMaterial, lang: Lang): DecisionInputs['deviation'] => {
  const { state, rules } = material;
  const recommended =
    'examinationReport' in state ? recommendationOf(material, state.examinationReport.recommendedSanction, lang) : null;
  return recommended === null ? null : { recommended, length: rules.configuration.deviationReasonLength.value };
};

/** What a decision rests on and is chosen from, and what it is bound to. */
export const decisionInputsOf = (
  material: CaseMaterial,
  place: { readonly hrefOf: HrefOf; readonly lang: Lang },
): DecisionInputs => {
  const { state, rules } = material;
  const { lang } = place;
  const confirmed = confirmedPrinciples(state);
  const charges = 'examinationReport' in state ? state.examinationReport.charges : [];
  return {
    kind: 'decision',
    hearing: hearingOf(material, place),
    report: reportOf(material, place),
    confirmed: principlesOf(material, lang).filter(({ code }) => confirmed.includes(code)),
    sanctions: offeredSanctions(material, lang),
    provisions: decidableProvisions(material, lang),
    derivations: derivationsOf(material, charges, lang),
    deviation: deviationOf(material, lang),
    earlier: {
      rows: earlierViews(material, lang),
      rule: rules.sanctionTexts.notes.RECIDIVISM_WEIGHED.citation.text,
    },
    comparables: comparableViews(material, lang),
    disclosureHash: disclosureHash(state),
  };
};
