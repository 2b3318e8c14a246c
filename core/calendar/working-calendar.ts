import type { AgencyId } from '../ids.ts';
import type { Holiday, HolidayYear, WorkingWeek } from '../rules/calendar-rules.ts';
import { latestRule, type RuleBook, ruleInForce } from '../rules/rule-book.ts';
import type { LocalDate } from '../time.ts';

/** Whose working days count: an office's, never those of other agencies, units and regions. */
export interface CalendarScope {
  readonly agencyId?: AgencyId | undefined;
  readonly unit?: string | undefined;
  readonly region?: string | undefined;
  /** The calendar as it was known at the end of this day: days off announced later are left out. */
  readonly knownOn?: LocalDate | undefined;
}

/** The days off of one office, and the years for which they are known. */
export interface WorkingCalendar {
  readonly years: ReadonlySet<number>;
  readonly isoWeekdays: ReadonlySet<number>;
  /** Local hours `HH:MM` of an office day. */
  readonly officeDay: { readonly startsAt: string; readonly endsAt: string };
  readonly holidays: ReadonlyMap<LocalDate, Holiday>;
}

/** The calendar of an office: the national days off, and those of its own scope. */
export const workingCalendar = (
  week: WorkingWeek,
  years: readonly HolidayYear[],
  scope: CalendarScope = {},
): WorkingCalendar => {
  const holidays = years.flatMap((year) => year.holidays).filter((holiday) => holdsFor(holiday, scope));
  return {
    years: new Set(years.map(({ year }) => year)),
    isoWeekdays: new Set(week.isoWeekdays),
    officeDay: week.officeDay,
    holidays: new Map(holidays.map((holiday) => [holiday.date, holiday])),
  };
};

/**
 * The week that an office keeps: its own where a rule names its unit, the general one otherwise.
 * @param on the day whose law counts; the newest where none is given
 * @throws RuleNotInForce where no week is in force on that day
 */
export const officeWeek = (
  weeks: readonly WorkingWeek[],
  { unit, on }: { readonly unit?: string | undefined; readonly on?: LocalDate | undefined },
): WorkingWeek => {
  const own = weeks.filter(({ units }) => unit !== undefined && units?.includes(unit));
  const kept = own.length > 0 ? own : weeks.filter(({ units }) => units === undefined);
  return on === undefined ? latestRule(kept) : ruleInForce(kept, on);
};

/** {@link workingCalendar} over the loaded rules, with the office week of the unit; see {@link officeWeek}. */
export const calendarOf = (rules: RuleBook, scope: CalendarScope = {}, on?: LocalDate): WorkingCalendar =>
  workingCalendar(officeWeek(rules.workingWeeks, { unit: scope.unit, on }), rules.holidays, scope);

const holdsFor = (holiday: Holiday, scope: CalendarScope): boolean => {
  const { knownOn } = scope;
  const known = knownOn === undefined || holiday.addedOn === undefined || holiday.addedOn <= knownOn;
  return known && isInScope(holiday, scope);
};

const isInScope = ({ scope: holds }: Holiday, scope: CalendarScope): boolean => {
  switch (holds?.kind) {
    case undefined:
      return true;
    case 'AGENCY':
      return holds.agencyId === scope.agencyId;
    case 'UNIT':
      return holds.agencyId === scope.agencyId && holds.unit === scope.unit;
    case 'REGION':
      return holds.region === scope.region;
  }
};
