import { isBelow, superiorsOf } from '../../../../core/directory/line.ts';
import { agencyIdSchema } from '../../../../core/ids.ts';
import { AGENCY, aStaff, directoryOf, nipOf } from '../../../support/builders/staff.ts';

/** 4 reports to 3, 3 to 2, 2 to 1; 5 reports to 2. */
const office = [
  aStaff(1),
  aStaff(2, { superiorNip: nipOf(1) }),
  aStaff(3, { superiorNip: nipOf(2), active: false }),
  aStaff(4, { superiorNip: nipOf(3) }),
  aStaff(5, { superiorNip: nipOf(2) }),
];
const directory = directoryOf(office);

describe('the line above an employee', () => {
  it('names every superior, the direct one first, inactive ones too', async () => {
    const line = await superiorsOf(directory, AGENCY, nipOf(4));
    expect(line.map((staff) => staff.nip)).toEqual([nipOf(3), nipOf(2), nipOf(1)]);
  });

  it.each([
    ['the head of the agency', AGENCY, nipOf(1)],
    ['someone the directory does not know', AGENCY, nipOf(99)],
    ['an employee asked for in another agency', agencyIdSchema.parse('lain'), nipOf(4)],
  ])('is empty for %s', async (_who, agencyId, nip) => {
    expect(await superiorsOf(directory, agencyId, nip)).toEqual([]);
  });

  it('ends before a superior who is not in the directory', async () => {
    const broken = directoryOf([aStaff(1, { superiorNip: nipOf(99) }), aStaff(2, { superiorNip: nipOf(1) })]);
    expect((await superiorsOf(broken, AGENCY, nipOf(2))).map((staff) => staff.nip)).toEqual([nipOf(1)]);
  });

  it('names each superior once where the line runs in a circle', async () => {
    const circle = directoryOf([
      aStaff(1, { superiorNip: nipOf(3) }),
      aStaff(2, { superiorNip: nipOf(1) }),
      aStaff(3, { superiorNip: nipOf(2) }),
    ]);
    expect((await superiorsOf(circle, AGENCY, nipOf(3))).map((staff) => staff.nip)).toEqual([nipOf(2), nipOf(1)]);
  });
});

describe('being below someone', () => {
  it.each([
    ['of the direct superior', 4, 3, true],
    ['of a superior further up', 4, 1, true],
    ['of one’s own subordinate', 1, 4, false],
    ['of a colleague in another branch', 5, 3, false],
    ['of oneself', 4, 4, false],
  ])('holds as it must: %s', async (_what, nip, above, expected) => {
    expect(await isBelow(directory, { agencyId: AGENCY, nip: nipOf(nip) }, nipOf(above))).toBe(expected);
  });
});
