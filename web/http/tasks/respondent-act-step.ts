import { loadCase } from '../../../core/case/append.ts';
import { openTaskOf } from '../../../core/case/state.ts';
import type { StepUpMeans } from '../../../core/step-up/means.ts';
import { type Link, liveTask } from '../../../core/use-cases/visit-link.ts';
import { respondentClosedPage, respondentDonePage } from '../../pages/respondent-done.ts';
import { htmlAnswer } from '../base/answers.ts';
import type { FormFields } from './form-fields.ts';
import { actAnswer, type TaskCall } from './link-visit.ts';
import { submitOwnAct } from './respondent-submit.ts';
import type { HeldRow } from './task-link.ts';

/** A task row of the respondent's own. */
export type OwnRow = HeldRow & { readonly kind: 'response' | 'remedy' };

export const isOwnRow = (row: HeldRow): row is OwnRow => row.kind === 'response' || row.kind === 'remedy';

interface Posted {
  readonly link: Link;
  readonly row: OwnRow;
  readonly browser: string;
  readonly fields: FormFields;
  readonly stepUp: StepUpMeans | undefined;
}

/** Whether the task is open, but not to them any more: they left, or are not the respondent. */
const isTakenFromThem = async ({ ports }: TaskCall, { link, row }: Posted): Promise<boolean> => {
  if ((await liveTask(ports, link)) !== undefined) return false;
  const state = await loadCase(ports.trail, row.caseId);
  return state !== undefined && openTaskOf(state, row.taskId) !== undefined;
};

/** What the respondent sends from a proven browser. A link that is burnt still tells whoever burnt it what they did. */
export const respondentActStep = async (call: TaskCall, posted: Posted): Promise<Response> => {
  const { ports, frame, lang } = call;
  const { link, row, browser, fields, stepUp } = posted;
  const closed = () => htmlAnswer(respondentClosedPage(frame, lang), { status: 409 });
  if (await isTakenFromThem(call, posted)) return closed();
  const submitted = await submitOwnAct(call, row, { stepUp, fields });
  if (submitted.kind === 'settled') return htmlAnswer(respondentDonePage(submitted.done, lang));
  const live = submitted.kind === 'again' ? await liveTask(ports, link) : undefined;
  if (submitted.kind === 'over' || live === undefined) return closed();
  const { status, errors } = submitted;
  return actAnswer(call, live, { browser, status, posted: { errors, fields } });
};
