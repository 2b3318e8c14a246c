import { dayTerm } from '../../calendar/format-date.ts';
import { localDate } from '../../calendar/zones.ts';
import { orderRelease } from '../../case/commands/examination.ts';
import { currentDisclosure } from '../../case/disclosure.ts';
import { respondentNip } from '../../case/state.ts';
import { superiorsOf } from '../../directory/line.ts';
import type { Nip } from '../../ids.ts';
import { processRefusal } from '../../rules/process-texts.ts';
import type { ExaminationForm } from '../../tasks/examination-form.ts';
import type { LocalDate } from '../../time.ts';
import { chargesOf } from '../charges.ts';
import { type ActCommand, type ActContext, type ActPorts, actOf, type RefusedAct, refuse, yes } from './act-command.ts';

type ReleaseForm = Extract<ExaminationForm, { outcome: 'RELEASE' }>;

/** It is for a superior of the respondent to order, and only where a heavy sanction is possible. */
const objectToOrder = async (
  ports: ActPorts,
  { state, rules, official }: ActContext,
  nip: Nip | undefined,
): Promise<RefusedAct | undefined> => {
  const above = nip === undefined ? [] : await superiorsOf(ports.directory, state.agencyId, nip);
  if (!above.some((superior) => superior.nip === official.nip)) {
    return refuse('outcome', processRefusal(rules, 'RELEASE_BY_SUPERIOR'));
  }
  const charged = await chargesOf(ports, rules, state, currentDisclosure(state)?.charges ?? []);
  if (charged.heaviest === 'HEAVY') return undefined;
  const article = charged.charges.map(({ provision }) => provision.article).join('; ') || '-';
  return refuse('outcome', processRefusal(rules, 'RELEASE_NOT_POSSIBLE', { article }));
};

/** One that was ordered holds until the decision. */
const objectToSecond = ({ state, rules }: ActContext): RefusedAct | undefined => {
  const standing = state.releases.at(-1);
  return standing && refuse('outcome', processRefusal(rules, 'RELEASE_STANDS', { from: dayTerm(standing.from) }));
};

/** It begins today at the earliest, and while the case is examined. */
const objectToDay = (
  { rules, agency, task }: ActContext,
  { from, today }: { from: LocalDate; today: LocalDate },
): RefusedAct | undefined => {
  const due = localDate(task.dueAt, agency.zone);
  const last = due < today ? today : due;
  if (from >= today && from <= last) return undefined;
  const terms = { today: dayTerm(today), last: dayTerm(last) };
  return refuse('releaseFrom', processRefusal(rules, 'RELEASE_DATE_WRONG', terms));
};

/** Whoever acts meanwhile is somebody else who works there. */
const objectToActing = async (
  { directory }: ActPorts,
  { state, rules }: ActContext,
  acting: Nip | undefined,
): Promise<RefusedAct | undefined> => {
  if (acting === undefined) return undefined;
  const known = await directory.staff(state.agencyId, acting);
  return known?.active === true && acting !== respondentNip(state)
    ? undefined
    : refuse('actingOfficial', processRefusal(rules, 'RELEASE_ACTING_WRONG'));
};

/** Releases the respondent from the tasks of office while a heavy sanction is possible (PP 94/2021 Art 31). */
export const releaseCommand = async (ports: ActPorts, context: ActContext, form: ReleaseForm): Promise<ActCommand> => {
  const today = localDate(ports.clock.now(), context.agency.zone);
  const from = form.releaseFrom ?? today;
  const { actingOfficial } = form;
  const objection =
    (await objectToOrder(ports, context, respondentNip(context.state))) ??
    objectToSecond(context) ??
    objectToDay(context, { from, today }) ??
    (await objectToActing(ports, context, actingOfficial));
  return objection ?? yes(orderRelease(actOf(context, form), { from, actingOfficial }));
};
