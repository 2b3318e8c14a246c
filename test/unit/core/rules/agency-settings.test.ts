import { agencySettingsSchema } from '../../../../core/rules/agency-settings.ts';

const citation = { text: 'Keputusan Bupati Contoh', certainty: 'CONFIRMED' };
const day = { date: '2026-12-01', kind: 'N', name: 'Hari Jadi', addedOn: '2026-11-20', citation };
const placesOf = (value: unknown): string[] =>
  agencySettingsSchema.safeParse(value).error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('the settings of an agency', () => {
  it('need nothing but the agency: what is not chosen keeps its default', () => {
    expect(agencySettingsSchema.parse({ agencyId: 'contoh' })).toEqual({
      agencyId: 'contoh',
      sixDayUnits: [],
      daysOff: [],
    });
  });

  it.each<[string, object, string[]]>([
    ['a choice nobody knows', { refusalIsReceipt: true }, ['']],
    ['a choice of another kind', { moderateSanctionForm: 'FINE' }, ['moderateSanctionForm']],
    ['an impossible date', { daysOff: [day, { ...day, date: '2026-02-30' }] }, ['daysOff.1.date']],
    ['a kind of day that does not exist', { daysOff: [{ ...day, kind: 'X' }] }, ['daysOff.0.kind']],
    ['a day off without its source', { daysOff: [{ ...day, citation: undefined }] }, ['daysOff.0.citation']],
    ['the same day twice', { daysOff: [day, day] }, ['daysOff.1.date']],
    ['a unit without a name', { sixDayUnits: [' '] }, ['sixDayUnits.0']],
    ['an empty PPPK rule', { pppkSanctions: [] }, ['pppkSanctions']],
    ['a step-up that nobody knows', { stepUp: { decision: 'MAYBE' } }, ['stepUp.decision']],
    ['a step-up for whom there is none', { stepUp: { triage: 'REQUIRED' } }, ['stepUp']],
    ['letter numbers that could repeat', { letterNumber: '{year}' }, ['letterNumber']],
  ])('refuse %s and name where it stands', (_what, change, places) => {
    const found = placesOf({ agencyId: 'contoh', ...change });
    expect([...new Set(found)]).toEqual(places);
  });

  it('may have the same day for two units', () => {
    const daysOff = [day, { ...day, unit: 'Dinas A' }, { ...day, unit: 'Dinas B' }];
    expect(placesOf({ agencyId: 'contoh', daysOff })).toEqual([]);
  });

  it('are refused where they no longer fit into a record', () => {
    const long = { ...citation, note: 'x'.repeat(1000) };
    const daysOff = Array.from({ length: 300 }, (_, at) => ({ ...day, unit: `Unit ${at}`, citation: long }));
    expect(placesOf({ agencyId: 'contoh', daysOff })).toEqual(['']);
  });
});
