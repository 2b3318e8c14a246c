import { dueAt, remindAt } from '../calendar/due-at.ts';
import { workingCalendar } from '../calendar/working-calendar.ts';
import { localDate } from '../calendar/zones.ts';
import type { TaskKind } from '../case/events.ts';
import type { Agency } from '../directory/staff.ts';
import type { DeadlineName } from '../rules/calendar-rules.ts';
import { deadlineOn, type RuleBook, ruleInForce } from '../rules/rule-book.ts';
import type { Instant } from '../time.ts';

const deadlineFor: Readonly<Record<TaskKind, DeadlineName>> = {
  triage: 'triage',
  answer: 'reporterAnswer',
  review: 'review',
  decision: 'decision',
};

/**
 * When a task that is opened now is due, and when its holder is reminded; working days of the agency, in its zone.
 * @throws CalendarNotCovered when the count leaves the years whose holidays are loaded
 */
export const taskPeriod = (
  rules: RuleBook,
  agency: Agency,
  kind: TaskKind,
  from: Instant,
): { dueAt: Instant; remindAt: Instant } => {
  const { zone } = agency;
  const today = localDate(from, zone);
  const calendar = workingCalendar(ruleInForce(rules.workingWeeks, today), rules.holidays, {
    agencyId: agency.agencyId,
    region: agency.region,
  });
  const { workingDays } = deadlineOn(rules, deadlineFor[kind], today);
  const due = dueAt({ from, workingDays, zone, calendar });
  const leadWorkingDays = deadlineOn(rules, 'reminderLead', today).workingDays;
  return { dueAt: due, remindAt: remindAt({ dueAt: due, leadWorkingDays, zone, calendar }) };
};
