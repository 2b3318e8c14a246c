import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { CsvUnreadable, readCsvTable } from '../adapters/csv-table.ts';
import { importAgency, importDirectory } from '../core/directory/import-directory.ts';
import { type Agency, agencySchema, type Staff } from '../core/directory/staff.ts';
import { type ParsedStaff, parseStaffRows } from '../core/directory/staff-rows.ts';
import { TertibError } from '../core/errors.ts';
import { type AgencyId, agencyIdSchema } from '../core/ids.ts';
import type { Directory } from '../core/ports.ts';
import { openLocalDirectory } from './local-directory.ts';

const USAGE = `Pemakaian: npm run directory -- import BERKAS.csv --agency ID
           [--name NAMA --kind CENTRAL|PROVINCE|REGENCY --zone WIB|WITA|WIT --personnel-mail SUREL [--city KOTA] [--region DAERAH]]
Usage: npm run directory -- import FILE.csv --agency ID
       [--name NAME --kind CENTRAL|PROVINCE|REGENCY --zone WIB|WITA|WIT --personnel-mail MAIL [--city CITY] [--region REGION]]
The agency's own particulars are needed the first time, and whenever they change.`;

/** A command line, or a file named on it, that cannot be used. */
class Unusable extends TertibError {
  override readonly name = 'Unusable';
}

interface Order {
  readonly file: string;
  readonly agencyId: AgencyId;
  /** Absent where the agency is to stay as the directory has it. */
  readonly agency: Agency | undefined;
}

const options = {
  agency: { type: 'string' },
  name: { type: 'string' },
  kind: { type: 'string' },
  city: { type: 'string' },
  zone: { type: 'string' },
  'personnel-mail': { type: 'string' },
  region: { type: 'string' },
} as const;

const parseLine = () => {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw new Unusable(USAGE, { cause: error });
  }
};

const agencyFrom = (agencyId: AgencyId, values: ReturnType<typeof parseLine>['values']): Agency | undefined => {
  const { name, kind, city, zone, region, 'personnel-mail': personnelUnitMail } = values;
  if ([name, kind, city, zone, region, personnelUnitMail].every((value) => value === undefined)) return undefined;
  const parsed = agencySchema.safeParse({ agencyId, name, kind, city, zone, region, personnelUnitMail });
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n');
  throw new Unusable(`${wrong}\n${USAGE}`);
};

const readOrder = (): Order => {
  const { values, positionals } = parseLine();
  const [verb, file, ...more] = positionals;
  const agencyId = agencyIdSchema.safeParse(values.agency);
  if (verb !== 'import' || file === undefined || more.length > 0 || !agencyId.success) throw new Unusable(USAGE);
  return { file, agencyId: agencyId.data, agency: agencyFrom(agencyId.data, values) };
};

const readText = async (file: string): Promise<string> => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (error) {
    if (error instanceof TypeError) {
      throw new Unusable(`${file}: bukan teks UTF-8 / not UTF-8 text`, { cause: error });
    }
    throw new Unusable(`${file}: tidak dapat dibaca / cannot be read`, { cause: error });
  }
};

const parse = (text: string, agencyId: AgencyId, standing: readonly Staff[]): ParsedStaff => {
  try {
    return parseStaffRows(readCsvTable(text), agencyId, standing);
  } catch (error) {
    if (!(error instanceof CsvUnreadable)) throw error;
    const message = { id: `CSV tidak dapat dibaca: ${error.message}`, en: `unreadable CSV: ${error.message}` };
    return { ok: false, errors: [{ line: error.line, column: '-', message }] };
  }
};

const reportErrors = (file: string, parsed: Extract<ParsedStaff, { ok: false }>): void => {
  for (const { line, column, message } of parsed.errors) {
    process.stderr.write(`${file}: baris/line ${line}, kolom/column ${column}: ${message.id} / ${message.en}\n`);
  }
  process.stderr.write(`${file}: tidak ada yang dimuat / nothing was loaded\n`);
};

const load = async (directory: Directory, { file, agencyId, agency }: Order, text: string): Promise<number> => {
  if (agency === undefined && (await directory.agency(agencyId)) === undefined) {
    throw new Unusable(`${agencyId}: instansi belum dikenal / this agency is not known yet\n${USAGE}`);
  }
  const parsed = parse(text, agencyId, await directory.listStaff(agencyId));
  if (!parsed.ok) {
    reportErrors(file, parsed);
    return 1;
  }
  if (agency !== undefined) await importAgency({ directory }, agency);
  const { added, changed, unchanged } = await importDirectory({ directory }, parsed.staff);
  process.stdout.write(`${agencyId}: ${added} ditambah, ${changed} diubah, ${unchanged} tetap\n`);
  process.stdout.write(`${agencyId}: ${added} added, ${changed} changed, ${unchanged} unchanged\n`);
  return 0;
};

const main = async (): Promise<number> => {
  try {
    const order = readOrder();
    const text = await readText(order.file);
    const local = await openLocalDirectory(process.env.TERTIB_DATA ?? '.tertib');
    try {
      return await load(local.directory, order, text);
    } finally {
      await local.close();
    }
  } catch (error) {
    if (!(error instanceof TertibError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
};

process.exitCode = await main();
