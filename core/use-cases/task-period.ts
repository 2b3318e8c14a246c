import { type DeadlineAnswer, deadline } from '../calendar/deadline.ts';
import type { TaskKind } from '../case/events.ts';
import type { Agency } from '../directory/staff.ts';
import type { DeadlineName } from '../rules/calendar-rules.ts';
import type { RuleBook } from '../rules/rule-book.ts';
import type { Instant } from '../time.ts';

export type RemedyRoute = 'OBJECTION' | 'BPASN';

export interface TaskPeriod {
  readonly dueAt: Instant;
  readonly remindAt: Instant;
}

export interface PeriodStart {
  /** What the count starts from: now, or a date of its own, also one to come (the examination, the last day of a sanction). */
  readonly from: Instant;
  /** When the period is set. */
  readonly now: Instant;
  /** The unit of the person who acts: its days off and its office week count. */
  readonly unit?: string | undefined;
  /** Which remedy a `remedy` or `appeal` task is about; the one to BPASN where it is not known. */
  readonly route?: RemedyRoute | undefined;
}

const deadlineFor: Readonly<Record<TaskKind, DeadlineName>> = {
  triage: 'triage',
  answer: 'reporterAnswer',
  review: 'review',
  team: 'team',
  examination: 'examinationReport',
  response: 'respondentAnswer',
  decision: 'decision',
  service: 'delivery',
  remedy: 'appeal',
  appeal: 'bpasnDecision',
  execution: 'execution',
};
const deadlineOfObjection: Partial<Readonly<Record<TaskKind, DeadlineName>>> = {
  remedy: 'objection',
  appeal: 'remedyAnswer',
};

/** The named duration that a task runs under. */
export const deadlineNameFor = (kind: TaskKind, route?: RemedyRoute): DeadlineName =>
  (route === 'OBJECTION' ? deadlineOfObjection[kind] : undefined) ?? deadlineFor[kind];

/** A reminder whose time has passed already falls together with the due date: it is not sent. */
const reminderAfter = (now: Instant, { remindAt, dueAt }: DeadlineAnswer): Instant =>
  remindAt > now ? remindAt : dueAt;

/**
 * When a task is due, when its holder is reminded, and how that was counted.
 * @throws CalendarNotCovered when the count leaves the years whose holidays are loaded
 */
export const taskDeadline = (
  book: RuleBook,
  { agencyId, zone, region }: Agency,
  { kind, from, now, unit, route }: PeriodStart & { readonly kind: TaskKind },
): DeadlineAnswer => {
  const name = deadlineNameFor(kind, route);
  const answer = deadline(book, { name, from, zone, scope: { agencyId, region, unit } });
  return { ...answer, remindAt: reminderAfter(now, answer) };
};

/** {@link taskDeadline} as events carry it. */
export const taskPeriod = (
  book: RuleBook,
  agency: Agency,
  task: PeriodStart & { readonly kind: TaskKind },
): TaskPeriod => {
  const { dueAt, remindAt } = taskDeadline(book, agency, task);
  return { dueAt, remindAt };
};
