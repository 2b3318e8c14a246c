import {
  type Act,
  decideReview,
  decideTriage,
  dismissCase,
  imposeSanction,
  returnCase,
} from '../case/commands/acts.ts';
import { reassignTask } from '../case/commands/tasks.ts';
import type { Command } from '../case/decision.ts';
import type { CaseState, OpenTask } from '../case/state.ts';
import type { Staff } from '../directory/staff.ts';
import { type Nip, newTaskId } from '../ids.ts';
import { type Refused, refused } from '../refusal.ts';
import type { ActForm, DecisionForm, ReviewForm, TriageForm } from '../tasks/act-forms.ts';
import { nextHolder } from './choose-assignee.ts';
import { sanctionChoice } from './decide-sanction.ts';
import type { OpenTaskPorts } from './open-task.ts';
import { taskPeriod } from './task-period.ts';

/** What the form comes to: a command for the case, or a refusal with the field that has to change. */
export type ActCommand =
  | { readonly kind: 'command'; readonly command: Command }
  | (Refused & { readonly path: string });

export interface ActContext {
  readonly state: CaseState;
  readonly task: OpenTask;
  readonly official: Staff;
}

const no = (path: string, code: string, id: string, en: string): ActCommand => ({ ...refused(code, id, en), path });
const yes = (command: Command): ActCommand => ({ kind: 'command', command });

const actOf = ({ task, official }: ActContext, form: { contentHash: Act['contentHash']; reason: string }): Act => ({
  taskId: task.taskId,
  nip: official.nip,
  contentHash: form.contentHash,
  reason: form.reason,
});

const trackFits = (employment: Staff['employment'], track: string): boolean =>
  track === 'ETHICS' || track === (employment === 'PNS' ? 'DISCIPLINE_PNS' : 'DISCIPLINE_PPPK');

const triageCommand = async (ports: OpenTaskPorts, context: ActContext, form: TriageForm): Promise<ActCommand> => {
  const { state } = context;
  const act = actOf(context, form);
  if (form.outcome === 'PROCEED') {
    const { outcome, respondentNip, track } = form;
    const respondent = await ports.directory.staff(state.agencyId, respondentNip);
    if (respondent === undefined) {
      return no(
        'respondentNip',
        'UNKNOWN_RESPONDENT',
        'NIP ini tidak ada dalam direktori instansi.',
        'This NIP is not in the directory of the agency.',
      );
    }
    if (!trackFits(respondent.employment, track)) {
      return no(
        'track',
        'TRACK_DOES_NOT_FIT',
        `Jalur ini tidak berlaku untuk ${respondent.employment}.`,
        `This track does not apply to ${respondent.employment}.`,
      );
    }
    return yes(decideTriage(act, { outcome, respondentNip, track }));
  }
  if (form.outcome !== 'MERGE') return yes(decideTriage(act, { outcome: form.outcome }));
  const target = await ports.cases.get(form.caseNumber);
  const mergeable =
    target !== undefined &&
    target.row.agencyId === state.agencyId &&
    target.row.caseId !== state.caseId &&
    ['RECEIVED', 'CAPTURING', 'TRIAGE', 'REVIEW', 'DECISION'].includes(target.row.status);
  return mergeable
    ? yes(decideTriage(act, { outcome: 'MERGE', into: form.caseNumber }))
    : no(
        'caseNumber',
        'NOT_MERGEABLE',
        'Tidak ada perkara terbuka lain dengan nomor ini di instansi ini.',
        'There is no other open case with this number in this agency.',
      );
};

/** Hands the task to whoever may hold it instead; where there is nobody, the holder must ask an administrator. */
export const handOver = async (
  ports: OpenTaskPorts,
  { state, task, official }: ActContext,
  why: { cause: 'RECUSED' | 'INELIGIBLE'; reason?: string },
  accused?: Nip,
): Promise<ActCommand> => {
  const above = await nextHolder(ports, { state, kind: task.kind, holder: official.nip, accused });
  const agency = await ports.directory.agency(state.agencyId);
  if (above === undefined || agency === undefined) {
    return no(
      'outcome',
      'NOBODY_ELSE',
      'Tidak ada pejabat lain yang dapat mengambil alih; hubungi administrator.',
      'Nobody else can take over; contact the administrator.',
    );
  }
  const period = taskPeriod(ports.rules, agency, task.kind, ports.clock.now());
  return yes(reassignTask(task.taskId, { newTaskId: newTaskId(ports.ids), to: above.nip, ...why, ...period }));
};

const reviewCommand = async (ports: OpenTaskPorts, context: ActContext, form: ReviewForm): Promise<ActCommand> => {
  if (form.outcome === 'RECUSE') return handOver(ports, context, { cause: 'RECUSED', reason: form.reason });
  const act = actOf(context, form);
  return form.outcome === 'PROCEED'
    ? yes(decideReview(act, { outcome: 'PROCEED', principles: [...new Set(form.principles)] }))
    : yes(decideReview(act, { outcome: form.outcome }));
};

const decisionCommand = async (ports: OpenTaskPorts, context: ActContext, form: DecisionForm): Promise<ActCommand> => {
  const act = actOf(context, form);
  if (form.outcome === 'RETURN') return yes(returnCase(act));
  const bound = { ...act, disclosureHash: form.disclosureHash };
  if (form.outcome === 'DISMISS') return yes(dismissCase(bound));
  const choice = await sanctionChoice(ports, context, form);
  return 'kind' in choice ? choice : yes(imposeSanction(bound, choice));
};

/** Turns a parsed form into the command it stands for, after the checks that need the directory or the rules. */
export const decideAct = async (
  ports: OpenTaskPorts,
  context: ActContext,
  { kind, form }: ActForm,
): Promise<ActCommand> => {
  switch (kind) {
    case 'triage':
      return triageCommand(ports, context, form);
    case 'review':
      return reviewCommand(ports, context, form);
    case 'decision':
      return decisionCommand(ports, context, form);
    default:
      return kind satisfies never;
  }
};
