import { type CalendarScope, workingCalendar } from '../../../../core/calendar/working-calendar.ts';
import { isWorkingDay } from '../../../../core/calendar/working-days.ts';
import { agencyIdSchema } from '../../../../core/ids.ts';
import { holidayYearSchema } from '../../../../core/rules/calendar-rules.ts';
import { latestRule } from '../../../../core/rules/rule-book.ts';
import { localDateSchema } from '../../../../core/time.ts';
import { ruleBook } from '../../../../rules/index.ts';

const contoh = agencyIdSchema.parse('contoh');
const lain = agencyIdSchema.parse('lain');
const year = holidayYearSchema.parse({
  id: 'holidays-2026',
  version: 1,
  effectiveFrom: '2026-01-01',
  effectiveTo: '2026-12-31',
  citations: [{ text: 'Keputusan contoh', certainty: 'CONFIRMED' }],
  year: 2026,
  holidays: [
    { date: '2026-11-23', kind: 'N', name: 'Nasional' },
    { date: '2026-11-24', kind: 'N', name: 'Instansi', scope: { kind: 'AGENCY', agencyId: 'contoh' } },
    { date: '2026-11-25', kind: 'N', name: 'Unit', scope: { kind: 'UNIT', agencyId: 'contoh', unit: 'A' } },
    { date: '2026-11-26', kind: 'N', name: 'Daerah', scope: { kind: 'REGION', region: 'Bali' } },
  ],
});

describe('a day off holds only in its scope', () => {
  it.each<[string, CalendarScope, string[]]>([
    ['an office without a scope', {}, ['2026-11-23']],
    ['the agency', { agencyId: contoh }, ['2026-11-23', '2026-11-24']],
    ['another agency with a unit of the same name', { agencyId: lain, unit: 'A' }, ['2026-11-23']],
    ['the unit', { agencyId: contoh, unit: 'A' }, ['2026-11-23', '2026-11-24', '2026-11-25']],
    ['the region', { region: 'Bali' }, ['2026-11-23', '2026-11-26']],
  ])('%s', (_office, scope, off) => {
    const calendar = workingCalendar(latestRule(ruleBook.workingWeeks), [year], scope);
    const week = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'];
    expect(week.filter((date) => !isWorkingDay(localDateSchema.parse(date), calendar))).toEqual(off);
  });
});

describe('a year of holidays', () => {
  it('refuses a date of another year and a date that stands twice', () => {
    const [first] = year.holidays;
    const broken = { ...year, holidays: [first, first, { ...first, date: '2027-11-23' }] };
    const messages = holidayYearSchema.safeParse(broken).error?.issues.map(({ path, message }) => [path[1], message]);
    expect(messages).toEqual([
      [1, '2026-11-23 stands twice'],
      [2, '2027-11-23 is not in 2026'],
    ]);
  });
});
