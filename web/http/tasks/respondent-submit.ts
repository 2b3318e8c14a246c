import { loadCase } from '../../../core/case/append.ts';
import type { CaseEvent } from '../../../core/case/events.ts';
import { type CaseState, openTaskOf } from '../../../core/case/state.ts';
import { NotFound } from '../../../core/errors.ts';
import { type OwnAct, parseOwnAct } from '../../../core/tasks/own-acts.ts';
import {
  actAsRespondent,
  type OwnActInput,
  ownCommandId,
} from '../../../core/use-cases/respondent/act-as-respondent.ts';
import type { FieldError } from '../../design/fields.ts';
import type { RespondentDoneView } from '../../pages/respondent-done.ts';
import { respondentDoneOf } from '../../views/respondent-done.ts';
import type { Call } from '../base/call.ts';
import { type FormFields, textOf } from './form-fields.ts';
import { inOrder, ownIssues, ownRefusal, recordChanged } from './respondent-errors.ts';
import { sentFiles } from './respondent-sent-files.ts';
import { retried } from './retried.ts';
import type { HeldRow } from './task-link.ts';
import type { ActPagePorts } from './task-page-ports.ts';

type SubmitCall = Pick<Call<ActPagePorts>, 'ports' | 'frame' | 'lang' | 'config'>;

/** What a form of the respondent came to. */
export type OwnSubmitted =
  | { readonly kind: 'settled'; readonly done: RespondentDoneView }
  /** Their last word was recorded before, or the time is over. */
  | { readonly kind: 'over' }
  /** Nothing happened; the form has to be filled in again. */
  | { readonly kind: 'again'; readonly status: 409 | 422; readonly errors: readonly FieldError[] };

/** Refusals about the case having moved, not about what was filled in. */
const MOVED: readonly string[] = ['NO_RECORD_TO_SIGN', 'NOT_IN_THIS_STATUS'];

const ownEvent = async ({ ports }: SubmitCall, row: HeldRow, input: OwnActInput): Promise<CaseEvent> => {
  const commandId = ownCommandId(input);
  const event = (await ports.trail.read(row.caseId)).find((candidate) => candidate.commandId === commandId);
  if (event === undefined) throw new NotFound(`no act ${commandId}`);
  return event;
};

const settled = async (call: SubmitCall, row: HeldRow, input: OwnActInput): Promise<OwnSubmitted> => {
  const { ports, frame, lang } = call;
  const agency = await ports.directory.agency(row.agencyId);
  const state = await loadCase(ports.trail, row.caseId);
  if (agency === undefined || state === undefined) throw new NotFound(`no agency or case of task ${row.taskId}`);
  const event = await ownEvent(call, row, input);
  const { outcome } = input.act.form;
  const open = openTaskOf(state, row.taskId) !== undefined;
  return { kind: 'settled', done: respondentDoneOf({ event, agency, outcome, open }, { frame, lang }) };
};

const isAboutRecord = ({ form }: OwnAct): boolean => form.outcome === 'SIGN_RECORD' || form.outcome === 'REFUSE_RECORD';

/** Whether what they sign or refuse is what their page showed them: a form that was sent before stands. */
const isRecordShown = (state: CaseState, input: OwnActInput, fields: FormFields): boolean =>
  !isAboutRecord(input.act) ||
  state.commands.has(ownCommandId(input)) ||
  state.examinations.findLast(({ round }) => round === state.round)?.record.sha256 === textOf(fields, 'record');

const carriedOut = async (
  call: SubmitCall,
  row: HeldRow,
  { input, fields }: { readonly input: OwnActInput; readonly fields: FormFields },
): Promise<OwnSubmitted> => {
  const { ports, lang } = call;
  const state = await loadCase(ports.trail, row.caseId);
  if (state === undefined) return { kind: 'over' };
  const isOpen = openTaskOf(state, row.taskId) !== undefined;
  if (isOpen && !isRecordShown(state, input, fields)) {
    return { kind: 'again', status: 409, errors: [recordChanged(lang)] };
  }
  const result = await retried(() => actAsRespondent(ports, input));
  if (result.kind !== 'refused') return settled(call, row, input);
  const { refusal, path } = result;
  if (refusal.code === 'ALREADY_ACTED') return { kind: 'over' };
  const status = MOVED.includes(refusal.code) ? 409 : 422;
  return { kind: 'again', status, errors: [ownRefusal(refusal, path, lang)] };
};

/** Takes a form of the respondent, whose mailbox was proven and whose form's token is right. */
export const submitOwnAct = async (
  call: SubmitCall,
  row: HeldRow & { readonly kind: OwnAct['kind'] },
  { stepUp, fields }: Pick<OwnActInput, 'stepUp'> & { readonly fields: FormFields },
): Promise<OwnSubmitted> => {
  const { lang, config } = call;
  const parsed = parseOwnAct(row.kind, fields);
  const sent = sentFiles(fields, { maxBytes: config.limits.intake.attachmentBytes, lang });
  if (!parsed.ok || 'error' in sent) {
    const errors = [...(parsed.ok ? [] : ownIssues(parsed.issues, lang)), ...('error' in sent ? [sent.error] : [])];
    return { kind: 'again', status: 422, errors: inOrder(errors) };
  }
  // Files go with an answer or an appeal; a word on the record has none.
  const files = isAboutRecord(parsed.act) ? [] : sent.files;
  const input: OwnActInput = { taskId: row.taskId, nip: row.assigneeNip, stepUp, act: parsed.act, files };
  return carriedOut(call, row, { input, fields });
};
