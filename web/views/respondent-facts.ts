import { actDateOf } from '../../core/case/act-date.ts';
import { trackOf } from '../../core/case/state.ts';
import type { PrincipleCode, ProvisionCode } from '../../core/rules/codes.ts';
import { ruleToReadBy } from '../../core/rules/rule-book.ts';
import type { ChargeView, OwnCaseView } from '../pages/respondent-parts.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { dateMoment } from './moments.ts';
import type { RespondentMaterial } from './respondent-material.ts';

/** What the case is called and whom it is about. */
export const ownCaseOf = ({ state, agency, respondent }: RespondentMaterial, lang: Lang): OwnCaseView => {
  const { name, nip, position, unit } = respondent;
  const track = trackOf(state);
  const { occurredOn } = state.report;
  return {
    caseNumber: state.caseId,
    agencyName: agency.name,
    track: track === undefined ? null : textsFor(lang).task.act.tracks[track].label,
    name,
    nip,
    position,
    unit,
    actDate: occurredOn === undefined ? null : dateMoment(occurredOn, lang),
  };
};

type Known<T> = (code: T) => boolean;
const allKnown = () => true;

/** Provisions by the rule of the date of the act; those that were not `known` before are new. */
export const provisionViews = (
  { state, rules }: RespondentMaterial,
  { codes, known = allKnown }: { codes: readonly ProvisionCode[]; known?: Known<ProvisionCode> },
  lang: Lang,
): ChargeView[] =>
  ruleToReadBy(rules.provisions, actDateOf(state))
    .provisions.filter(({ code }) => codes.includes(code))
    .map(({ code, article, text }) => ({ citation: article, wording: text[lang], isNew: !known(code) }));

/** Principles in their official wording, which is Indonesian. */
export const principleViews = (
  { state, rules }: RespondentMaterial,
  { codes, known = allKnown }: { codes: readonly PrincipleCode[]; known?: Known<PrincipleCode> },
): ChargeView[] =>
  ruleToReadBy(rules.principles, actDateOf(state))
    .principles.filter(({ code }) => codes.includes(code))
    .map(({ code, title, wording }) => ({
      citation: `${code.slice(1)}. ${title.id}`,
      wording,
      isNew: !known(code),
    }));
