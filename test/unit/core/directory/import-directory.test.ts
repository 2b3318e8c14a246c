import { importAgency, importDirectory } from '../../../../core/directory/import-directory.ts';
import { AGENCY, anAgency, aStaff, directoryOf } from '../../../support/builders/staff.ts';
import { crashingOnce } from '../../../support/memory-trail.ts';

const people = [aStaff(1), aStaff(2), aStaff(3)];

describe('importing staff', () => {
  it('counts who is new, who changed and who stays as they are', async () => {
    const directory = directoryOf([aStaff(1), aStaff(2, { name: 'Nama Lama' })]);
    expect(await importDirectory({ directory }, people)).toEqual({ added: 1, changed: 1, unchanged: 1 });
    expect(await directory.listStaff(AGENCY)).toEqual(people);
  });

  it('changes nothing the second time', async () => {
    const directory = directoryOf([]);
    await importDirectory({ directory }, people);
    const silent = { ...directory, putStaff: () => Promise.reject(new Error('written again')) };
    expect(await importDirectory({ directory: silent }, people)).toEqual({ added: 0, changed: 0, unchanged: 3 });
  });

  it('leaves who is not in the list as they are', async () => {
    const directory = directoryOf([aStaff(9)]);
    await importDirectory({ directory }, people);
    expect(await directory.staff(AGENCY, aStaff(9).nip)).toEqual(aStaff(9));
  });

  it.each(['before', 'after'] as const)('is completed by repeating it after a crash %s a write', async (point) => {
    const directory = directoryOf([]);
    const crashing = { ...directory, putStaff: crashingOnce(directory.putStaff, point) };
    await expect(importDirectory({ directory: crashing }, people)).rejects.toThrow('crash');
    await importDirectory({ directory: crashing }, people);
    expect(await directory.listStaff(AGENCY)).toEqual(people);
  });
});

describe('importing an agency', () => {
  it('writes it where it is new or differs, and says whether it did', async () => {
    const directory = directoryOf([], []);
    expect(await importAgency({ directory }, anAgency())).toBe(true);
    expect(await importAgency({ directory }, anAgency())).toBe(false);
    expect(await importAgency({ directory }, anAgency({ zone: 'WIT' }))).toBe(true);
    expect(await directory.agency(AGENCY)).toEqual(anAgency({ zone: 'WIT' }));
  });
});
