import { decideReview } from '../../case/commands/acts.ts';
import type { ReviewForm } from '../../tasks/act-forms.ts';
import { type ActCommand, type ActContext, type ActPorts, actOf, refuse, yes } from './act-command.ts';
import { appointmentIn } from './appointment.ts';
import { changeTrackCommand } from './change-track.ts';
import { handOver } from './hand-over.ts';

const proceed = (
  ports: ActPorts,
  context: ActContext,
  form: Extract<ReviewForm, { outcome: 'PROCEED' }>,
): ActCommand => {
  const chosen = appointmentIn(ports, context, form);
  if (chosen.kind === 'refused') return refuse('examinationOn', chosen.refusal);
  const { outcome, charges, impact, withheld } = form;
  return yes(
    decideReview(actOf(context, form), {
      outcome,
      principles: [...new Set(form.principles)],
      charges: [...new Set(charges)],
      impact,
      withheld: [...new Set(withheld)],
      appointment: chosen.appointment,
    }),
  );
};

/** The direct superior confirms principles and charges and has the respondent summoned, finds nothing, or asks for more. */
export const reviewCommand = async (ports: ActPorts, context: ActContext, form: ReviewForm): Promise<ActCommand> => {
  switch (form.outcome) {
    case 'PROCEED':
      return proceed(ports, context, form);
    case 'RECUSE':
      return handOver(ports, context, { cause: 'RECUSED', reason: form.reason });
    case 'CHANGE_TRACK':
      return changeTrackCommand(ports, context, form);
    case 'DISMISS':
    case 'MORE_EVIDENCE':
      return yes(decideReview(actOf(context, form), { outcome: form.outcome }));
    default:
      return form satisfies never;
  }
};
