import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCsvTable } from '../../adapters/csv-table.ts';
import { importAgency, importDirectory } from '../../core/directory/import-directory.ts';
import { type Agency, agencySchema, type Staff } from '../../core/directory/staff.ts';
import { parseStaffRows } from '../../core/directory/staff-rows.ts';
import { MalformedItem } from '../../core/errors.ts';
import type { Directory } from '../../core/ports.ts';

const read = (name: string): Promise<string> => readFile(join(import.meta.dirname, name), 'utf8');

/**
 * The agency that a first visitor finds: a made-up regency with staff for every role.
 * @throws MalformedItem naming line and column where the sample file is wrong
 */
export const sampleAgency = async (): Promise<{ readonly agency: Agency; readonly staff: readonly Staff[] }> => {
  const agency = agencySchema.parse(JSON.parse(await read('agency.json')));
  const parsed = parseStaffRows(readCsvTable(await read('contoh.csv')), agency.agencyId);
  if (parsed.ok) return { agency, staff: parsed.staff };
  const errors = parsed.errors.map(({ line, column, message }) => `contoh.csv:${line} ${column}: ${message.en}`);
  throw new MalformedItem(errors.join('\n'));
};

/** Loads the sample agency. Repeating it changes nothing. */
export const loadSampleAgency = async (ports: { readonly directory: Directory }): Promise<void> => {
  const { agency, staff } = await sampleAgency();
  await importAgency(ports, agency);
  await importDirectory(ports, staff);
};
