import { readCsvTable } from '../../../adapters/csv-table.ts';
import type { Staff } from '../../../core/directory/staff.ts';
import { parseStaffRows } from '../../../core/directory/staff-rows.ts';
import { AGENCY, nipOf } from './staff.ts';

export const STAFF_HEADER = 'nip,name,employment,position_class,position,unit,superior_nip,mail,roles,accounts,active';

type Cells = Readonly<Record<string, string>>;

/** A CSV row of a valid employee; `over` replaces cells by column name. */
export const staffRow = (serial: number, over: Cells = {}): string => {
  const cells: Record<string, string> = {
    nip: nipOf(serial),
    name: `Pegawai ${serial}`,
    employment: 'PNS',
    position_class: 'PELAKSANA',
    position: 'Pengelola Data',
    unit: 'Dinas Contoh',
    superior_nip: '',
    mail: `pegawai${serial}@contoh.tertib.test`,
    roles: '',
    accounts: '',
    active: 'true',
    ...over,
  };
  return STAFF_HEADER.split(',')
    .map((column) => cells[column] ?? '')
    .join(',');
};

export const staffCsv = (...rows: readonly string[]): string => [STAFF_HEADER, ...rows].join('\n');

/** Reads a CSV text as the import does. */
export const parseStaffText = (text: string, standing: readonly Staff[] = []) =>
  parseStaffRows(readCsvTable(text), AGENCY, standing);
