import { calendarOf } from '../../../../core/calendar/working-calendar.ts';
import {
  addWorkingDays,
  CalendarNotCovered,
  countWorkingDays,
  isWorkingDay,
  workingDaysBetween,
} from '../../../../core/calendar/working-days.ts';
import type { DeadlineName } from '../../../../core/rules/calendar-rules.ts';
import { deadlineOn } from '../../../../core/rules/rule-book.ts';
import { localDateSchema } from '../../../../core/time.ts';
import { ruleBook } from '../../../../rules/index.ts';

const day = (text: string) => localDateSchema.parse(text);
const calendar = calendarOf(ruleBook);

describe('the working days of a year', () => {
  it.each([
    [2025, 237],
    [2026, 240],
    [2027, 242],
  ])('%i has %i', (year, total) => {
    const newYear = day(`${year}-01-01`);
    expect(isWorkingDay(newYear, calendar)).toBe(false);
    expect(workingDaysBetween(newYear, day(`${year}-12-31`), calendar)).toBe(total);
  });
});

describe('a legal duration', () => {
  it.each<[string, string, DeadlineName, number, string]>([
    ['effective date', '2026-07-14', 'effective', 15, '2026-08-04'],
    ['effective across Lebaran', '2026-03-12', 'effective', 15, '2026-04-10'],
    ['delivery across Lebaran', '2026-03-16', 'delivery', 14, '2026-04-13'],
    ['summons gap', '2026-03-13', 'summons', 7, '2026-03-31'],
    ['summons over the change of year', '2026-12-21', 'summons', 7, '2027-01-04'],
    ['effective over the change of year', '2026-12-21', 'effective', 15, '2027-01-15'],
    ['appeal in Lebaran 2027', '2027-03-01', 'appeal', 14, '2027-03-31'],
    ['delivery in Lebaran 2025', '2025-03-26', 'delivery', 14, '2025-04-25'],
    ['appeal over a late-added holiday', '2025-08-08', 'appeal', 14, '2025-08-29'],
  ])('%s from %s (%s, %i working days) ends on %s', (_case, start, name, days, end) => {
    expect(deadlineOn(ruleBook, name, day(start)).workingDays).toBe(days);
    expect(addWorkingDays(day(start), days, calendar)).toBe(end);
    expect(workingDaysBetween(day(start), day(end), calendar)).toBe(days);
  });
});

describe('a holiday that was added late', () => {
  const before = calendarOf(ruleBook, { knownOn: day('2025-08-06') });
  const since = calendarOf(ruleBook, { knownOn: day('2025-08-07') });

  it('does not count before the day of its announcement', () => {
    expect(isWorkingDay(day('2025-08-18'), before)).toBe(true);
    expect(addWorkingDays(day('2025-08-08'), 14, before)).toBe('2025-08-28');
  });

  it('counts from the day of its announcement', () => {
    expect(isWorkingDay(day('2025-08-18'), since)).toBe(false);
    expect(addWorkingDays(day('2025-08-08'), 14, since)).toBe('2025-08-29');
  });
});

describe('which days are working days', () => {
  it.each([
    ['2026-11-23', true, 'an ordinary Monday'],
    ['2026-11-22', false, 'a Sunday'],
    ['2026-11-21', false, 'a Saturday'],
    ['2026-08-17', false, 'a national holiday'],
    ['2026-12-24', false, 'collective leave'],
    ['2026-12-28', true, 'the Monday after Christmas'],
  ])('%s: %s, %s', (date, expected) => {
    expect(isWorkingDay(day(date), calendar)).toBe(expected);
  });
});

describe('a count of working days', () => {
  it('names the days off it passed over, without weekends', () => {
    expect(countWorkingDays(day('2026-08-14'), 2, calendar)).toEqual({
      from: '2026-08-14',
      to: '2026-08-19',
      workingDays: 2,
      skipped: [{ date: '2026-08-17', kind: 'N', name: 'Proklamasi Kemerdekaan' }],
    });
  });

  it('does not count the day of the event, and a count of zero stays on it', () => {
    expect(addWorkingDays(day('2026-11-23'), 1, calendar)).toBe('2026-11-24');
    expect(addWorkingDays(day('2026-11-22'), 0, calendar)).toBe('2026-11-22');
  });

  it('starts on a day off as from the last office day before it', () => {
    expect(addWorkingDays(day('2026-11-21'), 1, calendar)).toBe('2026-11-23');
  });

  it('runs backwards over weekends and days off', () => {
    expect(addWorkingDays(day('2026-08-18'), -1, calendar)).toBe('2026-08-14');
    expect(workingDaysBetween(day('2026-08-18'), day('2026-08-14'), calendar)).toBe(-1);
  });

  it('refuses a count that is not an integer', () => {
    expect(() => addWorkingDays(day('2026-11-23'), 1.5, calendar)).toThrow(RangeError);
  });
});

describe('a date outside the loaded years is a named error', () => {
  it.each<[string, () => unknown]>([
    ['a date before them', () => isWorkingDay(day('2024-12-31'), calendar)],
    ['a weekend after them', () => isWorkingDay(day('2028-01-01'), calendar)],
    ['a count that leaves them', () => addWorkingDays(day('2027-12-20'), 15, calendar)],
    ['a count backwards that leaves them', () => addWorkingDays(day('2025-01-02'), -1, calendar)],
    ['a start outside them with no count', () => addWorkingDays(day('2028-01-03'), 0, calendar)],
    ['a span that leaves them', () => workingDaysBetween(day('2027-12-30'), day('2028-01-04'), calendar)],
  ])('%s', (_case, compute) => {
    expect(compute).toThrow(CalendarNotCovered);
    expect(compute).toThrow(/2025, 2026, 2027/);
  });
});
