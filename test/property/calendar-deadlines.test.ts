import fc from 'fast-check';
import { type DeadlineAnswer, deadline } from '../../core/calendar/deadline.ts';
import { dateParts, monthName } from '../../core/calendar/format-date.ts';
import { calendarOf } from '../../core/calendar/working-calendar.ts';
import { isWorkingDay } from '../../core/calendar/working-days.ts';
import { localDate, startOfDay } from '../../core/calendar/zones.ts';
import { agencyIdSchema } from '../../core/ids.ts';
import { agencySettingsSchema } from '../../core/rules/agency-settings.ts';
import { type DeadlineName, deadlineNameSchema } from '../../core/rules/calendar-rules.ts';
import { zoneSchema } from '../../core/rules/codes.ts';
import type { RuleBook } from '../../core/rules/rule-book.ts';
import { DAY, type LocalDate, localDateSchema } from '../../core/time.ts';
import { rulesUnder } from '../../core/use-cases/agency-rules.ts';
import { ruleBook } from '../../rules/index.ts';

const agencyId = agencyIdSchema.parse('contoh');
const unit = 'Puskesmas Contoh';
const FIRST = Date.UTC(2025, 1, 1);
const LAST = Date.UTC(2027, 7, 1);
const citation = { text: 'Keputusan Bupati Contoh', certainty: 'ANALYSIS' };

const dates = fc
  .integer({ min: 0, max: (LAST - FIRST) / DAY })
  .map((days) => localDateSchema.parse(new Date(FIRST + days * DAY).toISOString().slice(0, 10)));
const zones = fc.constantFrom(...zoneSchema.options);
/** Without those that are only ever counted backwards. */
const names = fc.constantFrom(
  ...deadlineNameSchema.options.filter((name) => name !== 'reminderLead' && name !== 'executionReminder'),
);
/** Few enough that a count of 65 working days stays inside the loaded years. */
const daysOff = fc.uniqueArray(dates, { maxLength: 12 });

const bookWith = (off: readonly LocalDate[], sixDayUnits: string[] = []): RuleBook =>
  rulesUnder(
    ruleBook,
    agencySettingsSchema.parse({
      agencyId,
      sixDayUnits,
      daysOff: off.map((date) => ({ date, kind: 'N', name: 'Libur setempat', addedOn: date, citation })),
    }),
  );
const ask = (book: RuleBook, name: DeadlineName, date: LocalDate, zone: (typeof zoneSchema.options)[number] = 'WIB') =>
  deadline(book, { name, from: startOfDay(date, zone), zone, scope: { agencyId, unit } });

/** Every day that a sentence names between "tanpa" and the colon, as a date. */
const named = ({ derivation }: DeadlineAnswer): string[] => {
  const [, list = ''] = /tanpa (.*?): jatuh/.exec(derivation.id) ?? [];
  const months = Array.from({ length: 12 }, (_, at) => monthName(at + 1, 'id'));
  const parts = [...list.matchAll(/((?:\d{1,2}, )*\d{1,2}) (\p{L}+)(?: (\d{4}))?/gu)];
  let year = '';
  return parts
    .toReversed()
    .flatMap(([, days = '', month = '', written]) => {
      year = written ?? year;
      const number = String(months.indexOf(month) + 1).padStart(2, '0');
      return days
        .split(', ')
        .map((day) => `${year}-${number}-${day.padStart(2, '0')}`)
        .toReversed();
    })
    .toReversed();
};

describe('a deadline', () => {
  it('never becomes earlier by a day off that is added', () => {
    fc.assert(
      fc.property(names, dates, daysOff, dates, (name, from, off, added) => {
        const before = ask(bookWith(off), name, from);
        const after = ask(bookWith([...new Set([...off, added])]), name, from);
        expect(after.dueAt >= before.dueAt).toBe(true);
      }),
    );
  });

  it('does not care about a day off after its end', () => {
    fc.assert(
      fc.property(names, dates, dates, (name, from, added) => {
        const before = ask(ruleBook, name, from);
        fc.pre(added > before.dueOn);
        expect(ask(bookWith([added]), name, from).dueAt).toBe(before.dueAt);
      }),
    );
  });

  it('names exactly the days off on office weekdays that lie in it', () => {
    fc.assert(
      fc.property(names, dates, daysOff, (name, from, off) => {
        const book = bookWith(off);
        const answer = ask(book, name, from);
        const calendar = calendarOf(book, { agencyId, unit });
        const passed = [...calendar.holidays.keys()].filter(
          (date) =>
            date > from &&
            date <= answer.dueOn &&
            calendar.isoWeekdays.has(new Date(`${date}T00:00:00Z`).getUTCDay() || 7),
        );
        const counts = answer.count.unit === 'WORKING_DAYS';
        expect(answer.count.skipped.map(({ date }) => date)).toEqual(counts ? passed.toSorted() : []);
        expect(named(answer)).toEqual(answer.count.skipped.map(({ date }) => date));
      }),
    );
  });

  it('is never later for a unit with a six-day week', () => {
    fc.assert(
      fc.property(names, dates, daysOff, zones, (name, from, off, zone) => {
        const five = ask(bookWith(off), name, from, zone);
        const six = ask(bookWith(off, [unit]), name, from, zone);
        expect(six.dueAt <= five.dueAt).toBe(true);
      }),
    );
  });

  it('ends on a working day of the office in its zone, where working days are counted', () => {
    fc.assert(
      fc.property(names, dates, daysOff, zones, (name, from, off, zone) => {
        const book = bookWith(off, [unit]);
        const { dueAt, dueOn, count } = ask(book, name, from, zone);
        expect(localDate(dueAt, zone)).toBe(dueOn);
        if (count.unit === 'WORKING_DAYS') expect(isWorkingDay(dueOn, calendarOf(book, { agencyId, unit }))).toBe(true);
        expect(dateParts(dueOn).year).toBeGreaterThanOrEqual(2025);
      }),
    );
  });
});
