import type { Served } from '../../core/case/state.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { methodText } from './closing-inputs.ts';
import type { Told } from './history-told.ts';
import type { CaseMaterial } from './material.ts';
import { dateMoment } from './moments.ts';
import { sanctionName } from './sanctions.ts';

/** The decision itself, or that it was proposed to the President. */
const deciding = (material: CaseMaterial, lang: Lang): Told[] => {
  const { state } = material;
  const { facts, fields } = textsFor(lang).task;
  const named = (fact: { readonly sanctionCode: Parameters<typeof sanctionName>[1] }) =>
    sanctionName(material, fact.sanctionCode, lang);
  if ('proposal' in state) {
    const { proposal: fact } = state;
    return [{ fact, what: facts.proposed(named(fact)), reason: fact.reason }];
  }
  if ('dismissal' in state && !('outcome' in state.dismissal)) {
    const { dismissal: fact } = state;
    return [{ fact, what: facts.dismissed, reason: fact.reason }];
  }
  if (!('sanction' in state)) return [];
  const { sanction: fact } = state;
  const { deviationReason } = fact;
  const note = deviationReason === undefined ? undefined : `${fields.deviationReason}: ${deviationReason}`;
  return [{ fact, what: facts.sanctioned(named(fact)), reason: fact.reason, note }];
};

const servedText = (served: Served, lang: Lang): string => {
  const { facts } = textsFor(lang).task;
  const date = dateMoment(served.receivedOn, lang).text;
  return served.outcome === 'REFUSED_TO_SIGN'
    ? facts.refusedToSign(date)
    : facts.decisionServed(methodText(served.method, lang), date);
};

/** How it reached the respondent. */
const serving = ({ state }: CaseMaterial, lang: Lang): Told[] => {
  const { facts } = textsFor(lang).task;
  const attempts = state.serviceAttempts.map((fact) => ({
    fact,
    what: facts.sent(methodText(fact.method, lang), dateMoment(fact.dispatchedOn, lang).text),
    reason: fact.reason,
    note: fact.warning?.[lang],
  }));
  if (!('served' in state)) return attempts;
  const { served } = state;
  const effect = facts.effectiveOn(dateMoment(served.effectiveOn, lang).text);
  const note = [effect, served.warning?.[lang]].filter(Boolean).join(' ');
  return [...attempts, { fact: served, what: servedText(served, lang), reason: served.reason, note }];
};

/** What came of it: a remedy and its outcome, the effect, the end. */
const following = (material: CaseMaterial, lang: Lang): Told[] => {
  const { state } = material;
  const {
    task: { facts, outcomes },
    domain,
  } = textsFor(lang);
  const told: Told[] = state.appealDecisions.map((fact) => ({
    fact,
    what: facts.appealDecided(outcomes.appeal[fact.outcome].label.toLowerCase(), fact.body, fact.decisionNumber),
    reason: fact.reason,
  }));
  if ('appeal' in state) {
    const { appeal: fact } = state;
    told.push({ fact, what: facts.appealed(domain.remedyRoute[fact.route], dateMoment(fact.filedOn, lang).text) });
  }
  if ('effect' in state) {
    const { effect: fact } = state;
    const { sanctionCode, effectiveOn, endsOn } = fact;
    const what = facts.effective(sanctionName(material, sanctionCode, lang), dateMoment(effectiveOn, lang).text);
    told.push({ fact, what, note: endsOn === undefined ? undefined : facts.endsOn(dateMoment(endsOn, lang).text) });
  }
  const ends = state.executions.map((fact) => ({
    fact,
    what: facts.completed(dateMoment(fact.restoredOn, lang).text),
    reason: fact.reason,
  }));
  return [...told, ...ends];
};

/** Everything from the decision to the end of the sanction. */
export const afterDecision = (material: CaseMaterial, lang: Lang): Told[] => [
  ...deciding(material, lang),
  ...serving(material, lang),
  ...following(material, lang),
];
