import type { AgencyId } from '../ids.ts';
import type { Directory } from '../ports.ts';
import { type AgencySettings, agencySettingsSchema } from '../rules/agency-settings.ts';
import { canonicalJson } from '../trail/digest.ts';
import type { Message } from './staff-columns.ts';

export interface SettingsError {
  /** Where in the settings, e.g. `daysOff[0].date`. */
  readonly path: string;
  readonly message: Message;
}

export type ParsedSettings =
  | { readonly ok: true; readonly settings: AgencySettings }
  | { readonly ok: false; readonly errors: readonly SettingsError[] };

const placeOf = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');

const unknownUnit: Message = {
  id: 'unit ini tidak ada dalam direktori instansi',
  en: "this unit is not in the agency's directory",
};

/** Units that nobody works in: a misspelt one would be without effect. */
const unitErrors = ({ sixDayUnits, daysOff }: AgencySettings, units: ReadonlySet<string>): SettingsError[] => [
  ...sixDayUnits.flatMap((unit, at) => (units.has(unit) ? [] : [{ path: `sixDayUnits[${at}]`, message: unknownUnit }])),
  ...daysOff.flatMap(({ unit }, at) =>
    unit === undefined || units.has(unit) ? [] : [{ path: `daysOff[${at}].unit`, message: unknownUnit }],
  ),
];

/**
 * Reads the settings of an agency. All or nothing: every wrong value is named by its path.
 * @param value anything, e.g. a parsed JSON file; `agencyId` may be left out of it
 * @param units the units of the agency's staff
 */
export const parseSettings = (agencyId: AgencyId, value: unknown, units: ReadonlySet<string>): ParsedSettings => {
  const given = typeof value === 'object' && value !== null && !Array.isArray(value) ? { agencyId, ...value } : value;
  const parsed = agencySettingsSchema.safeParse(given);
  if (!parsed.success) {
    const errors = parsed.error.issues.map(({ path, message }) => ({
      path: placeOf(path) || '(root)',
      message: { id: `nilai tidak sah (${message})`, en: message },
    }));
    return { ok: false, errors };
  }
  const { data: settings } = parsed;
  const foreign: SettingsError[] =
    settings.agencyId === agencyId
      ? []
      : [{ path: 'agencyId', message: { id: `harus ${agencyId}`, en: `must be ${agencyId}` } }];
  const errors = [...foreign, ...unitErrors(settings, units)];
  return errors.length === 0 ? { ok: true, settings } : { ok: false, errors };
};

/** The units that the staff of an agency work in. */
export const unitsOf = async (directory: Pick<Directory, 'listStaff'>, agencyId: AgencyId): Promise<Set<string>> =>
  new Set((await directory.listStaff(agencyId)).map(({ unit }) => unit));

/** Writes settings where they are new or differ. @returns whether they were written */
export const importSettings = async (
  ports: { readonly directory: Pick<Directory, 'settings' | 'putSettings'> },
  settings: AgencySettings,
): Promise<boolean> => {
  const standing = await ports.directory.settings(settings.agencyId);
  if (standing !== undefined && canonicalJson(standing) === canonicalJson(settings)) return false;
  await ports.directory.putSettings(settings);
  return true;
};
