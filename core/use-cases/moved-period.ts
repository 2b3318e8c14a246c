import { deadline } from '../calendar/deadline.ts';
import { derivationOf } from '../calendar/derivation.ts';
import { startOfDay } from '../calendar/zones.ts';
import type { CaseState, OpenTask } from '../case/state.ts';
import type { Agency } from '../directory/staff.ts';
import type { RuleBook } from '../rules/rule-book.ts';
import type { Bilingual } from '../rules/rule-file.ts';
import type { Instant } from '../time.ts';
import { routeOf, startOf } from './period-of.ts';
import { type TaskPeriod, taskDeadline } from './task-period.ts';

export interface MovedPeriod extends TaskPeriod {
  /** How the deadline is counted now. */
  readonly derivation: Bilingual;
}

export interface StandingTask {
  readonly state: CaseState;
  readonly task: OpenTask;
  /** The unit of the person who acts. */
  readonly unit: string | undefined;
  readonly now: Instant;
}

/** A decision takes effect, and the time for a remedy is over, where their counts from its receipt now lead. */
const remedyNow = (book: RuleBook, agency: Agency, { state, unit }: StandingTask): MovedPeriod | undefined => {
  if (state.status !== 'APPEAL_WINDOW') return undefined;
  const { receivedOn, remedy } = state.served;
  const { agencyId, zone, region } = agency;
  const from = startOfDay(receivedOn, zone);
  const count = (name: 'effective' | 'objection' | 'appeal') =>
    deadline(book, { name, from, zone, scope: { agencyId, region, unit } });
  const effect = count('effective');
  const until = remedy.route === 'NONE' ? effect : count(remedy.route === 'BPASN' ? 'appeal' : 'objection');
  const dueAt = startOfDay(effect.dueOn, zone);
  return {
    dueAt,
    remindAt: startOfDay(until.dueOn, zone),
    derivation: derivationOf(effect.count, dueAt, zone),
  };
};

const countedNow = (book: RuleBook, agency: Agency, standing: StandingTask): MovedPeriod => {
  const { state, task, unit, now } = standing;
  const remedy = task.kind === 'remedy' ? remedyNow(book, agency, standing) : undefined;
  if (remedy !== undefined) return remedy;
  const { kind, periodFrom } = task;
  const from = startOf(state, kind, agency, periodFrom);
  const { dueAt, remindAt, derivation } = taskDeadline(book, agency, { kind, from, now, unit, route: routeOf(state) });
  return { dueAt, remindAt, derivation };
};

/** Time that was promised to reporter or respondent is never taken back; an official's goes where the calendar goes. */
const mayMove = ({ assignee, dueAt }: OpenTask, to: Instant): boolean => assignee.kind === 'official' || to > dueAt;

/**
 * Where the rules and the calendar now put an open deadline, counted from where its period began. Undefined where it stands; where it
 * has passed already, because a silence stays one; and where it would now lie in the past, because nobody could have kept it.
 * @throws CalendarNotCovered when the count leaves the years whose days off are loaded
 */
export const movedPeriod = (book: RuleBook, agency: Agency, standing: StandingTask): MovedPeriod | undefined => {
  const { task, now } = standing;
  if (task.dueAt <= now) return undefined;
  const moved = countedNow(book, agency, standing);
  if (moved.dueAt === task.dueAt || moved.dueAt <= now) return undefined;
  return mayMove(task, moved.dueAt) ? moved : undefined;
};
