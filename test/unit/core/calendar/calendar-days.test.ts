import { addCalendar, lastDayOfMonths } from '../../../../core/calendar/calendar-days.ts';
import { localDateSchema } from '../../../../core/time.ts';

const day = (text: string) => localDateSchema.parse(text);

describe('the last day of a sanction that is served for months', () => {
  it.each([
    ['2026-08-04', 12, '2027-08-03'],
    ['2026-08-04', 6, '2027-02-03'],
    ['2027-03-01', 12, '2028-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-08-30', 6, '2027-02-28'],
    ['2027-01-01', 9, '2027-09-30'],
  ])('%s and %i months: %s', (first, months, last) => {
    expect(lastDayOfMonths(day(first), months)).toBe(last);
  });
});

describe('calendar days', () => {
  it('count weekends and days off, forwards and backwards', () => {
    expect(addCalendar(day('2026-12-20'), { days: 30 })).toBe('2027-01-19');
    expect(addCalendar(day('2027-01-19'), { days: -30 })).toBe('2026-12-20');
    expect(addCalendar(day('2026-08-31'), { months: 6 })).toBe('2027-02-28');
  });
});
