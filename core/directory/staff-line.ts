import type { Nip } from '../ids.ts';
import type { Staff } from './staff.ts';
import type { RowError, StaffLine } from './staff-rows.ts';

interface Office {
  readonly lines: readonly StaffLine[];
  /** Everyone after the import: who stands in the directory, replaced by who stands in the file. */
  readonly byNip: ReadonlyMap<Nip, Staff>;
}

const wrong = ({ line }: StaffLine, column: string, id: string, en: string): RowError => ({
  line,
  column,
  message: { id, en },
});

const repeatedNips = ({ lines }: Office): RowError[] => {
  const first = new Map<Nip, number>();
  return lines.flatMap((entry) => {
    const { nip } = entry.staff;
    const earlier = first.get(nip);
    if (earlier === undefined) {
      first.set(nip, entry.line);
      return [];
    }
    return [wrong(entry, 'nip', `NIP sudah ada pada baris ${earlier}`, `this NIP stands on line ${earlier} already`)];
  });
};

const sharedMails = ({ lines, byNip }: Office): RowError[] => {
  const holders = new Map<string, Nip>();
  const inFile = new Set(lines.map(({ staff }) => staff.nip));
  for (const { nip, mail } of byNip.values())
    if (mail !== undefined && !inFile.has(nip)) holders.set(mail.toLowerCase(), nip);
  return lines.flatMap((entry) => {
    const { nip, mail } = entry.staff;
    if (mail === undefined) return [];
    const holder = holders.get(mail.toLowerCase());
    holders.set(mail.toLowerCase(), holder ?? nip);
    return holder === undefined || holder === nip
      ? []
      : [wrong(entry, 'mail', `surel ini sudah dipakai ${holder}`, `this mail address belongs to ${holder}`)];
  });
};

/** Whether the line above an employee leads back to them. */
const isOwnSuperior = (nip: Nip, byNip: ReadonlyMap<Nip, Staff>): boolean => {
  const seen = new Set<Nip>();
  let above = byNip.get(nip)?.superiorNip;
  while (above !== undefined && !seen.has(above)) {
    if (above === nip) return true;
    seen.add(above);
    above = byNip.get(above)?.superiorNip;
  }
  return false;
};

const wrongSuperiors = ({ lines, byNip }: Office): RowError[] =>
  lines.flatMap((entry) => {
    const { nip, superiorNip } = entry.staff;
    if (superiorNip === undefined) return [];
    if (superiorNip === nip) {
      return [wrong(entry, 'superior_nip', 'atasan tidak boleh diri sendiri', 'nobody is their own superior')];
    }
    if (!byNip.has(superiorNip)) {
      return [
        wrong(
          entry,
          'superior_nip',
          'atasan ini tidak ada dalam berkas maupun direktori',
          'this superior is neither in the file nor in the directory',
        ),
      ];
    }
    return isOwnSuperior(nip, byNip)
      ? [wrong(entry, 'superior_nip', 'rantai atasan berputar', 'the line of superiors runs in a circle')]
      : [];
  });

/** What is wrong between rows: repeated numbers, shared mail addresses, superiors who cannot be. In the order of the lines. */
export const lineErrors = (lines: readonly StaffLine[], standing: readonly Staff[]): RowError[] => {
  const everyone = [...standing, ...lines.map(({ staff }) => staff)];
  const office = { lines, byNip: new Map(everyone.map((staff) => [staff.nip, staff])) };
  return [...repeatedNips(office), ...sharedMails(office), ...wrongSuperiors(office)].sort((a, b) => a.line - b.line);
};
