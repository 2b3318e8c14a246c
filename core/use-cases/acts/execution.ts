import { dayTerm } from '../../calendar/format-date.ts';
import { localDate } from '../../calendar/zones.ts';
import { completeExecution } from '../../case/commands/after-decision.ts';
import { processRefusal } from '../../rules/process-texts.ts';
import type { ExecutionForm } from '../../tasks/closing-forms.ts';
import { type ActCommand, type ActContext, type ActPorts, actOf, no, refuse, yes } from './act-command.ts';

const notServing = no('outcome', 'NOT_EFFECTIVE', 'Hukuman belum berlaku.', 'The sanction is not in effect.');

/** The sanction was served to its end: only from its last day on, and never dated ahead. */
export const executionCommand = (ports: ActPorts, context: ActContext, form: ExecutionForm): ActCommand => {
  const { state, rules, agency } = context;
  if (state.status !== 'EFFECTIVE') return notServing;
  const today = localDate(ports.clock.now(), agency.zone);
  const { endsOn } = state.effect;
  const restoredOn = form.restoredOn ?? today;
  if (endsOn !== undefined && (today < endsOn || restoredOn < endsOn)) {
    return refuse('restoredOn', processRefusal(rules, 'EXECUTION_NOT_OVER', { date: dayTerm(endsOn) }));
  }
  if (restoredOn > today)
    return refuse('restoredOn', processRefusal(rules, 'SERVICE_IN_FUTURE', { date: dayTerm(restoredOn) }));
  return yes(completeExecution(actOf(context, form), { restoredOn }));
};
