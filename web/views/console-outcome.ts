import { decisionLineage, type LineageStep } from '../../core/case/decision-lineage.ts';
import { momentOf } from '../design/moment.ts';
import type { OutcomeView } from '../pages/console-outcome.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import type { CaseMaterial } from './material.ts';
import { dateMoment } from './moments.ts';
import { personName } from './people.ts';
import { sanctionName } from './sanctions.ts';

/** How it was delivered, in words where the form offers some. */
const methodText = (method: string, lang: Lang): string => {
  const known: Readonly<Record<string, string>> = textsFor(lang).task.parts.methods;
  return known[method] ?? method;
};

const receivedOf = ({ state }: CaseMaterial, lang: Lang): OutcomeView['received'] => {
  const served = state.services.at(-1);
  if (served === undefined) return null;
  return {
    on: dateMoment(served.receivedOn, lang),
    method: methodText(served.method, lang),
    refused: served.outcome === 'REFUSED_TO_SIGN',
    warning: served.warning?.[lang] ?? null,
    countedTo: dateMoment(served.effectiveOn, lang),
    derivation: served.derivation[lang],
  };
};

const remedyOf = ({ state }: CaseMaterial, lang: Lang): OutcomeView['remedy'] => {
  const remedy = state.services.at(-1)?.remedy;
  if (remedy === undefined) return null;
  const filed = state.appeals.at(-1);
  return {
    route: textsFor(lang).domain.remedyRoute[remedy.route],
    until: remedy.until === undefined ? null : dateMoment(remedy.until, lang),
    derivation: remedy.derivation?.[lang] ?? null,
    filedOn: filed === undefined ? null : dateMoment(filed.filedOn, lang),
  };
};

const executionOf = ({ state }: CaseMaterial, lang: Lang): OutcomeView['execution'] => {
  const endsOn = state.effects.at(-1)?.endsOn;
  if (endsOn === undefined) return null;
  const restoredOn = state.executions.at(-1)?.restoredOn;
  return {
    endsOn: dateMoment(endsOn, lang),
    restoredOn: restoredOn === undefined ? null : dateMoment(restoredOn, lang),
  };
};

const remedyStep = { UPHELD: 'upheld', CHANGED: 'changed', ANNULLED: 'annulled' } as const;
const ownStep = { SANCTION: 'decided', DISMISSAL: 'dismissed', PROPOSAL: 'proposal' } as const;

const whatOf = ({ kind, outcome }: LineageStep): OutcomeView['lineage'][number]['what'] => {
  if (kind !== 'REMEDY') return ownStep[kind];
  return outcome === undefined ? 'upheld' : remedyStep[outcome];
};

const byOf = (material: CaseMaterial, { by }: LineageStep, lang: Lang): string => {
  if (by === undefined) return textsFor(lang).views.system;
  return 'nip' in by ? personName(material, by.nip) : by.body;
};

const lineageOf = (material: CaseMaterial, lang: Lang): OutcomeView['lineage'] => {
  const { zone } = material.agency;
  return decisionLineage(material.state).map((step) => ({
    what: whatOf(step),
    by: byOf(material, step, lang),
    number: step.number ?? null,
    on: step.decidedOn === undefined ? momentOf(step.at, zone, lang) : dateMoment(step.decidedOn, lang),
    sanction: step.sanctionCode === undefined ? null : sanctionName(material, step.sanctionCode, lang),
  }));
};

const effectOf = ({ state }: CaseMaterial, lang: Lang): OutcomeView['effectiveOn'] => {
  const effect = state.effects.at(-1);
  if (effect !== undefined) return dateMoment(effect.effectiveOn, lang);
  return state.appealDecisions.at(-1)?.outcome === 'ANNULLED' ? 'ANNULLED' : null;
};

/** What became of a sanction: `null` where there is none. */
export const outcomeOf = (material: CaseMaterial, lang: Lang): OutcomeView | null => {
  const { state } = material;
  if (!('sanction' in state)) return null;
  return {
    attempts: state.serviceAttempts.map(({ dispatchedOn, method, warning }) => ({
      on: dateMoment(dispatchedOn, lang),
      method: methodText(method, lang),
      warning: warning?.[lang] ?? null,
    })),
    received: receivedOf(material, lang),
    effectiveOn: effectOf(material, lang),
    remedy: remedyOf(material, lang),
    execution: executionOf(material, lang),
    lineage: lineageOf(material, lang),
  };
};
