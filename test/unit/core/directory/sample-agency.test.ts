import { roleSchema } from '../../../../core/case/actor.ts';
import { parseSettings } from '../../../../core/directory/import-settings.ts';
import { superiorsOf } from '../../../../core/directory/line.ts';
import { loadSampleAgency, sampleAgency } from '../../../../local/sample/sample-agency.ts';
import { directoryOf } from '../../../support/builders/staff.ts';

const { agency, staff, settings } = await sampleAgency();
const active = staff.filter((person) => person.active);

describe('the sample agency', () => {
  it('is contoh, a regency in WIB', () => {
    expect(agency).toMatchObject({ agencyId: 'contoh', kind: 'REGENCY', zone: 'WIB' });
  });

  it.each(roleSchema.options)('has an active %s with a mailbox', (role) => {
    expect(active.some((person) => person.roles.includes(role) && person.mail !== undefined)).toBe(true);
  });

  it('has two triage officers, so that one can stand in for the other', () => {
    expect(active.filter((person) => person.roles.includes('triage'))).toHaveLength(2);
  });

  it.each(['PNS', 'PPPK'] as const)(
    'has ordinary employees of kind %s with at least three superiors above them',
    async (employment) => {
      const directory = directoryOf(staff);
      const ordinary = active.filter((person) => person.employment === employment && person.roles.length === 0);
      const lines = await Promise.all(ordinary.map((person) => superiorsOf(directory, agency.agencyId, person.nip)));
      expect(lines.some((line) => line.filter((superior) => superior.mail !== undefined).length >= 3)).toBe(true);
    },
  );

  it('ends every line with its sanctioning authority', async () => {
    const directory = directoryOf(staff);
    for (const person of staff.filter((candidate) => !candidate.roles.includes('ppk'))) {
      const line = await superiorsOf(directory, agency.agencyId, person.nip);
      expect(line.at(-1)?.roles).toContain('ppk');
    }
  });

  it('has numbers that tell PPPK from PNS', () => {
    for (const person of staff) expect(person.nip.slice(12, 14) === '21').toBe(person.employment === 'PPPK');
  });

  it('uses only mail addresses that cannot reach anyone', () => {
    for (const person of staff) if (person.mail !== undefined) expect(person.mail).toMatch(/@contoh\.tertib\.test$/);
  });

  it('has settings that name units it has, a rule of its own for PPPK, and numbers for its letters', () => {
    expect(parseSettings(agency.agencyId, settings, new Set(staff.map(({ unit }) => unit)))).toMatchObject({
      ok: true,
    });
    expect(settings.sixDayUnits).toHaveLength(1);
    expect(settings.pppkSanctions?.[0]?.sanctions.length).toBeGreaterThan(0);
    expect(settings.letterNumber).toContain('{case}');
  });

  it('keeps settings that were changed since', async () => {
    const directory = directoryOf([], []);
    await loadSampleAgency({ directory });
    expect(await directory.settings(agency.agencyId)).toEqual(settings);
    await directory.putSettings({ ...settings, sixDayUnits: [] });
    await loadSampleAgency({ directory });
    expect((await directory.settings(agency.agencyId))?.sixDayUnits).toEqual([]);
  });

  it('is loaded once, however often it is loaded', async () => {
    const directory = directoryOf([], []);
    await loadSampleAgency({ directory });
    await loadSampleAgency({ directory });
    expect(await directory.listStaff(agency.agencyId)).toEqual(staff);
    expect(await directory.agencies()).toEqual([agency]);
  });
});
