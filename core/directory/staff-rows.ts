import type { AgencyId } from '../ids.ts';
import { type Staff, staffSchema } from './staff.ts';
import {
  expected,
  type Message,
  type StaffCells,
  type StaffColumn,
  staffColumnNames,
  staffRecordSchema,
} from './staff-columns.ts';
import { lineErrors } from './staff-line.ts';

/** A row of a table as a CSV reader gives it, with the line of the file it ends on. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface RowError {
  readonly line: number;
  readonly column: string;
  readonly message: Message;
}

/** An employee with the line they stand on. */
export interface StaffLine {
  readonly line: number;
  readonly staff: Staff;
}

export type ParsedStaff =
  | { readonly ok: true; readonly staff: readonly Staff[] }
  | { readonly ok: false; readonly errors: readonly RowError[] };

const at = (line: number, column: string, id: string, en: string): RowError => ({ line, column, message: { id, en } });

const headerErrors = (header: TableRow, names: readonly string[]): RowError[] => {
  const { line } = header;
  const missing = staffColumnNames.filter((column) => !names.includes(column));
  const known: readonly string[] = staffColumnNames;
  return [
    ...missing.map((column) => at(line, column, 'kolom ini tidak ada', 'this column is missing')),
    ...names.flatMap((name, index) => {
      if (!known.includes(name)) return [at(line, name, 'kolom ini tidak dikenal', 'this column is not known')];
      return names.indexOf(name) === index
        ? []
        : [at(line, name, 'kolom ini ada dua kali', 'this column occurs twice')];
    }),
  ];
};

/** A cell that a spreadsheet would run as a formula when the file is opened again. */
const FORMULA = /^[=+\-@\t\r]/;
/** What a spreadsheet makes of an 18-digit number. */
const AS_NUMBER = /^\d[.,]?\d*E\+?\d+$/i;

const complaint = (column: StaffColumn, cell: string): Message => {
  if (FORMULA.test(cell)) {
    return { id: 'tidak boleh diawali =, +, -, atau @', en: 'must not begin with =, +, - or @' };
  }
  if (AS_NUMBER.test(cell) && (column === 'nip' || column === 'superior_nip')) {
    return {
      id: 'NIP diubah menjadi bilangan oleh lembar kerja; jadikan kolom ini teks',
      en: 'the spreadsheet turned the NIP into a number; make this column text',
    };
  }
  return expected[column];
};

const parseCells = (
  line: number,
  record: Readonly<Record<string, string>>,
): { readonly cells: StaffCells } | { readonly errors: readonly RowError[] } => {
  const parsed = staffRecordSchema.safeParse(record);
  const wrong = parsed.success ? [] : parsed.error.issues.map((issue) => issue.path[0]);
  const errors = staffColumnNames
    .filter((column) => wrong.includes(column) || FORMULA.test(record[column] ?? ''))
    .map((column) => ({ line, column, message: complaint(column, record[column] ?? '') }));
  return parsed.success && errors.length === 0 ? { cells: parsed.data } : { errors };
};

const staffOf = (agencyId: AgencyId, cells: StaffCells): Staff => {
  const { nip, name, employment, position_class, position, unit, superior_nip, mail, roles, accounts, active } = cells;
  return staffSchema.parse({
    agencyId,
    nip,
    name,
    employment,
    positionClass: position_class,
    position,
    unit,
    ...(superior_nip === undefined ? {} : { superiorNip: superior_nip }),
    ...(mail === undefined ? {} : { mail }),
    roles: [...new Set(roles)],
    accounts,
    active,
  });
};

const parseRow = (
  row: TableRow,
  names: readonly string[],
  agencyId: AgencyId,
): { readonly parsed: StaffLine } | { readonly errors: readonly RowError[] } => {
  if (row.cells.length !== names.length) {
    const column = names[row.cells.length] ?? String(row.cells.length);
    const counts = `${row.cells.length} / ${names.length}`;
    return {
      errors: [at(row.line, column, `jumlah kolom tidak sesuai: ${counts}`, `wrong number of columns: ${counts}`)],
    };
  }
  const record = Object.fromEntries(names.map((name, index) => [name, (row.cells[index] ?? '').trim()]));
  const read = parseCells(row.line, record);
  return 'errors' in read ? read : { parsed: { line: row.line, staff: staffOf(agencyId, read.cells) } };
};

/**
 * Reads a staff table, header first, columns in any order. All or nothing: every wrong cell is named by line and column.
 * @param standing who is in the directory already: superiors may be among them, and mail addresses may not be theirs
 */
export const parseStaffRows = (
  rows: readonly TableRow[],
  agencyId: AgencyId,
  standing: readonly Staff[] = [],
): ParsedStaff => {
  const [header, ...body] = rows;
  if (header === undefined) return { ok: false, errors: [at(1, 'nip', 'berkas kosong', 'the file is empty')] };
  const names = header.cells.map((name) => name.trim().toLowerCase());
  const wrongHeader = headerErrors(header, names);
  if (wrongHeader.length > 0) return { ok: false, errors: wrongHeader };
  const read = body.map((row) => parseRow(row, names, agencyId));
  const lines = read.flatMap((row) => ('parsed' in row ? [row.parsed] : []));
  const cellErrors = read.flatMap((row) => ('errors' in row ? row.errors : []));
  // Who stands above whom can only be judged once every row could be read.
  const errors = cellErrors.length > 0 ? cellErrors : lineErrors(lines, standing);
  return errors.length > 0 ? { ok: false, errors } : { ok: true, staff: lines.map(({ staff }) => staff) };
};
