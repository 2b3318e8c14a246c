import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { actorSchema } from '../../core/case/actor.ts';
import { VersionConflict } from '../../core/errors.ts';
import { type CaseId, caseIdSchema } from '../../core/ids.ts';
import type { Access, AccessLog } from '../../core/ports.ts';
import { instantSchema } from '../../core/time.ts';
import { DynamoTable, type TableOptions } from './dynamo-table.ts';
import { type Item, parseItem, SCHEMA_VERSION, schemaVersion } from './item.ts';

export const accessItemSchema = z.strictObject({
  caseId: caseIdSchema,
  accessId: z.string().min(1),
  at: instantSchema,
  actor: z.union([actorSchema, z.strictObject({ kind: z.literal('robot') })]),
  action: z.string().min(1),
  detail: z.string().optional(),
  schemaVersion,
});

const accessOf = (item: Item): Access => {
  const { schemaVersion: _, ...access } = parseItem(accessItemSchema, item, 'access record');
  return access;
};

const byTime = (a: Access, b: Access): number =>
  a.at === b.at ? Number(a.accessId > b.accessId) - Number(a.accessId < b.accessId) : a.at < b.at ? -1 : 1;

export class DynamoAccessLog implements AccessLog {
  readonly #table: DynamoTable;

  constructor(options: TableOptions) {
    this.#table = new DynamoTable(options);
  }

  /**
   * Writes the record once; the same record again changes nothing.
   * @throws VersionConflict when another record has this id: none is ever overwritten
   */
  async record(access: Access): Promise<void> {
    const item = { ...access, schemaVersion: SCHEMA_VERSION };
    if (await this.#table.putIf(item, { expression: 'attribute_not_exists(accessId)' })) return;
    const stored = await this.#table.get({ caseId: access.caseId, accessId: access.accessId });
    const { detail, ...rest } = access;
    const same = stored !== undefined && isDeepStrictEqual(accessOf(stored), detail === undefined ? rest : access);
    if (!same) throw new VersionConflict(`access ${access.accessId} of ${access.caseId} is taken`);
  }

  /** Oldest first. */
  async list(caseId: CaseId): Promise<Access[]> {
    const items = await this.#table.queryAll({
      KeyConditionExpression: 'caseId = :caseId',
      ExpressionAttributeValues: { ':caseId': caseId },
      ConsistentRead: true,
    });
    return items.map(accessOf).sort(byTime);
  }
}
