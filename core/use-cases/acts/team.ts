import { localDate } from '../../calendar/zones.ts';
import { declineTeam, formTeam } from '../../case/commands/examination.ts';
import type { TeamMember } from '../../case/process-events.ts';
import { trackOf } from '../../case/state.ts';
import type { Refusal } from '../../refusal.ts';
import { processRefusal } from '../../rules/process-texts.ts';
import { checkTeam } from '../../rules/team-check.ts';
import type { TeamForm } from '../../tasks/examination-form.ts';
import { proposedTeam, seatedMembers, teamQuestion } from '../team-proposal.ts';
import { type ActCommand, type ActContext, type ActPorts, actOf, refuse, yes } from './act-command.ts';

const form = async (
  ports: ActPorts,
  context: ActContext,
  posted: Extract<TeamForm, { outcome: 'FORM' }>,
): Promise<ActCommand> => {
  const { state, rules, agency } = context;
  const date = localDate(ports.clock.now(), agency.zone);
  const seated =
    posted.members.length === 0
      ? await proposedTeam(ports, { state, rules, date })
      : await seatedMembers(ports, { state, rules, date }, posted);
  if (!seated.ok) return refuse('members', seated.refusal);
  const question = await teamQuestion(ports, { state, rules, date });
  const checked = checkTeam(rules, { ...question, members: seated.members });
  if (!checked.ok) return refuse('members', checked.refusal);
  const members = seated.members.map(({ nip, element, position }): TeamMember => ({ nip, element, position }));
  return yes(formTeam(actOf(context, posted), members));
};

/** Without a panel an ethics case cannot be judged where the agency wants one; a team for anything else may be left out. */
const declineRefusal = ({ state, rules }: ActContext): Refusal | undefined =>
  trackOf(state) === 'ETHICS' && rules.configuration.ethicsPanelRequired.value
    ? processRefusal(rules, 'PANEL_REQUIRED')
    : undefined;

/** The authority forms the team (for ethics: the panel), or leaves the examination with the superior. */
export const teamCommand = async (ports: ActPorts, context: ActContext, posted: TeamForm): Promise<ActCommand> => {
  switch (posted.outcome) {
    case 'FORM':
      return form(ports, context, posted);
    case 'DECLINE': {
      const refusal = declineRefusal(context);
      return refusal === undefined ? yes(declineTeam(actOf(context, posted))) : refuse('outcome', refusal);
    }
    default:
      return posted satisfies never;
  }
};
