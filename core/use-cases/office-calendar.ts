import { deadline } from '../calendar/deadline.ts';
import { type CalendarScope, calendarOf, type WorkingCalendar } from '../calendar/working-calendar.ts';
import { startOfDay } from '../calendar/zones.ts';
import type { Agency } from '../directory/staff.ts';
import type { DeadlineName } from '../rules/calendar-rules.ts';
import type { RuleBook } from '../rules/rule-book.ts';
import type { Bilingual } from '../rules/rule-file.ts';
import type { LocalDate } from '../time.ts';

/** Whose working days count: the unit that acts, in its agency and region. */
export const scopeOf = ({ agencyId, region }: Agency, unit: string | undefined): CalendarScope => ({
  agencyId,
  region,
  unit,
});

/** The working days of a unit. */
export const officeCalendar = (rules: RuleBook, agency: Agency, unit: string): WorkingCalendar =>
  calendarOf(rules, scopeOf(agency, unit));

export interface Counted {
  readonly date: LocalDate;
  readonly days: number;
  readonly derivation: Bilingual;
}

/** The last day of a deadline that is counted from a date, and how it was counted. */
export const countedFrom = (
  rules: RuleBook,
  { agency, unit, name, from }: { agency: Agency; unit: string; name: DeadlineName; from: LocalDate },
): Counted => {
  const { zone } = agency;
  const { dueOn, count, derivation } = deadline(rules, {
    name,
    from: startOfDay(from, zone),
    zone,
    scope: scopeOf(agency, unit),
  });
  return { date: dueOn, days: count.length, derivation };
};
