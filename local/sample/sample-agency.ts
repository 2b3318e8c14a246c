import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCsvTable } from '../../adapters/csv-table.ts';
import { importAgency, importDirectory } from '../../core/directory/import-directory.ts';
import { type Agency, agencySchema, type Staff } from '../../core/directory/staff.ts';
import { parseStaffRows } from '../../core/directory/staff-rows.ts';
import { MalformedItem } from '../../core/errors.ts';
import type { Directory } from '../../core/ports.ts';
import { type AgencySettings, agencySettingsSchema } from '../../core/rules/agency-settings.ts';

const read = (name: string): Promise<string> => readFile(join(import.meta.dirname, name), 'utf8');

export interface SampleAgency {
  readonly agency: Agency;
  readonly staff: readonly Staff[];
  readonly settings: AgencySettings;
}

const json = async (name: string): Promise<unknown> => JSON.parse(await read(name));

/** Its choices, with its own rule on PPPK discipline, which stands in a file of its own. */
const sampleSettings = async (): Promise<AgencySettings> => {
  const settings = agencySettingsSchema.parse(await json('settings.json'));
  return agencySettingsSchema.parse({ ...settings, pppkSanctions: [await json('pppk-rules.json')] });
};

/**
 * The agency that a first visitor finds: a made-up regency with staff for every role, and with settings.
 * @throws MalformedItem naming line and column where the sample file is wrong
 */
export const sampleAgency = async (): Promise<SampleAgency> => {
  const agency = agencySchema.parse(await json('agency.json'));
  const parsed = parseStaffRows(readCsvTable(await read('contoh.csv')), agency.agencyId);
  if (parsed.ok) return { agency, staff: parsed.staff, settings: await sampleSettings() };
  const errors = parsed.errors.map(({ line, column, message }) => `contoh.csv:${line} ${column}: ${message.en}`);
  throw new MalformedItem(errors.join('\n'));
};

/** Loads the sample agency. Repeating it changes nothing; settings that stand already are somebody's choice, and stay. */
export const loadSampleAgency = async (ports: { readonly directory: Directory }): Promise<void> => {
  const { agency, staff, settings } = await sampleAgency();
  await importAgency(ports, agency);
  await importDirectory(ports, staff);
  if ((await ports.directory.settings(agency.agencyId)) === undefined) await ports.directory.putSettings(settings);
};
