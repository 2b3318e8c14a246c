import { calendarOf } from '../../../../core/calendar/working-calendar.ts';
import { isWorkingDay } from '../../../../core/calendar/working-days.ts';
import { agencyIdSchema } from '../../../../core/ids.ts';
import { type AgencySettings, agencySettingsSchema } from '../../../../core/rules/agency-settings.ts';
import { catalogueFor } from '../../../../core/rules/catalogue.ts';
import { localDateSchema } from '../../../../core/time.ts';
import { agencyRules } from '../../../../core/use-cases/agency-rules.ts';
import { sampleAgency } from '../../../../local/sample/sample-agency.ts';
import { ruleBook } from '../../../../rules/index.ts';
import { AGENCY, directoryOf } from '../../../support/builders/staff.ts';

const citation = { text: 'Keputusan Bupati Contoh', certainty: 'CONFIRMED' };
const day = { date: '2026-12-01', kind: 'N', name: 'Hari Jadi', addedOn: '2026-11-20', citation };
const rulesWith = async (settings?: AgencySettings) => {
  const directory = directoryOf([]);
  if (settings !== undefined) await directory.putSettings(settings);
  return agencyRules({ directory, rules: ruleBook }, AGENCY);
};
const settings = (change: object) => agencySettingsSchema.parse({ agencyId: AGENCY, ...change });

describe('the rules of an agency', () => {
  it('are the loaded ones as long as it has chosen nothing', async () => {
    expect(await rulesWith()).toBe(ruleBook);
    expect(await rulesWith(settings({}))).toEqual(ruleBook);
  });

  it('carry its choices under their old citations', async () => {
    const { configuration } = await rulesWith(settings({ moderateSanctionForm: 'PP53_SUBSTITUTE' }));
    expect(configuration.moderateSanctionForm).toEqual({
      ...ruleBook.configuration.moderateSanctionForm,
      value: 'PP53_SUBSTITUTE',
    });
    expect(configuration.higherAuthorityMayAct).toEqual(ruleBook.configuration.higherAuthorityMayAct);
  });

  it('carry its own PPPK rule, without which nothing can be imposed on a PPPK', async () => {
    const { settings: sample } = await sampleAgency();
    const track = { track: 'DISCIPLINE_PPPK' } as const;
    expect(catalogueFor(await rulesWith(settings({})), track)).toBeUndefined();
    expect(catalogueFor(await rulesWith(sample), track)?.id).toBe('pppk-contoh');
  });

  it('carry its days off, for itself or for one unit, and none of another agency', async () => {
    const unitDay = { ...day, date: '2026-12-02', unit: 'Dinas A' };
    const book = await rulesWith(settings({ daysOff: [day, unitDay] }));
    const works = (date: string, scope: Parameters<typeof calendarOf>[1]) =>
      isWorkingDay(localDateSchema.parse(date), calendarOf(book, scope));
    const other = agencyIdSchema.parse('lain');
    expect([
      works('2026-12-01', { agencyId: AGENCY }),
      works('2026-12-01', { agencyId: other }),
      works('2026-12-02', { agencyId: AGENCY }),
      works('2026-12-02', { agencyId: AGENCY, unit: 'Dinas A' }),
    ]).toEqual([false, true, true, false]);
  });

  it('let a day off wait as long as the calendar of its year is not loaded', async () => {
    const book = await rulesWith(settings({ daysOff: [{ ...day, date: '2031-12-01' }] }));
    expect(book.holidays).toEqual(ruleBook.holidays);
  });

  it('give a unit its six-day week, and only that unit', async () => {
    const book = await rulesWith(settings({ sixDayUnits: ['Dinas Pendidikan'] }));
    const saturday = localDateSchema.parse('2026-11-28');
    const week = (unit?: string) => calendarOf(book, { agencyId: AGENCY, unit });
    expect(isWorkingDay(saturday, week('Dinas Pendidikan'))).toBe(true);
    expect(isWorkingDay(saturday, week('Dinas Lain'))).toBe(false);
    expect(isWorkingDay(saturday, week())).toBe(false);
    expect(week('Dinas Pendidikan').officeDay.endsAt).toBe('14:45');
  });
});
