import { localDate } from '../../calendar/zones.ts';
import {
  orderRelease,
  requestTeam,
  rescheduleExamination,
  returnForEvidence,
} from '../../case/commands/examination.ts';
import { currentDisclosure } from '../../case/disclosure.ts';
import { respondentNip } from '../../case/state.ts';
import { examiningTeam } from '../../case/summons.ts';
import { superiorsOf } from '../../directory/line.ts';
import type { Nip } from '../../ids.ts';
import { processRefusal } from '../../rules/process-texts.ts';
import type { ExaminationForm } from '../../tasks/examination-form.ts';
import { chargesOf } from '../charges.ts';
import { type ActCommand, type ActContext, type ActPorts, actOf, refuse, yes } from './act-command.ts';
import { appointmentIn } from './appointment.ts';
import { changeTrackCommand } from './change-track.ts';
import { absentCommand } from './examination-absent.ts';
import { heldCommand } from './examination-held.ts';
import { handOver } from './hand-over.ts';

type Of<O extends ExaminationForm['outcome']> = Extract<ExaminationForm, { outcome: O }>;

const reschedule = (ports: ActPorts, context: ActContext, form: Of<'RESCHEDULE'>): ActCommand => {
  const chosen = appointmentIn(ports, context, form);
  return chosen.kind === 'refused'
    ? refuse('examinationOn', chosen.refusal)
    : yes(rescheduleExamination(actOf(context, form), chosen.appointment ?? {}));
};

const isAbove = async (
  { directory }: ActPorts,
  { agencyId }: ActContext['state'],
  { nip, above }: { nip: Nip; above: Nip },
): Promise<boolean> => (await superiorsOf(directory, agencyId, nip)).some((superior) => superior.nip === above);

/** Only where a heavy sanction is possible may the respondent be released from the tasks of office (PP 94/2021 Art 31). */
const release = async (ports: ActPorts, context: ActContext, form: Of<'RELEASE'>): Promise<ActCommand> => {
  const { state, rules, agency, official } = context;
  const nip = respondentNip(state);
  if (nip === undefined || !(await isAbove(ports, state, { nip, above: official.nip }))) {
    return refuse('outcome', processRefusal(rules, 'RELEASE_BY_SUPERIOR'));
  }
  const charged = await chargesOf(ports, rules, state, currentDisclosure(state)?.charges ?? []);
  if (charged.heaviest !== 'HEAVY') {
    const article = charged.charges.map(({ provision }) => provision.article).join('; ') || '-';
    return refuse('outcome', processRefusal(rules, 'RELEASE_NOT_POSSIBLE', { article }));
  }
  const from = form.releaseFrom ?? localDate(ports.clock.now(), agency.zone);
  return yes(orderRelease(actOf(context, form), { from, actingOfficial: form.actingOfficial }));
};

const askForTeam = (context: ActContext, form: Of<'REQUEST_TEAM' | 'RETURN_FOR_EVIDENCE' | 'RECUSE'>): ActCommand =>
  examiningTeam(context.state) === undefined
    ? yes(requestTeam(actOf(context, form)))
    : refuse('outcome', processRefusal(context.rules, 'TEAM_EXISTS'));

/** What an examiner may do: hear, note an absence, set another day, ask for a team or for evidence, release, or step back. */
export const examinationCommand = async (
  ports: ActPorts,
  context: ActContext,
  form: ExaminationForm,
): Promise<ActCommand> => {
  switch (form.outcome) {
    case 'HELD':
      return heldCommand(ports, context, form);
    case 'ABSENT':
      return absentCommand(ports, context, form);
    case 'RESCHEDULE':
      return reschedule(ports, context, form);
    case 'RELEASE':
      return release(ports, context, form);
    case 'CHANGE_TRACK':
      return changeTrackCommand(ports, context, form);
    case 'REQUEST_TEAM':
      return askForTeam(context, form);
    case 'RETURN_FOR_EVIDENCE':
      return yes(returnForEvidence(actOf(context, form)));
    case 'RECUSE':
      return handOver(ports, context, { cause: 'RECUSED', reason: form.reason });
    default:
      return form satisfies never;
  }
};
