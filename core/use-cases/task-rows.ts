import { formatDateId } from '../calendar/format-date.ts';
import type { CaseState, EndedTask, OpenTask } from '../case/state.ts';
import { roundAfter } from '../case/transitions.ts';
import { NotFound } from '../errors.ts';
import type { TaskId } from '../ids.ts';
import { composeMail } from '../mails/compose-mail.ts';
import type { MailName } from '../mails/mail-texts.ts';
import type { TaskRow } from '../ports.ts';
import type { Instant } from '../time.ts';
import type { Ports } from './ports.ts';
import { linkOf, linkSecret, secretHashOf } from './task-link.ts';

export type TaskRowPorts = Pick<
  Ports,
  'tasks' | 'directory' | 'mailer' | 'mailTexts' | 'scheduler' | 'sealer' | 'mac' | 'workflow' | 'baseUrl'
>;

/** What ending a task's row takes: less than opening one. */
export type EndRowPorts = Pick<Ports, 'tasks' | 'sealer' | 'workflow'>;

/** A task token may move to another row of the same task, never elsewhere. */
const tokenContext = (row: Pick<TaskRow, 'caseId' | 'kind' | 'round'>): string =>
  `task-token:${row.caseId}:${row.kind}:${row.round}`;

const assigneeNip = (task: OpenTask | EndedTask) => (task.assignee.kind === 'official' ? task.assignee.nip : undefined);

/** When the task's clock rings next: at the reminder, and once that has been sent, at the due date. */
const nextRing = (task: OpenTask): Instant => (task.reminded ? task.dueAt : task.remindAt);

const freshRow = async (
  ports: TaskRowPorts,
  state: CaseState,
  task: OpenTask,
  sealedToken: string | undefined,
): Promise<TaskRow> => ({
  taskId: task.taskId,
  caseId: state.caseId,
  agencyId: state.agencyId,
  kind: task.kind,
  round: task.round,
  assigneeNip: assigneeNip(task),
  openedAt: task.openedAt,
  dueAt: task.dueAt,
  remindAt: nextRing(task),
  status: 'OPEN',
  secretHash: secretHashOf(await linkSecret(ports, task.taskId)),
  sealedToken,
  callback: 'WAITING',
  mailed: [],
  version: 1,
});

/** The token that an earlier holder of the same task left. */
const inheritedToken = async (ports: TaskRowPorts, state: CaseState, task: OpenTask): Promise<string | undefined> => {
  const rows = await ports.tasks.byCase(state.caseId);
  return rows.find((row) => row.kind === task.kind && row.round === task.round && row.sealedToken !== undefined)
    ?.sealedToken;
};

const stored = async (ports: TaskRowPorts, taskId: TaskId): Promise<TaskRow> => {
  const row = await ports.tasks.get(taskId);
  if (row === undefined) throw new NotFound(`no row for task ${taskId}`);
  return row;
};

/** The row of the open task as the trail has it, with the newest token, created where it is missing. */
const openRow = async (
  ports: TaskRowPorts,
  state: CaseState,
  task: OpenTask,
  token: string | undefined,
): Promise<TaskRow> => {
  const place = { caseId: state.caseId, kind: task.kind, round: task.round };
  const sealed = token === undefined ? undefined : await ports.sealer.seal(token, tokenContext(place));
  const row = await ports.tasks.get(task.taskId);
  if (row === undefined) {
    const fresh = await freshRow(ports, state, task, sealed ?? (await inheritedToken(ports, state, task)));
    await ports.tasks.create(fresh);
    return stored(ports, task.taskId);
  }
  const moved = row.dueAt !== task.dueAt || row.remindAt !== nextRing(task);
  if (sealed === undefined && !moved) return row;
  return ports.tasks.update({
    ...row,
    dueAt: task.dueAt,
    remindAt: nextRing(task),
    ...(sealed === undefined ? {} : { sealedToken: sealed }),
  });
};

/** Sends a mail about a task to its holder, once: what was sent is on the row. */
export const mailHolder = async (
  ports: TaskRowPorts,
  row: TaskRow,
  name: Extract<MailName, 'taskOpened' | 'taskReminded'>,
): Promise<TaskRow> => {
  const mailId = `${name}:${row.taskId}:${name === 'taskOpened' ? 'first' : row.dueAt.slice(0, 10)}`;
  if (row.assigneeNip === undefined || row.mailed.includes(mailId)) return row;
  const agency = await ports.directory.agency(row.agencyId);
  const holder = await ports.directory.staff(row.agencyId, row.assigneeNip);
  if (agency === undefined || holder?.mail === undefined) throw new NotFound(`no mailbox for task ${row.taskId}`);
  const values = {
    caseNumber: row.caseId,
    link: await linkOf(ports, row.taskId),
    dueAt: formatDateId(row.dueAt, agency.zone),
  };
  await ports.mailer.send(composeMail(ports.mailTexts, { mailId, to: holder.mail, name, lang: 'id', values }));
  const remindAt = name === 'taskReminded' ? row.dueAt : row.remindAt;
  return ports.tasks.update({ ...row, remindAt, mailed: [...row.mailed, mailId] });
};

const timerName = (kind: 'remind' | 'due', taskId: TaskId, at: Instant): string =>
  `task-${kind}.${taskId}.${at.slice(0, 10)}`;

const setTimers = async (ports: TaskRowPorts, state: CaseState, task: OpenTask): Promise<void> => {
  const { taskId, dueAt, remindAt } = task;
  const target = { caseId: state.caseId, taskId };
  if (task.assignee.kind === 'official' && !task.reminded) {
    const name = timerName('remind', taskId, remindAt);
    await ports.scheduler.scheduleOnce({ name, at: remindAt, target: { kind: 'task-remind', ...target } });
  }
  const name = timerName('due', taskId, dueAt);
  await ports.scheduler.scheduleOnce({ name, at: dueAt, target: { kind: 'task-due', ...target } });
};

/** Brings row, mail and timers of the open task to where the trail is. Safe to repeat after any crash. */
export const ensureOpenTask = async (ports: TaskRowPorts, state: CaseState, token?: string): Promise<void> => {
  const task = state.openTask;
  if (task === undefined) return;
  const row = await openRow(ports, state, task, token);
  await mailHolder(ports, row, 'taskOpened');
  await setTimers(ports, state, task);
};

/** Tells the waiting execution the outcome. `gone` is fine: an execution that no longer waits is replaced by the sweep. */
export const deliverCallback = async (ports: EndRowPorts, row: TaskRow): Promise<void> => {
  if (row.callback !== 'PENDING') return;
  if (row.sealedToken !== undefined && row.outcome !== undefined) {
    const token = await ports.sealer.open(row.sealedToken, tokenContext(row));
    const { caseId, agencyId, outcome } = row;
    await ports.workflow.succeed(token, { caseId, agencyId, round: roundAfter(row.round, outcome), outcome });
  }
  await ports.tasks.update({ ...row, callback: 'DELIVERED' });
};

const endRow = async (ports: EndRowPorts, ended: EndedTask): Promise<void> => {
  const row = await ports.tasks.get(ended.taskId);
  if (row === undefined) return;
  const handedOver = ended.outcome === undefined;
  const closed =
    row.status === 'ENDED'
      ? row
      : await ports.tasks.update({
          ...row,
          status: 'ENDED',
          callback: handedOver ? 'DELIVERED' : 'PENDING',
          ...(handedOver ? {} : { outcome: ended.outcome }),
        });
  await deliverCallback(ports, closed);
};

/** Closes the rows of tasks that the trail has ended, and calls back those whose outcome the flow waits for. */
export const endTasks = async (ports: EndRowPorts, state: CaseState): Promise<void> => {
  for (const ended of state.endedTasks) await endRow(ports, ended);
};

/** Brings every task row of a case to where the trail is: ended ones closed and called back, the open one ready. */
export const reconcileTasks = async (ports: TaskRowPorts, state: CaseState): Promise<void> => {
  await endTasks(ports, state);
  await ensureOpenTask(ports, state);
};
