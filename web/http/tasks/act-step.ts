import { isCsrfToken, type Link, liveTask } from '../../../core/use-cases/visit-link.ts';
import { taskActedPage, taskDonePage } from '../../pages/task-result.ts';
import { htmlAnswer } from '../base/answers.ts';
import { type FormFields, textOf } from './form-fields.ts';
import { actAnswer, arrive, mailboxBrowser, refusal, type TaskCall, visitorOf } from './link-visit.ts';
import { isOwnRow, respondentActStep } from './respondent-act-step.ts';
import { stepUpGate } from './step-up-gate.ts';
import { submitAct } from './submit-act.ts';
import { heldRow } from './task-link.ts';

/**
 * The act of a proven browser. The link may be burnt: whoever burnt it sees what they did when the same form comes again, and anyone
 * proven learns that the task is over.
 */
export const actStep = async (call: TaskCall, link: Link, fields: FormFields): Promise<Response> => {
  const { ports, frame, lang } = call;
  const row = await heldRow(ports, link);
  if (row === undefined) return refusal(call);
  const browser = await mailboxBrowser(call, link);
  if (browser === undefined) return arrive(call, link, 403);
  const isOurs = await isCsrfToken(ports, link.taskId, { browser, token: textOf(fields, 'csrf') });
  if (!isOurs) return refusal(call, 403);
  const gate = await stepUpGate(call, row.kind, visitorOf(row, browser));
  if (!gate.isOpen) return arrive(call, link, 403);
  const { stepUp } = gate;
  if (isOwnRow(row)) return respondentActStep(call, { link, row, browser, fields, stepUp });
  const submitted = await submitAct(call, row, { via: 'LINK', stepUp, fields });
  if (submitted.kind === 'settled') return htmlAnswer(taskDonePage(submitted.done, lang));
  const live = submitted.kind === 'again' ? await liveTask(ports, link) : undefined;
  if (submitted.kind === 'over' || live === undefined)
    return htmlAnswer(taskActedPage({ frame }, lang), { status: 409 });
  const { status, errors } = submitted;
  return actAnswer(call, live, { browser, status, posted: { errors, fields } });
};
