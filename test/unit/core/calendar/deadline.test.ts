import { type DeadlineQuestion, deadline } from '../../../../core/calendar/deadline.ts';
import { localDate, startOfDay } from '../../../../core/calendar/zones.ts';
import { type DeadlineName, deadlineRulesSchema } from '../../../../core/rules/calendar-rules.ts';
import type { Zone } from '../../../../core/rules/codes.ts';
import { latestRule, type RuleBook } from '../../../../core/rules/rule-book.ts';
import { instantSchema, localDateSchema } from '../../../../core/time.ts';
import { ruleBook } from '../../../../rules/index.ts';

const at = (text: string) => instantSchema.parse(text);
const day = (text: string) => localDateSchema.parse(text);
const ask = (name: DeadlineName, from: string, change: Partial<DeadlineQuestion> = {}, book: RuleBook = ruleBook) =>
  deadline(book, { name, from: startOfDay(day(from), 'WIB'), zone: 'WIB', scope: {}, ...change });

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

describe('a deadline says in words how it was counted', () => {
  it.each<[string, DeadlineName, string, string, string]>([
    [
      'over Nyepi, Idulfitri and Good Friday',
      'delivery',
      '2026-03-16',
      '14 hari kerja sejak 16 Maret 2026, tanpa 18, 19, 20, 23, 24 Maret dan 3 April 2026: jatuh pada Senin, 13 April 2026 pukul 16.00 WIB',
      '14 working days from 16 March 2026, without 18, 19, 20, 23, 24 March and 3 April 2026: falls on Monday, 13 April 2026 at 16:00 WIB',
    ],
    [
      'over no day off',
      'effective',
      '2026-07-14',
      '15 hari kerja sejak 14 Juli 2026: jatuh pada Selasa, 4 Agustus 2026 pukul 16.00 WIB',
      '15 working days from 14 July 2026: falls on Tuesday, 4 August 2026 at 16:00 WIB',
    ],
    [
      'over the change of year',
      'effective',
      '2026-12-21',
      '15 hari kerja sejak 21 Desember 2026, tanpa 24, 25 Desember 2026 dan 1, 5 Januari 2027: jatuh pada Jumat, 15 Januari 2027 pukul 16.00 WIB',
      '15 working days from 21 December 2026, without 24, 25 December 2026 and 1, 5 January 2027: falls on Friday, 15 January 2027 at 16:00 WIB',
    ],
    [
      'to the last minute of a day, where it is a right',
      'appeal',
      '2026-07-14',
      '14 hari kerja sejak 14 Juli 2026: jatuh pada Senin, 3 Agustus 2026 pukul 23.59 WIB',
      '14 working days from 14 July 2026: falls on Monday, 3 August 2026 at 23:59 WIB',
    ],
    [
      'in calendar days, also over a year that is not loaded',
      'execution',
      '2029-12-28',
      '7 hari kalender sejak 28 Desember 2029: jatuh pada Jumat, 4 Januari 2030 pukul 23.59 WIB',
      '7 calendar days from 28 December 2029: falls on Friday, 4 January 2030 at 23:59 WIB',
    ],
  ])('%s', (_over, name, from, id, en) => {
    expect(ask(name, from).derivation).toEqual({ id, en });
  });

  it('and gives the count itself with the rule it was counted by', () => {
    const { count, rule, dueOn } = ask('delivery', '2026-08-14');
    expect(count).toEqual({
      unit: 'WORKING_DAYS',
      length: 14,
      from: '2026-08-14',
      to: '2026-09-07',
      skipped: [
        { date: '2026-08-17', kind: 'N', name: 'Proklamasi Kemerdekaan' },
        { date: '2026-08-25', kind: 'N', name: 'Maulid Nabi Muhammad SAW' },
      ],
    });
    expect(dueOn).toBe('2026-09-07');
    expect(rule).toMatchObject({ basis: 'LAW', citation: { text: 'PP 94/2021 Pasal 37 ayat (3)' } });
  });
});

/** The legal durations of the domain notes, with what they come to. */
const VECTORS: [string, DeadlineName, string, string][] = [
  ['effective date', 'effective', '2026-07-14', '2026-08-04'],
  ['effective across Lebaran', 'effective', '2026-03-12', '2026-04-10'],
  ['delivery across Lebaran', 'delivery', '2026-03-16', '2026-04-13'],
  ['summons gap', 'summons', '2026-03-13', '2026-03-31'],
  ['summons over the change of year', 'summons', '2026-12-21', '2027-01-04'],
  ['effective over the change of year', 'effective', '2026-12-21', '2027-01-15'],
  ['appeal in Lebaran 2027', 'appeal', '2027-03-01', '2027-03-31'],
  ['delivery in Lebaran 2025', 'delivery', '2025-03-26', '2025-04-25'],
  ['appeal over a late-added holiday', 'appeal', '2025-08-08', '2025-08-29'],
  ['objection, as long as the appeal', 'objection', '2025-08-08', '2025-08-29'],
];

describe('when a legal duration is over', () => {
  it.each(VECTORS)('%s', (_case, name, from, dueOn) => {
    expect(ask(name, from)).toMatchObject({ dueOn, derivation: { id: expect.stringContaining('hari kerja sejak') } });
  });

  it('is a day earlier as long as a late holiday is not known', () => {
    const unaware = ask('appeal', '2025-08-08', { scope: { knownOn: day('2025-08-06') } });
    expect(unaware.dueOn).toBe('2025-08-28');
    expect(unaware.derivation.id).not.toContain('18');
    expect(ask('appeal', '2025-08-08', { scope: { knownOn: day('2025-08-07') } }).derivation.id).toContain(
      'tanpa 18 Agustus 2025',
    );
  });
});

describe('the moment a deadline is over', () => {
  it.each<[Zone, string]>([
    ['WIB', '2026-08-04T09:00:00.000Z'],
    ['WITA', '2026-08-04T08:00:00.000Z'],
    ['WIT', '2026-08-04T07:00:00.000Z'],
  ])('is the end of the office day in %s', (zone, due) => {
    expect(ask('effective', '2026-07-14', { from: at('2026-07-14T03:00:00.000Z'), zone }).dueAt).toBe(due);
  });

  it.each<[DeadlineName, string]>([
    ['respondentAnswer', '2026-07-23T16:59:59.999Z'],
    ['objection', '2026-08-03T16:59:59.999Z'],
    ['appeal', '2026-08-03T16:59:59.999Z'],
  ])('is the last millisecond of the day for a right of the respondent: %s', (name, due) => {
    expect(ask(name, '2026-07-14').dueAt).toBe(due);
  });

  it('counts from the date of the zone that acts, not of UTC', () => {
    const from = at('2026-11-23T15:30:00.000Z');
    expect(ask('dispatch', '2026-11-23', { from, zone: 'WIB' }).dueOn).toBe('2026-11-26');
    expect(ask('dispatch', '2026-11-23', { from, zone: 'WIT' }).dueOn).toBe('2026-11-27');
  });

  it('is where the hours of the office week end', () => {
    const workingWeeks = ruleBook.workingWeeks.map((week) => ({
      ...week,
      officeDay: { startsAt: '08:00', endsAt: '17:30' },
    }));
    const { dueAt, remindAt } = ask('dispatch', '2026-11-23', {}, { ...ruleBook, workingWeeks });
    expect([dueAt, remindAt]).toEqual(['2026-11-26T10:30:00.000Z', '2026-11-25T01:00:00.000Z']);
  });
});

describe('a reminder', () => {
  it('goes out at the start of the office day before the due date, past weekends and days off', () => {
    expect(ask('dispatch', '2026-12-21').remindAt).toBe('2026-12-23T00:30:00.000Z');
  });

  it('of the end of a sanction goes out thirty calendar days before its last day', () => {
    expect(ask('execution', '2027-08-03').remindAt).toBe('2027-07-04T00:30:00.000Z');
  });
});

describe('the loaded durations', () => {
  const { deadlines } = latestRule(ruleBook.deadlines);

  it.each<[DeadlineName, object, 'LAW' | 'SERVICE_LEVEL', string]>([
    ['team', { workingDays: 5 }, 'SERVICE_LEVEL', 'ANALYSIS'],
    ['respondentAnswer', { workingDays: 7, until: 'END_OF_DAY' }, 'SERVICE_LEVEL', 'ANALYSIS'],
    ['examinationReport', { workingDays: 5, until: 'OFFICE_DAY' }, 'SERVICE_LEVEL', 'ANALYSIS'],
    ['delivery', { workingDays: 14, until: 'OFFICE_DAY' }, 'LAW', 'CONFIRMED'],
    ['dispatch', { workingDays: 3 }, 'LAW', 'CONFIRMED'],
    ['effective', { workingDays: 15 }, 'LAW', 'DISPUTED'],
    ['objection', { workingDays: 14, until: 'END_OF_DAY' }, 'LAW', 'FROM_MEMORY'],
    ['appeal', { workingDays: 14, until: 'END_OF_DAY' }, 'LAW', 'CONFIRMED'],
    ['remedyAnswer', { workingDays: 21 }, 'LAW', 'DISPUTED'],
    ['bpasnDecision', { workingDays: 65 }, 'LAW', 'FROM_MEMORY'],
    ['execution', { calendarDays: 7, until: 'END_OF_DAY' }, 'SERVICE_LEVEL', 'ANALYSIS'],
    ['executionReminder', { calendarDays: 30 }, 'SERVICE_LEVEL', 'ANALYSIS'],
  ])('%s is %j, %s, %s', (name, length, basis, certainty) => {
    expect(deadlines[name]).toMatchObject({ ...length, basis, citation: { certainty } });
  });
});

describe('a rule of durations', () => {
  const rules = latestRule(ruleBook.deadlines);
  const changed = (change: object) => ({
    ...rules,
    deadlines: { ...rules.deadlines, delivery: { ...rules.deadlines.delivery, ...change } },
  });

  it.each([
    ['no length', { workingDays: undefined }],
    ['two lengths', { calendarDays: 20 }],
    ['a length of nothing', { workingDays: 0 }],
  ])('is refused with %s', (_what, change) => {
    expect(deadlineRulesSchema.safeParse(changed(change)).success).toBe(false);
  });

  it('may count in months, which end on the day of the same number', () => {
    const deadlines = [deadlineRulesSchema.parse(changed({ workingDays: undefined, calendarMonths: 3 }))];
    expect(ask('delivery', '2026-11-30', {}, { ...ruleBook, deadlines }).derivation.id).toBe(
      '3 bulan sejak 30 November 2026: jatuh pada Minggu, 28 Februari 2027 pukul 16.00 WIB',
    );
  });
});
