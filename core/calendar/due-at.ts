import type { Zone } from '../rules/codes.ts';
import type { Instant } from '../time.ts';
import type { WorkingCalendar } from './working-calendar.ts';
import { addWorkingDays, countWorkingDays, type WorkingDayCount } from './working-days.ts';
import { instantAt, localDate } from './zones.ts';

export interface DeadlineQuestion {
  /** What starts the count; its date in `zone` is day 0. */
  readonly from: Instant;
  readonly workingDays: number;
  /** The zone of the unit that acts. */
  readonly zone: Zone;
  readonly calendar: WorkingCalendar;
}

/**
 * When a duration in working days ends: the end of the last office day, local time.
 * @throws CalendarNotCovered when the count leaves the loaded years
 */
export const dueAt = (question: DeadlineQuestion): Instant => explainDueAt(question).dueAt;

/** {@link dueAt} with the count behind it, for the record and for the reader. */
export const explainDueAt = ({
  from,
  workingDays,
  zone,
  calendar,
}: DeadlineQuestion): { readonly dueAt: Instant; readonly count: WorkingDayCount } => {
  const count = countWorkingDays(localDate(from, zone), workingDays, calendar);
  return { dueAt: instantAt(count.to, calendar.officeDay.endsAt, zone), count };
};

/**
 * When to remind: the start of the office day that lies `leadWorkingDays` working days before the due date.
 * @throws CalendarNotCovered when the count leaves the loaded years
 */
export const remindAt = (question: {
  readonly dueAt: Instant;
  readonly leadWorkingDays: number;
  readonly zone: Zone;
  readonly calendar: WorkingCalendar;
}): Instant => {
  const { zone, calendar, leadWorkingDays } = question;
  const date = addWorkingDays(localDate(question.dueAt, zone), -leadWorkingDays, calendar);
  return instantAt(date, calendar.officeDay.startsAt, zone);
};
