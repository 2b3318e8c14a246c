import * as z from 'zod';
import { VersionConflict } from '../../core/errors.ts';
import { type AgencyId, type Sha256, sha256Schema } from '../../core/ids.ts';
import { type InboundRow, type InboundStatus, inboundRowSchema } from '../../core/inbound/inbound-row.ts';
import type { Ids, InboundMails, Page, PageRequest } from '../../core/ports.ts';
import { instantSchema } from '../../core/time.ts';
import { DynamoTable, type TableOptions } from './dynamo-table.ts';
import { type IndexQuery, keysOfPartition } from './index-keys.ts';
import { type Item, newWriter, parseItem, SCHEMA_VERSION, schemaVersion, writerSchema } from './item.ts';

export const inboundItemSchema = inboundRowSchema.extend({
  agencyStatus: z.string(),
  schemaVersion,
  writer: writerSchema,
});

const partitionOf = (agencyId: AgencyId, status: InboundStatus): string => `${agencyId}#${status}`;

const itemOf = (row: InboundRow): Item => ({
  ...row,
  agencyStatus: partitionOf(row.agencyId, row.status),
  schemaVersion: SCHEMA_VERSION,
});

const rowOf = (item: Item): InboundRow => {
  const { agencyStatus, schemaVersion: _, writer, ...row } = parseItem(inboundItemSchema, item, 'inbound mail');
  return row;
};

const byTime = z.object({ receivedAt: instantSchema, mailId: sha256Schema });
const byAgencyStatus: IndexQuery<z.infer<typeof byTime>> = {
  index: 'byAgencyStatus',
  partitionKey: 'agencyStatus',
  place: byTime,
};

export class DynamoInboundStore implements InboundMails {
  readonly #table: DynamoTable;
  readonly #ids: Ids;

  constructor(options: TableOptions & { readonly ids: Ids }) {
    this.#table = new DynamoTable(options);
    this.#ids = options.ids;
  }

  async get(mailId: Sha256): Promise<InboundRow | undefined> {
    const item = await this.#table.get({ mailId });
    return item && rowOf(item);
  }

  async create(row: InboundRow): Promise<'created' | 'exists'> {
    const created = await this.#table.putAs(newWriter(this.#ids), {
      item: itemOf(row),
      key: { mailId: row.mailId },
      condition: { expression: 'attribute_not_exists(mailId)' },
    });
    return created ? 'created' : 'exists';
  }

  async update(row: InboundRow): Promise<InboundRow> {
    const next = { ...row, version: row.version + 1 };
    const updated = await this.#table.putAs(newWriter(this.#ids), {
      item: itemOf(next),
      key: { mailId: row.mailId },
      condition: {
        expression: '#version = :seen',
        names: { '#version': 'version' },
        values: { ':seen': row.version },
      },
    });
    if (!updated) throw new VersionConflict(`mail ${row.mailId} is not at version ${row.version}`);
    return next;
  }

  async list(query: { agencyId: AgencyId; status: InboundStatus } & PageRequest): Promise<Page<InboundRow>> {
    const { agencyId, status } = query;
    const partition = partitionOf(agencyId, status);
    const page = await keysOfPartition(this.#table, byAgencyStatus, { ...query, partition });
    const items = await this.#table.getAll(page.keys.map(({ mailId }) => ({ mailId })));
    const rows = items.map(rowOf).filter((row) => row.agencyId === agencyId && row.status === status);
    return { items: rows, cursor: page.cursor };
  }
}
