import { loadCase } from '../case/append.ts';
import { type CaseState, type OpenTask, openTaskOf, respondentNip } from '../case/state.ts';
import type { Staff } from '../directory/staff.ts';
import { newReceiptCode, sha256Schema, type TaskId } from '../ids.ts';
import { composeMail } from '../mails/compose-mail.ts';
import type { TaskRow, Visit } from '../ports.ts';
import { isBefore, MINUTE, plusMs } from '../time.ts';
import { sha256Hex } from '../trail/digest.ts';
import { mayHoldTask } from './choose-assignee.ts';
import { sameText, toHex } from './encoding.ts';
import type { Ports } from './ports.ts';
import { isSecretOf } from './task-link.ts';

export const CODE_MINUTES = 10;
export const CODE_TRIES = 5;
/** How long a proven browser may read and act before it proves the mailbox again. */
export const PROVEN_MINUTES = 60;
const QUARTER = 15 * 60;
const A_DAY = 24 * 60 * 60;
/**
 * Code mails: a robot that presses the button must not fill a mailbox, nor use up what its person needs. So the share of one network is
 * counted first, and two that take all of theirs leave something. Whoever holds the link without the mailbox may guess a hundred times a
 * day, at a million codes.
 */
const CODE_MAILS = [
  { of: 'network', name: 'code-client', max: 5, windowSeconds: QUARTER },
  { of: 'network', name: 'code-client-day', max: 8, windowSeconds: A_DAY },
  { of: 'task', name: 'code', max: 15, windowSeconds: QUARTER },
  { of: 'task', name: 'code-day', max: 20, windowSeconds: A_DAY },
] as const;

const mayMailCode = async ({ throttle }: LinkPorts, taskId: TaskId, client: string): Promise<boolean> => {
  for (const { of, name, max, windowSeconds } of CODE_MAILS) {
    const key = of === 'task' ? `${name}:${taskId}` : `${name}:${taskId}:${client}`;
    if (!(await throttle.hit(key, { max, windowSeconds })).allowed) return false;
  }
  return true;
};

export type LinkPorts = Pick<
  Ports,
  | 'tasks'
  | 'trail'
  | 'visits'
  | 'directory'
  | 'people'
  | 'mac'
  | 'mailer'
  | 'mailTexts'
  | 'throttle'
  | 'accessLog'
  | 'clock'
  | 'ids'
>;

export interface Link {
  readonly taskId: TaskId;
  readonly secret: string;
}

export interface LiveTask {
  readonly row: TaskRow;
  readonly state: CaseState;
  readonly task: OpenTask;
  readonly official: Staff;
}

/** Officials as long as they may hold the task; the respondent as long as they are the respondent. */
const mayOpen = async (
  ports: LinkPorts,
  state: CaseState,
  { task, official }: Pick<LiveTask, 'task' | 'official'>,
): Promise<boolean> =>
  task.assignee.kind === 'respondent'
    ? official.active && task.assignee.nip === official.nip && respondentNip(state) === official.nip
    : mayHoldTask(ports, state, official);

/** The task behind a link that still lives: right secret, open in the trail, and its holder may still hold it. */
export const liveTask = async (ports: LinkPorts, { taskId, secret }: Link): Promise<LiveTask | undefined> => {
  const row = await ports.tasks.get(taskId);
  if (!isSecretOf(row, secret) || row?.assigneeNip === undefined) return undefined;
  const state = await loadCase(ports.trail, row.caseId);
  const task = state === undefined ? undefined : openTaskOf(state, taskId);
  if (state === undefined || task === undefined) return undefined;
  const official = await ports.directory.staff(row.agencyId, row.assigneeNip);
  if (official === undefined || !(await mayOpen(ports, state, { task, official }))) return undefined;
  return { row, state, task, official };
};

/** What something did with a link without proving to be the person: opened it, had a code mailed, typed one that is not right. */
export type Touch = 'link-touched' | 'code-requested' | 'code-refused';

/** Records that something came by a link without proving to be the person: scanners do, and it changes nothing. */
export const recordTouch = async (ports: LinkPorts, { row }: LiveTask, action: Touch = 'link-touched'): Promise<void> =>
  ports.accessLog.record({
    caseId: row.caseId,
    accessId: newReceiptCode(ports.ids),
    at: ports.clock.now(),
    actor: { kind: 'robot' },
    action,
    detail: row.taskId,
  });

const browserHashOf = (browser: string) => sha256Hex(`browser:${browser}`);

const codeMac = async (ports: LinkPorts, taskId: TaskId, browser: string, code: string) =>
  sha256Schema.parse(toHex(await ports.mac.mac(`code:${taskId}:${browserHashOf(browser)}:${code}`)));

/** Six digits, each value as likely as any other but for one part in 4,000. */
const newCode = (ports: LinkPorts): string => {
  const number = ports.ids.bytes(4).reduce((sum, byte) => sum * 256 + byte, 0);
  return String(number % 1_000_000).padStart(6, '0');
};

export interface CodeAsker {
  /** The name of the browser, that nobody can guess. */
  readonly browser: string;
  /** Whatever tells its network from others. */
  readonly client: string;
}

/** Mails a fresh code to the holder's own mailbox; it is good in this browser only. Any earlier code of the browser dies. */
export const requestCode = async (
  ports: LinkPorts,
  { row, official }: LiveTask,
  { browser, client }: CodeAsker,
): Promise<'sent' | 'throttled'> => {
  const { taskId } = row;
  if (official.mail === undefined || !(await mayMailCode(ports, taskId, client))) return 'throttled';
  const code = newCode(ports);
  const browserHash = browserHashOf(browser);
  const earlier = await ports.visits.get(taskId, browserHash);
  const visit = await ports.visits.put({
    taskId,
    browserHash,
    codeMac: await codeMac(ports, taskId, browser, code),
    codeExpiresAt: plusMs(ports.clock.now(), CODE_MINUTES * MINUTE),
    tries: 0,
    version: earlier?.version ?? 0,
  });
  await ports.mailer.send(
    composeMail(ports.mailTexts, {
      mailId: `code:${taskId}:${browserHash.slice(0, 16)}:${visit.version}`,
      to: official.mail,
      name: 'accessCode',
      lang: 'id',
      values: { code, minutes: String(CODE_MINUTES) },
    }),
  );
  return 'sent';
};

export type CodeResult = 'proven' | 'wrong' | 'expired';

const isSpent = (ports: LinkPorts, visit: Visit): boolean =>
  visit.tries >= CODE_TRIES || !isBefore(ports.clock.now(), visit.codeExpiresAt);

const provesMailbox = (ports: LinkPorts, { provenAt }: Visit): boolean =>
  provenAt !== undefined && isBefore(ports.clock.now(), plusMs(provenAt, PROVEN_MINUTES * MINUTE));

/**
 * Checks a typed code. The try is counted before the comparison, under the visit's version, so parallel guesses cannot share one.
 * @throws VersionConflict where another guess of the same browser came in between
 */
export const verifyCode = async (
  ports: LinkPorts,
  taskId: TaskId,
  attempt: { browser: string; code: string },
): Promise<CodeResult> => {
  const { browser, code } = attempt;
  const visit = await ports.visits.get(taskId, browserHashOf(browser));
  // The code is spent by opening; whoever sends it again because the answer was lost has proven the mailbox all the same.
  if (visit !== undefined && provesMailbox(ports, visit)) return 'proven';
  if (visit === undefined || isSpent(ports, visit)) return 'expired';
  const counted = await ports.visits.put({ ...visit, tries: visit.tries + 1 });
  const digits = code.replace(/\D/g, '');
  if (!sameText(counted.codeMac, await codeMac(ports, taskId, browser, digits))) {
    return counted.tries >= CODE_TRIES ? 'expired' : 'wrong';
  }
  // A code opens once: what is proven is the browser, from here on.
  await ports.visits.put({ ...counted, tries: CODE_TRIES, provenAt: ports.clock.now() });
  return 'proven';
};

/** Whether this browser has proven the holder's mailbox for this task within the last hour. */
export const isProven = async (ports: LinkPorts, taskId: TaskId, browser: string): Promise<boolean> => {
  const visit = await ports.visits.get(taskId, browserHashOf(browser));
  return visit !== undefined && provesMailbox(ports, visit);
};

/** Ties a form to this browser and task (or to a console session): a foreign page cannot know it. */
export const csrfToken = async (ports: Pick<Ports, 'mac'>, taskId: string, browser: string): Promise<string> =>
  toHex(await ports.mac.mac(`csrf:${taskId}:${sha256Hex(browser)}`));

export const isCsrfToken = async (
  ports: Pick<Ports, 'mac'>,
  taskId: string,
  sent: { browser: string; token: string },
): Promise<boolean> => sameText(await csrfToken(ports, taskId, sent.browser), sent.token);
