import type { CaseEvent } from '../../../core/case/events.ts';
import { NotFound } from '../../../core/errors.ts';
import type { Trail } from '../../../core/ports.ts';
import { type ActForm, parseAct } from '../../../core/tasks/act-forms.ts';
import { type ActOnTaskInput, type ActResult, actOnTask } from '../../../core/use-cases/act-on-task.ts';
import type { FieldError } from '../../design/fields.ts';
import type { TaskDoneView } from '../../pages/task-result.ts';
import { hasActPage } from '../../text/codes.ts';
import type { Lang } from '../../text/lang.ts';
import { taskDoneOf } from '../../views/task-done.ts';
import type { Call } from '../base/call.ts';
import { issueErrors, refusalError } from './act-errors.ts';
import type { FormFields } from './form-fields.ts';
import { retried } from './retried.ts';
import type { HeldRow } from './task-link.ts';
import type { ActPagePorts } from './task-page-ports.ts';

/** What a posted act form came to. */
export type Submitted =
  | { readonly kind: 'settled'; readonly done: TaskDoneView }
  /** Decided or handed over before. */
  | { readonly kind: 'over' }
  /** Nothing happened; the form has to be filled in again. */
  | { readonly kind: 'again'; readonly status: 409 | 422; readonly errors: readonly FieldError[] };

/** Refusals about the case having moved, not about what was filled in. */
const MOVED: readonly string[] = ['CONTENT_CHANGED', 'DISCLOSURE_CHANGED', 'NOT_IN_THIS_STATUS'];

/** The one event by which a holder of the task acted. */
const actEvent = async (trail: Trail, row: HeldRow): Promise<CaseEvent> => {
  const prefix = `act:${row.taskId}:`;
  const event = (await trail.read(row.caseId)).find(({ commandId }) => commandId.startsWith(prefix));
  if (event === undefined) throw new NotFound(`no act on task ${row.taskId}`);
  return event;
};

const settled = async (
  { ports, frame, lang }: Pick<Call<ActPagePorts>, 'ports' | 'frame' | 'lang'>,
  row: HeldRow,
  act: { kind: ActForm['kind']; result: Exclude<ActResult, { kind: 'refused' }> },
): Promise<Submitted> => {
  const agency = await ports.directory.agency(row.agencyId);
  if (agency === undefined) throw new NotFound(`agency ${row.agencyId} is not in the directory`);
  const event = await actEvent(ports.trail, row);
  return { kind: 'settled', done: taskDoneOf({ event, agency, ...act }, { frame, lang }) };
};

const refused = ({ refusal, path }: Extract<ActResult, { kind: 'refused' }>, lang: Lang): Submitted => {
  if (refusal.code === 'ALREADY_ACTED') return { kind: 'over' };
  const status = MOVED.includes(refusal.code) ? 409 : 422;
  return { kind: 'again', status, errors: [refusalError(refusal, path, lang)] };
};

/** Acts on a task with a posted form. The caller has made sure of who acts: by mailbox or by sign-in, and by the form's token. */
export const submitAct = async (
  call: Pick<Call<ActPagePorts>, 'ports' | 'frame' | 'lang'>,
  row: HeldRow,
  { via, stepUp, fields }: Pick<ActOnTaskInput, 'via' | 'stepUp'> & { readonly fields: FormFields },
): Promise<Submitted> => {
  const { taskId, kind, assigneeNip: nip } = row;
  if (!hasActPage(kind)) return { kind: 'over' };
  const parsed = parseAct(kind, fields);
  if (!parsed.ok) return { kind: 'again', status: 422, errors: issueErrors(parsed.issues, call.lang) };
  const result = await retried(() => actOnTask(call.ports, { taskId, nip, via, stepUp, act: parsed.act }));
  return result.kind === 'refused' ? refused(result, call.lang) : settled(call, row, { kind, result });
};
