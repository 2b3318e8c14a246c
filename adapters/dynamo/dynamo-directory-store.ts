import * as z from 'zod';
import { type Agency, agencySchema, type Staff, staffSchema } from '../../core/directory/staff.ts';
import { VersionConflict } from '../../core/errors.ts';
import { type AgencyId, agencyIdSchema, type Nip } from '../../core/ids.ts';
import type { Directory } from '../../core/ports.ts';
import { type AgencySettings, agencySettingsSchema } from '../../core/rules/agency-settings.ts';
import { DynamoTable, type TableOptions } from './dynamo-table.ts';
import { type IndexQuery, keysOfPartition } from './index-keys.ts';
import { type Item, parseItem, SCHEMA_VERSION, schemaVersion } from './item.ts';

/** Stands where a NIP would, in the one item about the agency itself; sorts behind every NIP. */
const AGENCY = 'AGENCY';
/** The same for the agency's settings. */
const SETTINGS = 'SETTINGS';

export const agencyItemSchema = agencySchema.extend({
  nip: z.literal(AGENCY),
  recordKind: z.literal(AGENCY),
  schemaVersion,
});
export const staffItemSchema = staffSchema.extend({ schemaVersion });
/** The settings stand whole under one attribute: their own rules hold for all of it. */
export const settingsItemSchema = z.strictObject({
  agencyId: agencyIdSchema,
  nip: z.literal(SETTINGS),
  settings: agencySettingsSchema,
  schemaVersion,
});

const agencyOf = (item: Item): Agency => {
  const { nip, recordKind, schemaVersion: _, ...agency } = parseItem(agencyItemSchema, item, 'agency');
  return agency;
};

const staffOf = (item: Item): Staff => {
  const { schemaVersion: _, ...staff } = parseItem(staffItemSchema, item, 'staff record');
  return staff;
};

const byAgency = z.object({ agencyId: agencyIdSchema, nip: z.literal(AGENCY) });
const allAgencies: IndexQuery<z.infer<typeof byAgency>> = {
  index: 'agencies',
  partitionKey: 'recordKind',
  place: byAgency,
};
const PAGE = 100;

export class DynamoDirectoryStore implements Directory {
  readonly #table: DynamoTable;

  constructor(options: TableOptions) {
    this.#table = new DynamoTable(options);
  }

  async agency(agencyId: AgencyId): Promise<Agency | undefined> {
    const item = await this.#table.get({ agencyId, nip: AGENCY });
    return item && agencyOf(item);
  }

  async agencies(): Promise<Agency[]> {
    const found: Agency[] = [];
    let cursor: string | undefined;
    do {
      const page = await keysOfPartition(this.#table, allAgencies, { partition: AGENCY, limit: PAGE, cursor });
      found.push(...(await this.#table.getAll(page.keys)).map(agencyOf));
      cursor = page.cursor;
    } while (cursor !== undefined);
    return found;
  }

  async putAgency(agency: Agency): Promise<void> {
    await this.#put({ ...agency, nip: AGENCY, recordKind: AGENCY });
  }

  async staff(agencyId: AgencyId, nip: Nip): Promise<Staff | undefined> {
    const item = await this.#table.get({ agencyId, nip });
    return item && staffOf(item);
  }

  async listStaff(agencyId: AgencyId): Promise<Staff[]> {
    const items = await this.#table.queryAll({
      KeyConditionExpression: 'agencyId = :agencyId AND nip < :agency',
      ExpressionAttributeValues: { ':agencyId': agencyId, ':agency': AGENCY },
      ConsistentRead: true,
    });
    return items.map(staffOf);
  }

  async putStaff(staff: Staff): Promise<void> {
    await this.#put(staff);
  }

  async settings(agencyId: AgencyId): Promise<AgencySettings | undefined> {
    const item = await this.#table.get({ agencyId, nip: SETTINGS });
    return item && parseItem(settingsItemSchema, item, 'agency settings').settings;
  }

  async putSettings(settings: AgencySettings): Promise<void> {
    await this.#put({ agencyId: settings.agencyId, nip: SETTINGS, settings });
  }

  /** The newest import wins; but code never overwrites an item of a shape newer than it knows. */
  async #put(item: Item): Promise<void> {
    const written = await this.#table.putIf(
      { ...item, schemaVersion: SCHEMA_VERSION },
      {
        expression: 'attribute_not_exists(schemaVersion) OR schemaVersion <= :known',
        values: { ':known': SCHEMA_VERSION },
      },
    );
    if (!written) throw new VersionConflict('the directory holds a record of a newer version of this program');
  }
}
