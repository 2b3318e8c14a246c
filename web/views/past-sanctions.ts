import type { Comparable } from '../../core/register/comparables.ts';
import { latestRule } from '../../core/rules/rule-book.ts';
import type { EarlierSanction } from '../../core/rules/sanction-verdict.ts';
import type { ComparableView, EarlierView } from '../pages/report-parts.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { articlesOf } from './charges.ts';
import type { CaseMaterial } from './material.ts';
import { sanctionName } from './sanctions.ts';

const noteOn = ({ annulled, sameAct }: EarlierSanction, lang: Lang): string | null => {
  const { parts } = textsFor(lang).task;
  if (annulled) return parts.annulled;
  return sameAct ? parts.sameAct : null;
};

/** What a sanction rested on: provisions, or for a moral one principles. */
const basisOf = (material: CaseMaterial, { provisions, principles = [] }: EarlierSanction): string =>
  provisions.length > 0 ? articlesOf(material, provisions) : principles.join(', ');

/** Sanctions that the respondent had before, oldest first. */
export const earlierViews = (material: CaseMaterial, lang: Lang): EarlierView[] =>
  (material.earlier ?? []).map((earlier) => ({
    caseNumber: earlier.caseNumber,
    sanction: sanctionName(material, earlier.sanctionCode, lang),
    provisions: basisOf(material, earlier),
    note: noteOn(earlier, lang),
  }));

const remarkOn = ({ rules }: CaseMaterial, { positionClass, outcome }: Comparable, lang: Lang): string => {
  const came = textsFor(lang).task.parts.cameTo[outcome];
  return positionClass === null ? came : `${came}; ${latestRule(rules.authority).titles[positionClass][lang]}`;
};

/** What the agency imposed for the like: year, sanction and articles, and nothing that tells whose. */
export const comparableViews = (material: CaseMaterial, lang: Lang): ComparableView[] =>
  (material.comparables ?? []).map((comparable) => {
    const { year, sanctionCode, provisions, impact } = comparable;
    return {
      year: String(year),
      sanction: sanctionName(material, sanctionCode, lang),
      provisions: articlesOf(material, provisions),
      impact: impact === null ? null : textsFor(lang).task.act.impacts[impact],
      note: remarkOn(material, comparable, lang),
    };
  });
