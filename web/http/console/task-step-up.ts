import { taskActedPage } from '../../pages/task-result.ts';
import { htmlAnswer } from '../base/answers.ts';
import type { FormFields } from '../tasks/form-fields.ts';
import { type StepUpVisitor, stepUpAnswer, stepUpGate, stepUpStep } from '../tasks/step-up-gate.ts';
import type { HeldRow } from '../tasks/task-link.ts';
import { type ConsoleCall, sessionToken } from './console-call.ts';
import { sealedSession } from './session.ts';

/** The holder of a task in this session: signing in again begins a new one, and nothing proven is carried over. */
export const consoleVisitor = (
  { config, cookies }: ConsoleCall,
  { agencyId, taskId, assigneeNip: nip }: HeldRow,
): StepUpVisitor => ({ agencyId, nip, subject: taskId, browser: sealedSession(config, cookies) ?? '' });

/** Whether the session may see and do the task. */
export const consoleGate = (call: ConsoleCall, row: HeldRow) => stepUpGate(call, row.kind, consoleVisitor(call, row));

/** The page that asks for one more proof, where the session still has to give it; undefined where it may go on. */
export const consoleStepUp = async (
  call: ConsoleCall,
  row: HeldRow,
  status?: number,
): Promise<Response | undefined> => {
  const gate = await consoleGate(call, row);
  if (gate.isOpen) return undefined;
  const csrf = await sessionToken(call, row.taskId);
  const shown = { settings: gate.settings, csrf, ...(status === undefined ? {} : { status }) };
  return stepUpAnswer(call, consoleVisitor(call, row), shown);
};

/** The task is over, whoever ended it. */
export const overAnswer = ({ frame, lang }: ConsoleCall): Response =>
  htmlAnswer(taskActedPage({ frame }, lang), { status: 409 });

/** An act that came without the proof: nothing happened, and the proof is asked for. */
export const stepUpRefusal = async (call: ConsoleCall, row: HeldRow): Promise<Response> =>
  (await consoleStepUp(call, row, 403)) ?? overAnswer(call);

/** Takes a form of step-up at a task of the session. */
export const consoleProof = async (call: ConsoleCall, row: HeldRow, fields: FormFields): Promise<Response> =>
  stepUpStep(call, consoleVisitor(call, row), { kind: row.kind, csrf: await sessionToken(call, row.taskId), fields });
