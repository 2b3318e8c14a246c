import { localDate } from '../../core/calendar/zones.ts';
import { type CaseState, respondentNip, type StateOf } from '../../core/case/state.ts';
import type { Staff } from '../../core/directory/staff.ts';
import type { SanctionCode } from '../../core/rules/codes.ts';
import { countedFrom } from '../../core/use-cases/office-calendar.ts';
import { momentOf } from '../design/moment.ts';
import type { AppealInputs } from '../pages/task-appeal.ts';
import type { ExecutionInputs } from '../pages/task-execution.ts';
import type { ServiceInputs } from '../pages/task-service.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import type { HrefOf } from './evidence.ts';
import type { CaseMaterial } from './material.ts';
import { dateMoment } from './moments.ts';
import { paperOf, papersOf } from './papers.ts';
import { sanctionGroups, sanctionName } from './sanctions.ts';

interface Place {
  readonly hrefOf: HrefOf;
  readonly lang: Lang;
}

/** How a decision was sent or handed over, in words. */
export const methodText = (method: string, lang: Lang): string => {
  const methods: Readonly<Record<string, string>> = textsFor(lang).task.parts.methods;
  return methods[method] ?? method;
};

/** What a case must hold for a page that follows its decision; a page is only asked for in these statuses. */
export type Decided = StateOf<'SERVICE' | 'APPEAL_WINDOW' | 'APPEAL' | 'EFFECTIVE' | 'CLOSED'>;

const decisionNumber = ({ signed }: CaseState): string | null => signed?.decisionNumber ?? null;

const attemptsOf = ({ state }: CaseMaterial, lang: Lang): string[] =>
  state.serviceAttempts.map(({ method, dispatchedOn, warning }) => {
    const sent = textsFor(lang).task.parts.sentOn(methodText(method, lang), dateMoment(dispatchedOn, lang).text);
    return warning === undefined ? sent : `${sent}. ${warning[lang]}`;
  });

/** A decision that waits to be delivered, with its last day and how that was counted. */
export const serviceInputsOf = (
  material: CaseMaterial & { readonly state: Decided },
  official: Staff,
  place: Place,
): ServiceInputs => {
  const { state, agency, rules } = material;
  const { lang } = place;
  const from = localDate(state.sanction.at, agency.zone);
  return {
    kind: 'service',
    decisionNumber: decisionNumber(state),
    decidedOn: momentOf(state.sanction.at, agency.zone, lang),
    sanction: sanctionName(material, state.sanction.sanctionCode, lang),
    until: countedFrom(rules, { agency, unit: official.unit, name: 'delivery', from }).derivation[lang],
    attempts: attemptsOf(material, lang),
    papers: papersOf(material, place),
  };
};

/** An objection or appeal that waits for its outcome, and what that may be. */
export const appealInputsOf = (
  material: CaseMaterial & { readonly state: StateOf<'APPEAL'> },
  place: Place,
): AppealInputs => {
  const { state, people } = material;
  const { lang } = place;
  const { appeal, sanction } = state;
  const employment = people.get(respondentNip(state) ?? '')?.employment;
  const offerOf = ({ code }: { readonly code: SanctionCode }) => (code === sanction.sanctionCode ? 'hidden' : 'free');
  return {
    kind: 'appeal',
    route: appeal.route,
    filedOn: dateMoment(appeal.filedOn, lang),
    grounds: appeal.artifacts.map((artifact) => paperOf(material, artifact, place)),
    decisionNumber: decisionNumber(state),
    sanction: sanctionName(material, sanction.sanctionCode, lang),
    papers: papersOf(material, place),
    sanctions: sanctionGroups(material, { employment, offerOf }, lang),
  };
};

/** A sanction that is being served, until its last day. */
export const executionInputsOf = (
  material: CaseMaterial & { readonly state: StateOf<'EFFECTIVE'> },
  lang: Lang,
): ExecutionInputs => {
  const { state } = material;
  const { sanctionCode, effectiveOn, endsOn } = state.effect;
  return {
    kind: 'execution',
    sanction: sanctionName(material, sanctionCode, lang),
    decisionNumber: decisionNumber(state),
    effectiveOn: dateMoment(effectiveOn, lang),
    endsOn: endsOn === undefined ? null : dateMoment(endsOn, lang),
  };
};
