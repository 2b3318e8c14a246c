import { MalformedItem } from '../errors.ts';
import type { Deadline, Holiday } from '../rules/calendar-rules.ts';
import type { LocalDate } from '../time.ts';
import { addCalendar } from './calendar-days.ts';
import type { WorkingCalendar } from './working-calendar.ts';
import { countWorkingDays } from './working-days.ts';

/** How a deadline was counted: where it began (day 0) and ended, and the days off it passed over on office weekdays. */
export interface DeadlineCount {
  readonly unit: 'WORKING_DAYS' | 'CALENDAR_DAYS' | 'CALENDAR_MONTHS';
  readonly length: number;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly skipped: readonly Pick<Holiday, 'date' | 'kind' | 'name'>[];
}

/**
 * Counts a deadline from a date; calendar days and months need no calendar and may lie beyond the loaded years.
 * @param calendar only asked for where working days are counted
 * @throws CalendarNotCovered when a count of working days leaves the loaded years
 */
export const countDeadline = (
  rule: Pick<Deadline, 'workingDays' | 'calendarDays' | 'calendarMonths'>,
  from: LocalDate,
  calendar: () => WorkingCalendar,
): DeadlineCount => {
  const { workingDays, calendarDays, calendarMonths } = rule;
  if (workingDays !== undefined) {
    const { to, skipped } = countWorkingDays(from, workingDays, calendar());
    return { unit: 'WORKING_DAYS', length: workingDays, from, to, skipped };
  }
  if (calendarDays !== undefined) {
    const to = addCalendar(from, { days: calendarDays });
    return { unit: 'CALENDAR_DAYS', length: calendarDays, from, to, skipped: [] };
  }
  if (calendarMonths === undefined) throw new MalformedItem('a deadline without a length');
  const to = addCalendar(from, { months: calendarMonths });
  return { unit: 'CALENDAR_MONTHS', length: calendarMonths, from, to, skipped: [] };
};
