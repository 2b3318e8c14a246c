import { VersionConflict } from '../../core/errors.ts';
import type { AgencyId, Nip } from '../../core/ids.ts';
import type { Factors, Ids } from '../../core/ports.ts';
import { type PersonFactors, personFactorsSchema } from '../../core/step-up/factors.ts';
import { type Condition, DynamoTable, type TableOptions } from './dynamo-table.ts';
import { type Item, newWriter, parseItem, SCHEMA_VERSION, schemaVersion, writerSchema } from './item.ts';

export const factorsItemSchema = personFactorsSchema.extend({ schemaVersion, writer: writerSchema });

const at = (version: number): Condition =>
  version === 0
    ? { expression: 'attribute_not_exists(agencyId)' }
    : { expression: '#version = :seen', names: { '#version': 'version' }, values: { ':seen': version } };

const factorsOf = (item: Item): PersonFactors => {
  const { schemaVersion: _, writer, ...held } = parseItem(factorsItemSchema, item, 'set of factors');
  return held;
};

export class DynamoFactorStore implements Factors {
  readonly #table: DynamoTable;
  readonly #ids: Ids;

  constructor(options: TableOptions & { readonly ids: Ids }) {
    this.#table = new DynamoTable(options);
    this.#ids = options.ids;
  }

  async get(agencyId: AgencyId, nip: Nip): Promise<PersonFactors | undefined> {
    const item = await this.#table.get({ agencyId, nip });
    return item && factorsOf(item);
  }

  /** Of two writes of one version, made at once, one stands: a code, a counter or a recovery takes effect once. */
  async put(held: PersonFactors): Promise<PersonFactors> {
    const { agencyId, nip, version } = held;
    const next = { ...held, version: version + 1 };
    const written = await this.#table.putAs(newWriter(this.#ids), {
      item: { ...next, schemaVersion: SCHEMA_VERSION },
      key: { agencyId, nip },
      condition: at(version),
    });
    if (!written) throw new VersionConflict(`the factors of a person are not at version ${version}`);
    return next;
  }

  async list(agencyId: AgencyId): Promise<PersonFactors[]> {
    const items = await this.#table.queryAll({
      KeyConditionExpression: 'agencyId = :agencyId',
      ExpressionAttributeValues: { ':agencyId': agencyId },
      ConsistentRead: true,
    });
    return items.map(factorsOf);
  }
}
