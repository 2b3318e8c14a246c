import { requestTeam, rescheduleExamination, returnForEvidence } from '../../case/commands/examination.ts';
import { examiningTeam } from '../../case/summons.ts';
import { processRefusal } from '../../rules/process-texts.ts';
import type { ExaminationForm } from '../../tasks/examination-form.ts';
import { type ActCommand, type ActContext, type ActPorts, actOf, refuse, yes } from './act-command.ts';
import { appointmentIn } from './appointment.ts';
import { changeTrackCommand } from './change-track.ts';
import { absentCommand } from './examination-absent.ts';
import { heldCommand } from './examination-held.ts';
import { handOver } from './hand-over.ts';
import { releaseCommand } from './release.ts';

type Of<O extends ExaminationForm['outcome']> = Extract<ExaminationForm, { outcome: O }>;

const reschedule = (ports: ActPorts, context: ActContext, form: Of<'RESCHEDULE'>): ActCommand => {
  const chosen = appointmentIn(ports, context, form);
  return chosen.kind === 'refused'
    ? refuse('examinationOn', chosen.refusal)
    : yes(rescheduleExamination(actOf(context, form), chosen.appointment ?? {}));
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
      return releaseCommand(ports, context, form);
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
