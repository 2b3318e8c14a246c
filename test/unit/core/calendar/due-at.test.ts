import { dueAt, explainDueAt, remindAt } from '../../../../core/calendar/due-at.ts';
import { calendarOf } from '../../../../core/calendar/working-calendar.ts';
import { localDate } from '../../../../core/calendar/zones.ts';
import type { Zone } from '../../../../core/rules/codes.ts';
import { instantSchema } from '../../../../core/time.ts';
import { ruleBook } from '../../../../rules/index.ts';

const at = (text: string) => instantSchema.parse(text);
const calendar = calendarOf(ruleBook);

describe('the local date', () => {
  it.each<[string, Zone, string]>([
    ['2026-11-22T16:59:59.999Z', 'WIB', '2026-11-22'],
    ['2026-11-22T17:00:00.000Z', 'WIB', '2026-11-23'],
    ['2026-11-22T16:00:00.000Z', 'WITA', '2026-11-23'],
    ['2026-11-22T14:59:59.999Z', 'WIT', '2026-11-22'],
    ['2026-11-22T15:00:00.000Z', 'WIT', '2026-11-23'],
  ])('of %s in %s is %s', (instant, zone, date) => {
    expect(localDate(at(instant), zone)).toBe(date);
  });
});

describe('a due time', () => {
  it.each<[Zone, string]>([
    ['WIB', '2026-08-04T09:00:00.000Z'],
    ['WITA', '2026-08-04T08:00:00.000Z'],
    ['WIT', '2026-08-04T07:00:00.000Z'],
  ])('is the end of the office day in %s', (zone, due) => {
    expect(dueAt({ from: at('2026-07-14T03:00:00.000Z'), workingDays: 15, zone, calendar })).toBe(due);
  });

  it('counts from the date of the zone that acts, not of UTC', () => {
    const from = at('2026-11-23T15:30:00.000Z');
    expect(dueAt({ from, workingDays: 1, zone: 'WIB', calendar })).toBe('2026-11-24T09:00:00.000Z');
    expect(dueAt({ from, workingDays: 1, zone: 'WIT', calendar })).toBe('2026-11-25T07:00:00.000Z');
  });

  it('ends at the hour that the office week states', () => {
    const late = { ...calendar, officeDay: { startsAt: '08:00', endsAt: '17:30' } };
    const question = { from: at('2026-11-23T02:00:00.000Z'), workingDays: 1, zone: 'WIB' as const, calendar: late };
    expect(dueAt(question)).toBe('2026-11-24T10:30:00.000Z');
  });

  it('can be explained by the days off that it passed over', () => {
    const question = { from: at('2026-12-23T02:00:00.000Z'), workingDays: 1, zone: 'WIB' as const, calendar };
    const { dueAt: due, count } = explainDueAt(question);
    expect(due).toBe('2026-12-28T09:00:00.000Z');
    expect(count.skipped.map(({ date, kind }) => `${date} ${kind}`)).toEqual(['2026-12-24 CB', '2026-12-25 N']);
  });
});

describe('a reminder', () => {
  it('goes out at the start of an office day, so many working days before the due date', () => {
    const due = at('2026-12-28T09:00:00.000Z');
    expect(remindAt({ dueAt: due, leadWorkingDays: 1, zone: 'WIB', calendar })).toBe('2026-12-23T00:30:00.000Z');
  });
});
