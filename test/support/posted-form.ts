import { contentHash, disclosureHash } from '../../core/case/content-hash.ts';
import type { CaseState, OpenTask } from '../../core/case/state.ts';
import { type ActForm, type ActKind, parseAct } from '../../core/tasks/act-forms.ts';
import { type OwnAct, parseOwnAct } from '../../core/tasks/own-acts.ts';

type Fields = Readonly<Record<string, unknown>>;

export const reason = 'Sudah diperiksa dan cukup beralasan.';

/** Whether somebody acts on this task by the form of an official. */
const isActKind = (kind: OpenTask['kind']): kind is ActKind =>
  kind !== 'answer' && kind !== 'response' && kind !== 'remedy';

/** The form that the holder of the open task would post now; what was received was received today. */
export const postedForm = (state: CaseState, fields: Fields, today: string): ActForm => {
  const kind = state.openTask?.kind;
  if (kind === undefined || !isActKind(kind)) throw new Error(`no task to act on in ${state.caseId}`);
  const arrived = fields.outcome === 'SERVED' || fields.outcome === 'REFUSED_TO_SIGN' ? { receivedOn: today } : {};
  const parsed = parseAct(kind, {
    reason,
    contentHash: contentHash(state),
    disclosureHash: disclosureHash(state),
    ...arrived,
    ...fields,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.act;
};

/** The form that the respondent would post on their own page now, and whose it is. */
export const ownForm = (state: CaseState, fields: Fields) => {
  const task = state.respondentTask;
  if (task?.assignee.kind !== 'respondent') throw new Error(`nothing to answer in ${state.caseId}`);
  const parsed = parseOwnAct(task.kind === 'remedy' ? 'remedy' : 'response', fields);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const act: OwnAct = parsed.act;
  return { taskId: task.taskId, nip: task.assignee.nip, act };
};
