import { dayTerm } from '../../calendar/format-date.ts';
import { localDate } from '../../calendar/zones.ts';
import { attemptService, serveDecision } from '../../case/commands/after-decision.ts';
import type { Refusal } from '../../refusal.ts';
import { processRefusal, processWarning } from '../../rules/process-texts.ts';
import type { ServiceForm } from '../../tasks/closing-forms.ts';
import type { LocalDate } from '../../time.ts';
import { effectOfRecording } from '../effect-of-service.ts';
import { countedFrom } from '../office-calendar.ts';
import { type ActCommand, type ActContext, type ActPorts, actOf, no, refuse, yes } from './act-command.ts';

const notSanctioned = no(
  'outcome',
  'NOT_DECIDED',
  'Perkara ini tidak mempunyai keputusan yang harus disampaikan.',
  'This case has no decision that is to be delivered.',
);

/** A decision cannot arrive before it was made, nor tomorrow. */
const objectTo = (ports: ActPorts, context: ActContext, on: LocalDate): Refusal | undefined => {
  const { state, agency, rules } = context;
  const decidedOn = 'sanction' in state ? localDate(state.sanction.at, agency.zone) : on;
  const terms = { date: dayTerm(on), decidedOn: dayTerm(decidedOn) };
  if (on > localDate(ports.clock.now(), agency.zone)) return processRefusal(rules, 'RECEIPT_IN_FUTURE', terms);
  return on < decidedOn ? processRefusal(rules, 'RECEIPT_BEFORE_DECISION', terms) : undefined;
};

/** What was sent cannot arrive before it was sent. */
const beforeDispatch = ({ state, rules }: ActContext, on: LocalDate): Refusal | undefined => {
  const sent = state.serviceAttempts.at(-1);
  if (sent === undefined || on >= sent.dispatchedOn) return undefined;
  const terms = { date: dayTerm(on), dispatchedOn: dayTerm(sent.dispatchedOn) };
  return processRefusal(rules, 'RECEIPT_BEFORE_DISPATCH', terms);
};

interface Warned {
  readonly warning?: { readonly id: string; readonly en: string };
}

/** A lateness that is recorded against nobody but stays on the record. */
const lateness = (
  { rules, agency, official }: ActContext,
  late: { readonly from: LocalDate; readonly on: LocalDate; readonly rule: 'delivery' | 'dispatch' },
): Warned => {
  const counted = countedFrom(rules, { agency, unit: official.unit, name: late.rule, from: late.from });
  if (late.on <= counted.date) return {};
  const code = late.rule === 'delivery' ? 'DELIVERY_LATE' : 'DISPATCH_LATE';
  const { id, en } = processWarning(rules, code, { date: dayTerm(counted.date), days: String(counted.days) });
  return { warning: { id, en } };
};

type Arrived = Extract<ServiceForm, { outcome: 'SERVED' | 'REFUSED_TO_SIGN' }>;

const arrived = async (ports: ActPorts, context: ActContext, form: Arrived, method: string): Promise<ActCommand> => {
  const { state, agency, rules } = context;
  if (state.status !== 'SERVICE') return notSanctioned;
  const objection = objectTo(ports, context, form.receivedOn) ?? beforeDispatch(context, form.receivedOn);
  if (objection !== undefined) return refuse('receivedOn', objection);
  const { outcome, receivedOn } = form;
  const today = localDate(ports.clock.now(), agency.zone);
  const { late, ...effect } = await effectOfRecording(ports, { rules, agency, state, receivedOn }, today);
  const from = localDate(state.sanction.at, agency.zone);
  return yes(
    serveDecision(actOf(context, form), {
      outcome,
      method,
      receivedOn,
      ...effect,
      ...joined(
        lateness(context, { from, on: receivedOn, rule: 'delivery' }),
        refusedReceipt(context, outcome),
        late === undefined ? {} : { warning: late },
      ),
    }),
  );
};

/** A refusal that counts as receipt is said to be one. */
const refusedReceipt = ({ rules }: ActContext, outcome: Arrived['outcome']): Warned => {
  if (outcome === 'SERVED') return {};
  const { id, en } = processWarning(rules, 'RECEIPT_REFUSED');
  return { warning: { id, en } };
};

const joined = (...warned: readonly Warned[]): Warned => {
  const all = warned.flatMap(({ warning }) => warning ?? []);
  const join = (lang: 'id' | 'en') => all.map((warning) => warning[lang]).join(' ');
  return all.length === 0 ? {} : { warning: { id: join('id'), en: join('en') } };
};

const dispatched = async (
  ports: ActPorts,
  context: ActContext,
  form: Extract<ServiceForm, { outcome: 'DISPATCHED' }>,
): Promise<ActCommand> => {
  const { state, agency, task } = context;
  const { contentHash, reason, receivedOn, method = 'POST' } = form;
  if (receivedOn !== undefined) {
    return arrived(ports, context, { outcome: 'SERVED', contentHash, reason, receivedOn }, method);
  }
  const today = localDate(ports.clock.now(), agency.zone);
  const dispatchedOn = form.dispatchedOn ?? today;
  const objection = objectTo(ports, context, dispatchedOn);
  if (objection !== undefined || state.status !== 'SERVICE') {
    return objection === undefined ? notSanctioned : refuse('dispatchedOn', objection);
  }
  // The time to send counts from the day on which it should have been handed over, at the latest.
  const from = localDate(task.dueAt, agency.zone);
  return yes(
    attemptService(actOf(context, form), {
      method,
      dispatchedOn,
      ...lateness(context, { from, on: dispatchedOn, rule: 'dispatch' }),
    }),
  );
};

const refusalCounts = ({ rules }: ActContext): boolean => rules.configuration.refusalToSignIsReceipt.value;

/** How the decision reached the respondent: handed over, refused, or sent; what counts is the day it arrived. */
export const serviceCommand = async (ports: ActPorts, context: ActContext, form: ServiceForm): Promise<ActCommand> => {
  switch (form.outcome) {
    case 'SERVED':
      return arrived(ports, context, form, form.method ?? 'IN_PERSON');
    case 'REFUSED_TO_SIGN':
      return refusalCounts(context)
        ? arrived(ports, context, form, form.method ?? 'IN_PERSON')
        : refuse('outcome', processRefusal(context.rules, 'REFUSAL_IS_NO_RECEIPT'));
    case 'DISPATCHED':
      return dispatched(ports, context, form);
    default:
      return form satisfies never;
  }
};
