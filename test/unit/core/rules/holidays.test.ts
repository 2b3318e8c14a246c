import { ruleBook } from '../../../../rules/index.ts';

/** Month and day of every day off, as the joint decrees list them. */
const DECREED: [number, 'N' | 'CB', string][] = [
  [2025, 'N', '01-01 01-27 01-29 03-29 03-31 04-01 04-18 04-20 05-01 05-12 05-29 06-01 06-06 06-27 08-17 09-05 12-25'],
  [2025, 'CB', '01-28 03-28 04-02 04-03 04-04 04-07 05-13 05-30 06-09 08-18 12-26'],
  [2026, 'N', '01-01 01-16 02-17 03-19 03-21 03-22 04-03 04-05 05-01 05-14 05-27 05-31 06-01 06-16 08-17 08-25 12-25'],
  [2026, 'CB', '02-16 03-18 03-20 03-23 03-24 05-15 05-28 12-24'],
  [
    2027,
    'N',
    '01-01 01-05 02-06 03-08 03-10 03-11 03-26 03-28 05-01 05-06 05-17 05-20 06-01 06-06 08-15 08-17 12-25 12-26',
  ],
  [2027, 'CB', '02-05 03-09 03-12 03-15 03-25 05-18 05-19 12-24'],
];

describe('the days off of a year', () => {
  it.each(DECREED)('%i, %s: %s', (year, kind, dates) => {
    const holidays = ruleBook.holidays.find((one) => one.year === year)?.holidays ?? [];
    const found = holidays.filter((day) => day.kind === kind).map(({ date }) => date.slice(5));
    expect(found.join(' ')).toBe(dates);
  });

  it('carry the day of their announcement where they were added late', () => {
    const late = ruleBook.holidays.flatMap(({ holidays }) => holidays).filter(({ addedOn }) => addedOn !== undefined);
    expect(late.map(({ date, addedOn }) => [date, addedOn])).toEqual([['2025-08-18', '2025-08-07']]);
  });
});
