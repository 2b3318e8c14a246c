import fc from 'fast-check';
import { calendarOf } from '../../core/calendar/working-calendar.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../../core/calendar/working-days.ts';
import { DAY, type LocalDate, localDateSchema } from '../../core/time.ts';
import { ruleBook } from '../../rules/index.ts';

const calendar = calendarOf(ruleBook);
const FIRST = Date.UTC(2025, 2, 1);
const LAST = Date.UTC(2027, 9, 31);

// Away from the edges of the loaded years, so that counts of up to 40 working days stay inside them.
const date = fc
  .integer({ min: 0, max: (LAST - FIRST) / DAY })
  .map((days) => localDateSchema.parse(new Date(FIRST + days * DAY).toISOString().slice(0, 10)));
const workingDate = date.filter((day) => isWorkingDay(day, calendar));
const count = fc.integer({ min: 0, max: 20 });
const signed = fc.integer({ min: -20, max: 20 });

const add = (from: LocalDate, days: number) => addWorkingDays(from, days, calendar);
const between = (from: LocalDate, to: LocalDate) => workingDaysBetween(from, to, calendar);

describe('counting working days', () => {
  it('never ends on a day off', () => {
    const moves = signed.filter((days) => days !== 0);
    fc.assert(fc.property(date, moves, (from, days) => isWorkingDay(add(from, days), calendar)));
  });

  it('keeps the order of two dates', () => {
    fc.assert(
      fc.property(date, date, signed, (a, b, days) => {
        const [first, second] = a <= b ? [a, b] : [b, a];
        return add(first, days) <= add(second, days);
      }),
    );
  });

  it('goes strictly forward with a larger count', () => {
    fc.assert(fc.property(date, count, (from, days) => add(from, days) < add(from, days + 1)));
  });

  it('adds up: a days and then b days are a + b days', () => {
    fc.assert(
      fc.property(date, count, count, (from, a, b) => {
        expect(add(add(from, a), b)).toBe(add(from, a + b));
      }),
    );
  });

  it('comes back: from a working day, so many forth and as many back', () => {
    fc.assert(
      fc.property(workingDate, signed, (from, days) => {
        expect(add(add(from, days), -days)).toBe(from);
      }),
    );
  });

  it('measures what it counted', () => {
    fc.assert(
      fc.property(workingDate, signed, (from, days) => {
        expect(between(from, add(from, days))).toBe(days);
      }),
    );
  });

  it('measures a span as the sum of its parts', () => {
    fc.assert(
      fc.property(date, date, date, (...dates) => {
        const [a, b, c] = dates.toSorted();
        if (a && b && c) expect(between(a, b) + between(b, c)).toBe(between(a, c));
      }),
    );
  });
});
