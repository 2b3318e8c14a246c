import type { ActForm } from '../../tasks/act-forms.ts';
import type { ActCommand, ActContext, ActPorts } from './act-command.ts';
import { appealCommand } from './appeal.ts';
import { decisionCommand } from './decision.ts';
import { examinationCommand } from './examination.ts';
import { executionCommand } from './execution.ts';
import { reviewCommand } from './review.ts';
import { serviceCommand } from './service.ts';
import { teamCommand } from './team.ts';
import { triageCommand } from './triage.ts';

/** Turns a parsed form into the command it stands for, after the checks that need the directory or the rules. */
export const decideAct = async (ports: ActPorts, context: ActContext, { kind, form }: ActForm): Promise<ActCommand> => {
  switch (kind) {
    case 'triage':
      return triageCommand(ports, context, form);
    case 'review':
      return reviewCommand(ports, context, form);
    case 'team':
      return teamCommand(ports, context, form);
    case 'examination':
      return examinationCommand(ports, context, form);
    case 'decision':
      return decisionCommand(ports, context, form);
    case 'service':
      return serviceCommand(ports, context, form);
    case 'appeal':
      return appealCommand(ports, context, form);
    case 'execution':
      return executionCommand(ports, context, form);
    default:
      return kind satisfies never;
  }
};
