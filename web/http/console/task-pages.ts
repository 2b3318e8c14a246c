import * as z from 'zod';
import { loadCase } from '../../../core/case/append.ts';
import { NotFound } from '../../../core/errors.ts';
import { newReceiptCode, type TaskId, taskIdSchema } from '../../../core/ids.ts';
import type { TaskRow } from '../../../core/ports.ts';
import { mayHoldTask } from '../../../core/use-cases/choose-assignee.ts';
import { actorOf } from '../../../core/use-cases/read-case.ts';
import type { LiveTask } from '../../../core/use-cases/visit-link.ts';
import { myTasksPage } from '../../pages/console-tasks.ts';
import { taskDonePage } from '../../pages/task-result.ts';
import { taskRowOf } from '../../views/console-rows.ts';
import { htmlAnswer } from '../base/answers.ts';
import { actPage, type Posted, recordView } from '../tasks/act-page.ts';
import { evidenceFile, openableFile } from '../tasks/evidence-file.ts';
import type { FormFields } from '../tasks/form-fields.ts';
import { submitAct } from '../tasks/submit-act.ts';
import type { HeldRow } from '../tasks/task-link.ts';
import { type ConsoleCall, requireOwnForm, sessionToken } from './console-call.ts';
import { consoleGate, consoleProof, consoleStepUp, overAnswer, stepUpRefusal } from './task-step-up.ts';

export const taskPath = z.object({ taskId: taskIdSchema });
export const taskEvidencePath = taskPath.extend({ artifactId: z.string() });

const MAX_TASKS = 200;
const PAGE = 50;

const openTasks = async ({ ports, principal }: ConsoleCall): Promise<TaskRow[]> => {
  const { agencyId, nip } = principal;
  const rows: TaskRow[] = [];
  if (nip === undefined) return rows;
  let cursor: string | undefined;
  do {
    const page = await ports.tasks.openOf({ agencyId, nip, limit: PAGE, cursor });
    rows.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined && rows.length < MAX_TASKS);
  return rows;
};

const recordListed = async ({ ports, principal }: ConsoleCall, rows: readonly TaskRow[]): Promise<void> => {
  const at = ports.clock.now();
  const listed = { at, actor: actorOf(principal), action: 'task-listed' };
  await Promise.all(
    rows.map(({ caseId, taskId }) =>
      ports.accessLog.record({ ...listed, caseId, accessId: newReceiptCode(ports.ids), detail: taskId }),
    ),
  );
};

/** `/konsol/tugas`: what waits for whoever is signed in. */
export const myTasksAnswer = async (call: ConsoleCall): Promise<Response> => {
  const { ports, principal, frame, lang } = call;
  const agency = await ports.directory.agency(principal.agencyId);
  if (agency === undefined) throw new NotFound(`agency ${principal.agencyId} is not in the directory`);
  const rows = await openTasks(call);
  await recordListed(call, rows);
  const place = { agency, now: ports.clock.now(), lang };
  return htmlAnswer(myTasksPage({ frame, rows: rows.flatMap((row) => taskRowOf(row, place)) }, lang));
};

/** The row of a task that is or was theirs; anyone else's looks like none. @throws NotFound */
const ownRow = async ({ ports, principal }: ConsoleCall, taskId: TaskId): Promise<HeldRow> => {
  const row = await ports.tasks.get(taskId);
  const nip = row?.assigneeNip;
  if (row === undefined || nip === undefined || nip !== principal.nip || row.agencyId !== principal.agencyId) {
    throw new NotFound(`no task ${taskId}`);
  }
  return { ...row, assigneeNip: nip };
};

/** Their task, while it is open and they may hold it: the same checks as behind a mailed link. */
const ownLiveTask = async ({ ports }: ConsoleCall, row: HeldRow): Promise<LiveTask | undefined> => {
  const state = await loadCase(ports.trail, row.caseId);
  const task = state?.openTask;
  if (state === undefined || task?.taskId !== row.taskId) return undefined;
  const official = await ports.directory.staff(row.agencyId, row.assigneeNip);
  if (official === undefined || !(await mayHoldTask(ports, state, official))) return undefined;
  return { row, state, task, official };
};

const openTask = async (call: ConsoleCall, taskId: TaskId) => {
  const row = await ownRow(call, taskId);
  const live = await ownLiveTask(call, row);
  if (live === undefined) throw new NotFound(`task ${taskId} is over`);
  return { row, live };
};

/** Their open task, in a session that proved all that the agency asks for. @throws NotFound */
export const requireLive = async (call: ConsoleCall, taskId: TaskId): Promise<LiveTask> => {
  const { row, live } = await openTask(call, taskId);
  if (!(await consoleGate(call, row)).isOpen) throw new NotFound(`task ${taskId} asks for step-up first`);
  return live;
};

const actAnswer = async (
  call: ConsoleCall,
  live: LiveTask,
  { status = 200, posted }: { status?: number; posted?: Posted } = {},
): Promise<Response> => {
  const csrf = await sessionToken(call, live.row.taskId);
  return htmlAnswer(await actPage(call, live, { via: 'CONSOLE', csrf, posted }), { status });
};

/** `/konsol/tugas/<taskId>`: the act page, for its holder. @throws NotFound */
export const taskAnswer = async (call: ConsoleCall, { taskId }: z.infer<typeof taskPath>): Promise<Response> => {
  const { row, live } = await openTask(call, taskId);
  return (await consoleStepUp(call, row)) ?? actAnswer(call, live);
};

/** The act itself. @throws NotFound */
export const taskActAnswer = async (
  call: ConsoleCall,
  { taskId }: z.infer<typeof taskPath>,
  fields: FormFields,
): Promise<Response> => {
  const row = await ownRow(call, taskId);
  await requireOwnForm(call, taskId, fields);
  if (fields.step === 'step-up') return consoleProof(call, (await openTask(call, taskId)).row, fields);
  const gate = await consoleGate(call, row);
  if (!gate.isOpen) return (await ownLiveTask(call, row)) ? stepUpRefusal(call, row) : overAnswer(call);
  const submitted = await submitAct(call, row, { via: 'CONSOLE', stepUp: gate.stepUp, fields });
  if (submitted.kind === 'settled') return htmlAnswer(taskDonePage(submitted.done, call.lang));
  const live = submitted.kind === 'again' ? await ownLiveTask(call, row) : undefined;
  if (submitted.kind === 'over' || live === undefined) return overAnswer(call);
  const { status, errors } = submitted;
  return actAnswer(call, live, { status, posted: { errors, fields } });
};

/** Evidence from the act page. @throws NotFound */
export const taskEvidenceAnswer = async (
  call: ConsoleCall,
  { taskId, artifactId }: z.infer<typeof taskEvidencePath>,
): Promise<Response> => {
  const live = await requireLive(call, taskId);
  const artifact = openableFile(live, artifactId, 'WORKING');
  if (artifact === undefined) throw new NotFound(`no artefact of that name in ${live.state.caseId}`);
  await recordView(call.ports, live, { via: 'CONSOLE', action: 'evidence-opened', detail: artifact.artifactId });
  const file = await evidenceFile(call.ports, live.state, artifact);
  if (file === undefined) throw new NotFound(`artefact ${artifactId} is not in the evidence store`);
  return file;
};
