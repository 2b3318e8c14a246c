import type { Directory } from '../ports.ts';
import { canonicalJson } from '../trail/digest.ts';
import type { Agency, Staff } from './staff.ts';

export interface ImportCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

const isSame = (a: Agency | Staff, b: Agency | Staff): boolean => canonicalJson(a) === canonicalJson(b);

/** Writes an agency where it is new or differs. @returns whether it was written */
export const importAgency = async (ports: { readonly directory: Directory }, agency: Agency): Promise<boolean> => {
  const standing = await ports.directory.agency(agency.agencyId);
  if (standing !== undefined && isSame(standing, agency)) return false;
  await ports.directory.putAgency(agency);
  return true;
};

/**
 * Puts checked staff of one agency into the directory. Repeating it changes nothing; interrupted, it is completed by repeating it.
 * Who is not in the list stays as they are: leaving is `active` false, because old cases still name them.
 */
export const importDirectory = async (
  ports: { readonly directory: Directory },
  staff: readonly Staff[],
): Promise<ImportCounts> => {
  const counts = { added: 0, changed: 0, unchanged: 0 };
  for (const person of staff) {
    const standing = await ports.directory.staff(person.agencyId, person.nip);
    if (standing !== undefined && isSame(standing, person)) {
      counts.unchanged += 1;
      continue;
    }
    await ports.directory.putStaff(person);
    counts[standing === undefined ? 'added' : 'changed'] += 1;
  }
  return counts;
};
