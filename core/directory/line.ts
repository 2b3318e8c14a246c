import type { AgencyId, Nip } from '../ids.ts';
import type { Directory } from '../ports.ts';
import type { Staff } from './staff.ts';

type StaffReader = Pick<Directory, 'staff'>;

/**
 * The line above an employee: direct superior first, head of the agency last. Inactive superiors are part of the line; who may take a
 * task is for the caller to choose. Ends where nobody is recorded, where the recorded one is not in the directory, and before anyone
 * who is in the line already, so a cycle in the data cannot hold it up.
 */
export const superiorsOf = async (directory: StaffReader, agencyId: AgencyId, nip: Nip): Promise<Staff[]> => {
  const seen = new Set<Nip>([nip]);
  const line: Staff[] = [];
  let current = await directory.staff(agencyId, nip);
  while (current?.superiorNip !== undefined && !seen.has(current.superiorNip)) {
    seen.add(current.superiorNip);
    current = await directory.staff(agencyId, current.superiorNip);
    if (current !== undefined) line.push(current);
  }
  return line;
};

/** Whether `aboveNip` stands anywhere in the line above the employee. Nobody is below themselves. */
export const isBelow = async (
  directory: StaffReader,
  { agencyId, nip }: Pick<Staff, 'agencyId' | 'nip'>,
  aboveNip: Nip,
): Promise<boolean> => (await superiorsOf(directory, agencyId, nip)).some((superior) => superior.nip === aboveNip);
