import type { CaseId } from '../../../core/ids.ts';
import type { CaseWorld } from '../../support/case-world.ts';
import { modulo } from '../../support/memory/observe.ts';

const TIMES = /\d{4}-\d{2}-\d{2}T[\d:.]+Z|\d{4}-\d{2}-\d{2}|\d{1,2} (?:\p{L}{3,9}) \d{4}/gu;
/** A JWS carries hashes: two runs never have the same one. */
const SIGNATURES = /eyJ[\w-]+\.[\w-]+\.[\w-]+/g;
/** A letter's number names its month, a deadline each day off on the way; and a letter is as long as the names of its days and months. */
const BY_DATE = /(?<=\/)[IVX]+(?=\/\d{4}")|"derivation":\{"id":"[^"]*","en":"[^"]*"\}|"size":\d+/g;

/** A value but for random ids, times, signatures, and what depends on the date alone. */
export const comparable = (value: unknown): unknown =>
  JSON.parse(
    modulo(
      JSON.stringify(value)
        .replace(BY_DATE, (found) => (found.startsWith('"') ? '"byDate":0' : 'MONTH'))
        .replace(SIGNATURES, '<jws>')
        .replace(TIMES, '<time>'),
    ),
  );

/** A world that remembers what was asked of it: schedules by name, and each mail that was handed to the engine, by mail id. */
export interface WatchedWorld extends CaseWorld {
  readonly schedules: ReadonlySet<string>;
  readonly sent: readonly string[];
}

/** What a case came to: events, mails, tasks and schedules, but for random ids and times. Equal runs give equal outcomes. */
export const outcomeOf = async (world: WatchedWorld, caseId: CaseId): Promise<unknown> => {
  const events = (await world.events(caseId)).map(({ seq, type, actor, commandId, data }) => ({
    seq,
    type,
    actor,
    commandId,
    data,
  }));
  const order = JSON.stringify(events);
  const rows = (await world.runtime.ports.tasks.byCase(caseId)).toSorted(
    (a, b) => order.indexOf(a.taskId) - order.indexOf(b.taskId),
  );
  const taskIds = rows.map(({ taskId }) => taskId);
  const about = (text: string): boolean => [caseId, ...taskIds].some((id) => text.includes(id));
  // As handed over, not as kept: the engine of this machine hides a second sending, SES would not.
  const sent = world.sent
    .filter(about)
    .toSorted((a, b) => order.indexOf(a.split(':')[1] ?? '') - order.indexOf(b.split(':')[1] ?? ''));
  const inbox = world.runtime.mail.inbox.list().filter(({ headers }) => about(headers['x-tertib-mail-id'] ?? ''));
  const mails = { sent, kept: inbox.length };
  const tasks = rows.map(({ kind, round, status, outcome, callback, mailed }) => ({
    kind,
    round,
    status,
    outcome,
    callback,
    mailed: mailed.length,
  }));
  const schedules = taskIds.flatMap((id) => [...world.schedules].filter((name) => name.includes(id)).sort());
  return comparable({ events, tasks, mails, schedules });
};
