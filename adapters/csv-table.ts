import { CsvError, parse } from 'csv-parse/sync';
import * as z from 'zod';
import type { TableRow } from '../core/directory/staff-rows.ts';
import { TertibError } from '../core/errors.ts';

/** The text is no CSV: an unclosed quote, for instance. */
export class CsvUnreadable extends TertibError {
  override readonly name = 'CsvUnreadable';
  readonly line: number;

  constructor(message: string, line: number, options?: ErrorOptions) {
    super(message, options);
    this.line = line;
  }
}

const rowsSchema = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

/** Spreadsheets set to Indonesian write semicolons, because the comma is the decimal sign. */
const delimiterOf = (text: string): ';' | ',' => {
  const header = text.slice(0, text.search(/[\r\n]|$/));
  return header.split(';').length > header.split(',').length ? ';' : ',';
};

const lineOf = (error: CsvError): number => (typeof error.lines === 'number' ? error.lines : 1);

/**
 * Reads a CSV text (RFC 4180) separated by commas or semicolons, with any line ends and an optional byte order mark.
 * Empty lines are left out; rows keep the cells they have, whatever their number.
 * @throws CsvUnreadable naming the line
 */
export const readCsvTable = (text: string): TableRow[] => {
  try {
    const parsed: unknown = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    return rowsSchema.parse(parsed).map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    if (error instanceof CsvError) throw new CsvUnreadable(error.message, lineOf(error), { cause: error });
    throw error;
  }
};
