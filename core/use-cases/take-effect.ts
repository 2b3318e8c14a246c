import { lastDayOfMonths } from '../calendar/calendar-days.ts';
import { localDate } from '../calendar/zones.ts';
import { actDateOf } from '../case/act-date.ts';
import { takeEffect } from '../case/commands/process.ts';
import type { EventData } from '../case/events.ts';
import { type CaseState, type StateOf, standingSanction, trackOf } from '../case/state.ts';
import type { Agency } from '../directory/staff.ts';
import { IllegalTransition, NotFound } from '../errors.ts';
import { catalogueToReadBy, sanctionForm, sanctionOf } from '../rules/catalogue.ts';
import type { SanctionCode } from '../rules/codes.ts';
import type { RuleBook } from '../rules/rule-book.ts';
import type { LocalDate } from '../time.ts';
import { agencyRules } from './agency-rules.ts';
import { mustAppend, requireCase } from './load-case.ts';
import type { FlowCase, FlowResult, Ports } from './ports.ts';

type EffectPorts = Pick<Ports, 'trail' | 'cases' | 'clock' | 'directory' | 'rules'>;

type Waiting = StateOf<'APPEAL_WINDOW'> | StateOf<'APPEAL'>;

const lastDay = (
  rules: RuleBook,
  state: Waiting,
  code: SanctionCode,
  effectiveOn: LocalDate,
): LocalDate | undefined => {
  const catalogue = catalogueToReadBy(rules, { track: trackOf(state) ?? state.triage.track, date: actDateOf(state) });
  const months = catalogue === undefined ? null : sanctionForm(sanctionOf(catalogue, code), rules).months;
  return months === null ? undefined : lastDayOfMonths(effectiveOn, months);
};

/** The day on which the time for a remedy is over: where the calendar led since the decision was served, if it changed. */
const unappealedOn = (agency: Agency, { endedTasks, served }: Waiting): LocalDate => {
  const waited = endedTasks.findLast(({ kind }) => kind === 'remedy');
  return waited === undefined ? served.effectiveOn : localDate(waited.dueAt, agency.zone);
};

/** A sanction that was appealed takes effect with the decision on the remedy (PP 94/2021 Art 38). */
const effectOf = (rules: RuleBook, agency: Agency, state: Waiting): EventData['SanctionEffective'] => {
  const sanctionCode = standingSanction(state) ?? state.sanction.sanctionCode;
  const decided = state.appealDecisions.at(-1);
  const remedied = state.status === 'APPEAL' && decided !== undefined;
  const effectiveOn = remedied ? decided.decidedOn : unappealedOn(agency, state);
  const endsOn = lastDay(rules, state, sanctionCode, effectiveOn);
  return {
    sanctionCode,
    effectiveOn,
    ...(endsOn === undefined ? {} : { endsOn }),
    basis: remedied ? 'REMEDY_DECIDED' : 'NO_REMEDY',
  };
};

const isWaiting = (state: CaseState): state is Waiting => state.status === 'APPEAL_WINDOW' || state.status === 'APPEAL';

/** The sanction takes effect. One that is served for months is then followed to its end. */
export const takeEffectStep = async (ports: EffectPorts, input: FlowCase): Promise<FlowResult> => {
  const { caseId, agencyId, round } = input;
  const before = await requireCase(ports, caseId);
  const agency = await ports.directory.agency(agencyId);
  if (agency === undefined) throw new NotFound(`agency ${agencyId} is not in the directory`);
  const state = isWaiting(before)
    ? await mustAppend(ports, {
        caseId,
        commandId: `effect:${round}`,
        step: 'TakeEffect',
        command: takeEffect(effectOf(await agencyRules(ports, agencyId), agency, before)),
      })
    : before;
  if (state.status === 'CLOSED') return { caseId, agencyId, round, outcome: 'DONE' };
  if (state.status !== 'EFFECTIVE') throw new IllegalTransition(`TakeEffect in status ${state.status}`);
  return { caseId, agencyId, round, outcome: state.effect.endsOn === undefined ? 'DONE' : 'EXECUTE' };
};
