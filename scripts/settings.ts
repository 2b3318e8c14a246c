import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { systemClock } from '../adapters/system-clock.ts';
import { localDate } from '../core/calendar/zones.ts';
import { importSettings, type ParsedSettings, parseSettings, unitsOf } from '../core/directory/import-settings.ts';
import type { Agency } from '../core/directory/staff.ts';
import { TertibError } from '../core/errors.ts';
import { type AgencyId, agencyIdSchema } from '../core/ids.ts';
import type { Directory } from '../core/ports.ts';
import { ruleBook } from '../rules/index.ts';
import { openLocalDirectory } from './local-directory.ts';

const USAGE = `Pemakaian: npm run settings -- import BERKAS.json --agency ID
           npm run settings -- add-holiday YYYY-MM-DD --name NAMA --kind N|CB [--unit UNIT] [--citation DASAR] --agency ID
           npm run settings -- show --agency ID
Usage: npm run settings -- import FILE.json --agency ID
       npm run settings -- add-holiday YYYY-MM-DD --name NAME --kind N|CB [--unit UNIT] [--citation DECREE] --agency ID
       npm run settings -- show --agency ID
An import replaces the settings of the agency whole; show prints what stands. On a running instance the next sweep moves open deadlines.`;

/** A command line, or a file named on it, that cannot be used. */
class Unusable extends TertibError {
  override readonly name = 'Unusable';
}

const options = {
  agency: { type: 'string' },
  name: { type: 'string' },
  kind: { type: 'string' },
  unit: { type: 'string' },
  citation: { type: 'string' },
} as const;

const parseLine = () => {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw new Unusable(USAGE, { cause: error });
  }
};
type Values = ReturnType<typeof parseLine>['values'];

type Order =
  | { readonly verb: 'import'; readonly what: string; readonly agencyId: AgencyId }
  | { readonly verb: 'add-holiday'; readonly what: string; readonly agencyId: AgencyId; readonly values: Values }
  | { readonly verb: 'show'; readonly agencyId: AgencyId };

const readOrder = (): Order => {
  const { values, positionals } = parseLine();
  const [verb, what, ...more] = positionals;
  const agency = agencyIdSchema.safeParse(values.agency);
  const { name, kind, unit, citation } = values;
  const aboutDay = [name, kind, unit, citation].some((value) => value !== undefined);
  if (!agency.success || more.length > 0) throw new Unusable(USAGE);
  const agencyId = agency.data;
  if (verb === 'show' && what === undefined && !aboutDay) return { verb, agencyId };
  if (verb === 'import' && what !== undefined && !aboutDay) return { verb, what, agencyId };
  if (verb === 'add-holiday' && what !== undefined && name !== undefined && kind !== undefined)
    return { verb, what, agencyId, values };
  throw new Unusable(USAGE);
};

const readJson = async (file: string): Promise<unknown> => {
  const text = await readFile(file).catch((cause: unknown) => {
    throw new Unusable(`${file}: tidak dapat dibaca / cannot be read`, { cause });
  });
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(text));
  } catch (cause) {
    throw new Unusable(`${file}: bukan JSON dalam UTF-8 / not JSON in UTF-8`, { cause });
  }
};

/** A day off that names no decree says so. */
const citationOf = (decree: string | undefined) =>
  decree === undefined
    ? { text: 'Keputusan instansi', certainty: 'ANALYSIS', note: 'Entered without naming the decree.' }
    : { text: decree, certainty: 'CONFIRMED' };

const withDayOff = async (directory: Directory, agency: Agency, date: string, values: Values): Promise<unknown> => {
  const standing = await directory.settings(agency.agencyId);
  const { name, kind, unit, citation } = values;
  const addedOn = localDate(systemClock.now(), agency.zone);
  const day = { date, kind, name, ...(unit === undefined ? {} : { unit }), addedOn, citation: citationOf(citation) };
  return { ...standing, daysOff: [...(standing?.daysOff ?? []), day] };
};

const reportErrors = (source: string, { errors }: Extract<ParsedSettings, { ok: false }>): void => {
  for (const { path, message } of errors) process.stderr.write(`${source}: ${path}: ${message.id} / ${message.en}\n`);
  process.stderr.write(`${source}: tidak ada yang dimuat / nothing was loaded\n`);
};

const notCovered = (dates: readonly string[]): string[] =>
  dates.filter((date) => !ruleBook.holidays.some(({ year }) => date.startsWith(`${year}-`)));

const load = async (directory: Directory, order: Exclude<Order, { verb: 'show' }>, agency: Agency): Promise<number> => {
  const { agencyId, what } = order;
  const value =
    order.verb === 'import' ? await readJson(what) : await withDayOff(directory, agency, what, order.values);
  const parsed = parseSettings(agencyId, value, await unitsOf(directory, agencyId));
  if (!parsed.ok) {
    reportErrors(what, parsed);
    return 1;
  }
  const written = await importSettings({ directory }, parsed.settings);
  process.stdout.write(written ? `${agencyId}: disimpan / stored\n` : `${agencyId}: tetap / unchanged\n`);
  for (const date of notCovered(parsed.settings.daysOff.map((day) => day.date))) {
    process.stdout.write(`${date}: menunggu kalender tahunnya / waits until the calendar of its year is loaded\n`);
  }
  return 0;
};

const run = async (directory: Directory, order: Order): Promise<number> => {
  const { agencyId } = order;
  const agency = await directory.agency(agencyId);
  if (agency === undefined) throw new Unusable(`${agencyId}: instansi belum dikenal / this agency is not known yet`);
  if (order.verb !== 'show') return load(directory, order, agency);
  process.stdout.write(`${JSON.stringify((await directory.settings(agencyId)) ?? { agencyId }, null, 2)}\n`);
  return 0;
};

const main = async (): Promise<number> => {
  try {
    const order = readOrder();
    const local = await openLocalDirectory(process.env.TERTIB_DATA ?? '.tertib');
    try {
      return await run(local.directory, order);
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
