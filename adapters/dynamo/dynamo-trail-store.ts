import * as z from 'zod';
import { type CaseEvent, caseEventSchema } from '../../core/case/events.ts';
import { MalformedItem, TrailBroken } from '../../core/errors.ts';
import { type CaseId, caseIdSchema, sha256Schema } from '../../core/ids.ts';
import type { Ids, Trail } from '../../core/ports.ts';
import { instantSchema } from '../../core/time.ts';
import { hashOfEvent } from '../../core/trail/chain.ts';
import { canonicalJson } from '../../core/trail/digest.ts';
import { DynamoTable, type TableOptions } from './dynamo-table.ts';
import { type Item, newWriter, parseItem, SCHEMA_VERSION, schemaVersion, writerSchema } from './item.ts';

/**
 * `event` is the whole envelope as RFC 8785 text, so the bytes that were hashed come back exactly as they were: a map attribute
 * would pass every number and list through another type system. The attributes beside it repeat what people look for in
 * a table; where one disagrees with `event`, the item was altered.
 */
export const trailItemSchema = z.strictObject({
  caseId: caseIdSchema,
  seq: z.int().min(1),
  type: z.string(),
  at: instantSchema,
  hash: sha256Schema,
  event: z.string(),
  schemaVersion,
  writer: writerSchema,
});

const itemOf = (event: CaseEvent): Item => ({
  caseId: event.caseId,
  seq: event.seq,
  type: event.type,
  at: event.at,
  hash: event.hash,
  event: canonicalJson(event),
  schemaVersion: SCHEMA_VERSION,
});

const jsonOf = (text: string, where: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new MalformedItem(`${where} is not JSON`, { cause: error });
  }
};

const eventOf = (item: Item): CaseEvent => {
  const stored = parseItem(trailItemSchema, item, 'event');
  const where = `event ${stored.seq} of ${stored.caseId}`;
  const event = parseItem(caseEventSchema, jsonOf(stored.event, where), where);
  const altered = (['caseId', 'seq', 'type', 'at', 'hash'] as const).filter((name) => event[name] !== stored[name]);
  if (altered.length > 0) throw new MalformedItem(`${where} disagrees with its item on ${altered.join(', ')}`);
  return event;
};

export class DynamoTrailStore implements Trail {
  readonly #table: DynamoTable;
  readonly #ids: Ids;

  constructor(options: TableOptions & { readonly ids: Ids }) {
    this.#table = new DynamoTable(options);
    this.#ids = options.ids;
  }

  /**
   * One conditional put. Of any number of calls for one (caseId, seq) exactly one is told `appended`, also when they carry the
   * same event, and also when the answer to the put was lost on the way.
   * @throws TrailBroken for an event whose own hash is wrong: it is not stored
   */
  async append(event: CaseEvent): Promise<'appended' | 'conflict'> {
    if (hashOfEvent(event) !== event.hash)
      throw new TrailBroken(`event ${event.seq} of ${event.caseId} has a wrong hash`);
    const mine = await this.#table.putAs(newWriter(this.#ids), {
      item: itemOf(event),
      key: { caseId: event.caseId, seq: event.seq },
      condition: { expression: 'attribute_not_exists(caseId)' },
    });
    return mine ? 'appended' : 'conflict';
  }

  async read(caseId: CaseId): Promise<CaseEvent[]> {
    const items = await this.#table.queryAll({
      KeyConditionExpression: 'caseId = :caseId',
      ExpressionAttributeValues: { ':caseId': caseId },
      ConsistentRead: true,
    });
    return items.map(eventOf);
  }
}
