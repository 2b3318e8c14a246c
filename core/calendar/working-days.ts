import { Temporal } from 'temporal-polyfill';
import { TertibError } from '../errors.ts';
import type { Holiday } from '../rules/calendar-rules.ts';
import { type LocalDate, localDateSchema } from '../time.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** A date lies in a year whose days off are not loaded: nothing is computed, so that no deadline is silently wrong. */
export class CalendarNotCovered extends TertibError {
  override readonly name = 'CalendarNotCovered';
}

/** How a count of working days ran: where it began and ended, and the days off it passed over on office weekdays. */
export interface WorkingDayCount {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly workingDays: number;
  readonly skipped: readonly Pick<Holiday, 'date' | 'kind' | 'name'>[];
}

type DayKind = 'WORKING' | 'WEEKEND' | Holiday;

const dayKind = (day: Temporal.PlainDate, calendar: WorkingCalendar): DayKind => {
  if (!calendar.years.has(day.year)) {
    const years = [...calendar.years].join(', ');
    throw new CalendarNotCovered(`${day} lies outside the years whose days off are loaded (${years})`);
  }
  if (!calendar.isoWeekdays.has(day.dayOfWeek)) return 'WEEKEND';
  return calendar.holidays.get(toLocalDate(day)) ?? 'WORKING';
};

const toLocalDate = (day: Temporal.PlainDate): LocalDate => localDateSchema.parse(day.toString());

/** @throws CalendarNotCovered for a date in a year that is not loaded */
export const isWorkingDay = (date: LocalDate, calendar: WorkingCalendar): boolean =>
  dayKind(Temporal.PlainDate.from(date), calendar) === 'WORKING';

/**
 * Counts `days` working days from a date, which is day 0 itself and need not be a working day; a negative count runs backwards,
 * zero stays.
 * @throws CalendarNotCovered when the count leaves the loaded years
 * @throws RangeError when `days` is not an integer
 */
export const countWorkingDays = (date: LocalDate, days: number, calendar: WorkingCalendar): WorkingDayCount => {
  if (!Number.isInteger(days)) throw new RangeError(`a count of working days must be an integer, not ${days}`);
  const step = { days: Math.sign(days) };
  const skipped: Holiday[] = [];
  let day = Temporal.PlainDate.from(date);
  let kind = dayKind(day, calendar);
  for (let left = Math.abs(days); left > 0; ) {
    day = day.add(step);
    kind = dayKind(day, calendar);
    if (kind === 'WORKING') left -= 1;
    else if (kind !== 'WEEKEND') skipped.push(kind);
  }
  const passed = skipped.map(({ date: on, kind: of, name }) => ({ date: on, kind: of, name }));
  return { from: date, to: toLocalDate(day), workingDays: days, skipped: passed };
};

/** The date on which a count of working days ends; see {@link countWorkingDays}. */
export const addWorkingDays = (date: LocalDate, days: number, calendar: WorkingCalendar): LocalDate =>
  countWorkingDays(date, days, calendar).to;

/**
 * How many working days lie after `from` up to and including `to`: for a working day `to`, the count that leads from one to the
 * other. Negative when `to` comes first; then those from `to` up to but not including `from` are counted.
 * @throws CalendarNotCovered when the span leaves the loaded years
 */
export const workingDaysBetween = (from: LocalDate, to: LocalDate, calendar: WorkingCalendar): number => {
  const [start, end] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  const step = Temporal.PlainDate.compare(end, start);
  let count = 0;
  for (let day = start; !day.equals(end); ) {
    day = day.add({ days: step });
    if (dayKind(day, calendar) === 'WORKING') count += step;
  }
  return count;
};
