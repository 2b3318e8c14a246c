import { formatDateId } from '../calendar/format-date.ts';
import { type CaseState, type OpenTask, openTasks } from '../case/state.ts';
import { NotFound } from '../errors.ts';
import type { TaskId } from '../ids.ts';
import { composeMail } from '../mails/compose-mail.ts';
import type { MailName } from '../mails/mail-texts.ts';
import type { TaskRow } from '../ports.ts';
import type { Zone } from '../rules/codes.ts';
import type { Instant } from '../time.ts';
import { endTasks } from './end-tasks.ts';
import type { Ports } from './ports.ts';
import { linkOf, linkSecret, secretHashOf } from './task-link.ts';
import { changeRow, tokenContext } from './task-row-change.ts';

export type TaskRowPorts = Pick<
  Ports,
  'tasks' | 'directory' | 'mailer' | 'mailTexts' | 'scheduler' | 'sealer' | 'mac' | 'workflow' | 'baseUrl'
>;

const assigneeNip = (task: OpenTask) => (task.assignee.kind === 'reporter' ? undefined : task.assignee.nip);

/** When the task's clock rings next: at the reminder, and once an official was reminded, at the due date. */
const nextRing = (task: OpenTask): Instant =>
  task.reminded || task.assignee.kind === 'reporter' ? task.dueAt : task.remindAt;

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

/** The token that the last holder of the same task left: an older one may belong to an execution that is gone. */
const inheritedToken = async (ports: TaskRowPorts, state: CaseState, task: OpenTask): Promise<string | undefined> => {
  const earlier = state.endedTasks.filter(({ kind, round }) => kind === task.kind && round === task.round);
  for (const { taskId } of earlier.toReversed()) {
    const row = await ports.tasks.get(taskId);
    if (row?.sealedToken !== undefined) return row.sealedToken;
  }
  return undefined;
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
  const bringUp = (row: TaskRow): TaskRow | undefined => {
    const moved = row.dueAt !== task.dueAt;
    if (sealed === undefined && !moved) return undefined;
    return {
      ...row,
      // A reminder that was decided but not mailed yet keeps its bell: only a new period moves it.
      ...(moved ? { dueAt: task.dueAt, remindAt: nextRing(task) } : {}),
      ...(sealed === undefined ? {} : { sealedToken: sealed }),
    };
  };
  const standing = await changeRow(ports, task.taskId, bringUp);
  if (standing !== undefined) return standing;
  const fresh = await freshRow(ports, state, task, sealed ?? (await inheritedToken(ports, state, task)));
  if ((await ports.tasks.create(fresh)) === 'created') return fresh;
  const other = await changeRow(ports, task.taskId, bringUp);
  if (other === undefined) throw new NotFound(`no row for task ${task.taskId}`);
  return other;
};

type HolderMail = Extract<MailName, 'taskOpened' | 'taskReminded'>;

const isOwn = ({ kind }: TaskRow): boolean => kind === 'response' || kind === 'remedy';

/** What the accused is told is another text than what officials are: what it is, and that nobody but them may use the link. */
const mailNames = {
  taskOpened: { response: 'respondentHeard', remedy: 'respondentDecision' },
  taskReminded: { response: 'respondentReminded', remedy: 'respondentReminded' },
} as const;

const mailNameFor = (row: TaskRow, name: HolderMail): MailName =>
  row.kind === 'response' || row.kind === 'remedy' ? mailNames[name][row.kind] : name;

const mailTo = async (
  ports: TaskRowPorts,
  row: TaskRow,
  { mailId, to, name, zone }: { mailId: string; to: string; name: HolderMail; zone: Zone },
): Promise<void> => {
  const values = {
    caseNumber: row.caseId,
    link: await linkOf(ports, row.taskId),
    dueAt: formatDateId(row.dueAt, zone),
  };
  await ports.mailer.send(
    composeMail(ports.mailTexts, { mailId, to, name: mailNameFor(row, name), lang: 'id', values }),
  );
};

/** Sends a mail about a task to its holder, once: what was sent is on the row. */
export const mailHolder = async (ports: TaskRowPorts, row: TaskRow, name: HolderMail): Promise<void> => {
  const mailId = `${name}:${row.taskId}:${name === 'taskOpened' ? 'first' : row.dueAt.slice(0, 10)}`;
  if (row.assigneeNip === undefined || row.mailed.includes(mailId)) return;
  const agency = await ports.directory.agency(row.agencyId);
  const holder = await ports.directory.staff(row.agencyId, row.assigneeNip);
  if (agency === undefined) throw new NotFound(`agency ${row.agencyId} is not in the directory`);
  if (holder?.mail !== undefined) await mailTo(ports, row, { mailId, to: holder.mail, name, zone: agency.zone });
  // A respondent without a mailbox is reached on paper; an official without one holds no task.
  else if (!isOwn(row)) throw new NotFound(`no mailbox for task ${row.taskId}`);
  await changeRow(ports, row.taskId, (now) =>
    now.mailed.includes(mailId)
      ? undefined
      : {
          ...now,
          remindAt: name === 'taskReminded' ? now.dueAt : now.remindAt,
          mailed: [...now.mailed, mailId],
        },
  );
};

const timerName = (kind: 'remind' | 'due', taskId: TaskId, at: Instant): string =>
  `task-${kind}.${taskId}.${at.slice(0, 10)}`;

const setTimers = async (ports: TaskRowPorts, state: CaseState, task: OpenTask): Promise<void> => {
  const { taskId, dueAt, remindAt } = task;
  const target = { caseId: state.caseId, taskId };
  if (task.assignee.kind !== 'reporter' && !task.reminded) {
    const name = timerName('remind', taskId, remindAt);
    await ports.scheduler.scheduleOnce({ name, at: remindAt, target: { kind: 'task-remind', ...target } });
  }
  const name = timerName('due', taskId, dueAt);
  await ports.scheduler.scheduleOnce({ name, at: dueAt, target: { kind: 'task-due', ...target } });
};

/**
 * Brings timers, row and mail of the open task to where the trail is. Safe to repeat after any crash. The row follows the timers, and
 * notes the mail last: where it is whole, nothing is missing.
 */
export const ensureOpenTask = async (
  ports: TaskRowPorts,
  state: CaseState,
  held?: { readonly taskId: TaskId; readonly token: string },
): Promise<void> => {
  for (const task of openTasks(state)) {
    await setTimers(ports, state, task);
    const row = await openRow(ports, state, task, task.taskId === held?.taskId ? held.token : undefined);
    await mailHolder(ports, row, 'taskOpened');
  }
};

/** What of a case's task rows is behind its trail. */
export interface RowGaps {
  /** A task has ended, and its row is open or its outcome not called back. */
  readonly ended: boolean;
  /** An open task has no row, or one with another due date. */
  readonly row: boolean;
  /** The holder of an open task has had no mail. */
  readonly mail: boolean;
}

export const rowGaps = async (ports: Pick<Ports, 'tasks'>, state: CaseState): Promise<RowGaps> => {
  const rows = new Map((await ports.tasks.byCase(state.caseId)).map((row) => [row.taskId, row]));
  const open = openTasks(state).map((task) => ({ task, row: rows.get(task.taskId) }));
  return {
    ended: state.endedTasks.some(({ taskId }) => {
      const row = rows.get(taskId);
      return row !== undefined && (row.status === 'OPEN' || row.callback === 'PENDING');
    }),
    row: open.some(({ task, row }) => row === undefined || row.dueAt !== task.dueAt),
    mail: open.some(({ row }) => row?.assigneeNip !== undefined && row.mailed.length === 0),
  };
};

/** Brings every task row of a case to where the trail is: ended ones closed and called back, the open one ready. */
export const reconcileTasks = async (ports: TaskRowPorts, state: CaseState): Promise<void> => {
  await endTasks(ports, state);
  await ensureOpenTask(ports, state);
};
