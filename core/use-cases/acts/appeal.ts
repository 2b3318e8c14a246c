import { dayTerm } from '../../calendar/format-date.ts';
import { localDate } from '../../calendar/zones.ts';
import { actDateOf } from '../../case/act-date.ts';
import { decideAppeal } from '../../case/commands/after-decision.ts';
import { trackOf } from '../../case/state.ts';
import { examiningTeam } from '../../case/summons.ts';
import type { Refusal } from '../../refusal.ts';
import { catalogueFor, findSanction } from '../../rules/catalogue.ts';
import { processRefusal, processWarning } from '../../rules/process-texts.ts';
import type { AppealForm } from '../../tasks/closing-forms.ts';
import type { LocalDate } from '../../time.ts';
import { countedFrom } from '../office-calendar.ts';
import { type ActCommand, type ActContext, type ActPorts, actOf, no, refuse, yes } from './act-command.ts';

const notAppealed = no(
  'outcome',
  'NOT_APPEALED',
  'Tidak ada upaya administratif yang menunggu putusan.',
  'No remedy waits to be decided.',
);

type Changed = Extract<AppealForm, { outcome: 'CHANGED' }>;

/** Whoever decided never decides the remedy against it; and a change names another sanction of the track, a heavy one only where a team examined. */
const objectionTo = ({ state, rules, official }: ActContext, form: AppealForm): [string, Refusal] | undefined => {
  if (state.status !== 'APPEAL') return undefined;
  const { actor } = state.sanction;
  if (actor.kind === 'official' && actor.nip === official.nip) {
    const authority = { id: 'pejabat lain', en: 'another official' };
    return ['outcome', processRefusal(rules, 'SAME_DECIDER', { authority })];
  }
  return form.outcome === 'CHANGED' ? objectionToChange(rules, state, form) : undefined;
};

const objectionToChange = (
  rules: ActContext['rules'],
  state: Extract<ActContext['state'], { status: 'APPEAL' }>,
  form: Changed,
): [string, Refusal] | undefined => {
  const track = trackOf(state) ?? state.triage.track;
  const catalogue = catalogueFor(rules, { track, date: actDateOf(state) });
  const known = catalogue === undefined ? undefined : findSanction(catalogue, form.sanctionCode);
  if (known === undefined) return ['sanctionCode', processRefusal(rules, 'APPEAL_SANCTION_MISSING')];
  const sanction = form.sanctionCode;
  if (sanction === state.sanction.sanctionCode)
    return ['sanctionCode', processRefusal(rules, 'APPEAL_SANCTION_UNCHANGED', { sanction })];
  return known.level === 'HEAVY' && examiningTeam(state) === undefined
    ? ['sanctionCode', processRefusal(rules, 'APPEAL_NEEDS_TEAM', { sanction })]
    : undefined;
};

/** An answer after its time is on record; the body then decides on the evidence at hand. */
const answerLate = (
  { rules, agency, official }: ActContext,
  { filedOn, decidedOn }: { filedOn: LocalDate; decidedOn: LocalDate },
) => {
  const last = countedFrom(rules, { agency, unit: official.unit, name: 'remedyAnswer', from: filedOn });
  if (decidedOn <= last.date) return {};
  const { id, en } = processWarning(rules, 'REMEDY_ANSWER_LATE', { date: dayTerm(last.date) });
  return { warning: { id, en } };
};

/** Records how the objection or appeal was decided, by whom and under which number. */
export const appealCommand = (ports: ActPorts, context: ActContext, form: AppealForm): ActCommand => {
  const { state, agency } = context;
  if (state.status !== 'APPEAL') return notAppealed;
  const objection = objectionTo(context, form);
  if (objection !== undefined) return refuse(...objection);
  const { outcome, body, decisionNumber } = form;
  const today = localDate(ports.clock.now(), agency.zone);
  const decidedOn = form.decidedOn ?? today;
  if (decidedOn > today || decidedOn < state.appeal.filedOn) {
    return refuse(
      'decidedOn',
      processRefusal(context.rules, 'APPEAL_DATE_WRONG', { filedOn: dayTerm(state.appeal.filedOn) }),
    );
  }
  const sanction = form.outcome === 'CHANGED' ? { sanctionCode: form.sanctionCode } : {};
  const late = answerLate(context, { filedOn: state.appeal.filedOn, decidedOn });
  return yes(decideAppeal(actOf(context, form), { outcome, body, decisionNumber, decidedOn, ...sanction, ...late }));
};
