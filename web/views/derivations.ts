import { actDateOf } from '../../core/case/act-date.ts';
import { respondentNip, trackOf } from '../../core/case/state.ts';
import { type ImpactScope, impactScopeSchema, type ProvisionCode } from '../../core/rules/codes.ts';
import { type DerivationStep, levelDerivation } from '../../core/rules/level-derivation.ts';
import type { DerivationView } from '../pages/impact-field.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import type { CaseMaterial } from './material.ts';

const cited = ({ sentence, citation }: DerivationStep, lang: Lang): string =>
  `${sentence[lang].replace(/\.$/, '')} (${citation.text}).`;

/** How the level of these charges follows from one impact; null where nobody is named yet. */
export const derivationOf = (
  material: CaseMaterial,
  { charges, impact }: { charges: readonly ProvisionCode[]; impact: ImpactScope },
  lang: Lang,
): DerivationView | null => {
  const { state, people, rules } = material;
  const respondent = people.get(respondentNip(state) ?? '');
  const track = trackOf(state);
  if (respondent === undefined || track === undefined) return null;
  const { positionClass } = respondent;
  const question = { provisions: charges, positionClass, track, date: actDateOf(state), impact };
  const { charges: steps, level, conclusion } = levelDerivation(rules, question);
  return {
    impact: track === 'ETHICS' ? null : impact,
    level: level === null ? null : textsFor(lang).domain.level[level],
    lines: steps.map((step) => cited(step, lang)),
    conclusion: cited(conclusion, lang),
  };
};

/** The same for every impact; an ethics case has one, whatever the impact. */
export const derivationsOf = (
  material: CaseMaterial,
  charges: readonly ProvisionCode[],
  lang: Lang,
): DerivationView[] => {
  const isEthics = trackOf(material.state) === 'ETHICS';
  const impacts = isEthics ? impactScopeSchema.options.slice(0, 1) : impactScopeSchema.options;
  return impacts.flatMap((impact) => derivationOf(material, { charges, impact }, lang) ?? []);
};
