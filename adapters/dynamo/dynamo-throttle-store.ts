import * as z from 'zod';
import { sha256Schema } from '../../core/ids.ts';
import type { Clock, Throttle } from '../../core/ports.ts';
import { epochOf } from '../../core/time.ts';
import { sha256Hex } from '../../core/trail/digest.ts';
import { DynamoTable, type TableOptions } from './dynamo-table.ts';
import { SCHEMA_VERSION, schemaVersion } from './item.ts';

export const throttleItemSchema = z.strictObject({
  key: sha256Schema,
  hits: z.int().min(1),
  ttl: z.int().min(0),
  schemaVersion,
});

/**
 * Counts in fixed windows, one item each. The item's key is a hash of what is counted and the window, so an address or a mailbox
 * never stands in the table. A hit over the limit is refused by the write's condition and counts no further.
 */
export class DynamoThrottleStore implements Throttle {
  readonly #table: DynamoTable;
  readonly #clock: Clock;

  constructor(options: TableOptions & { readonly clock: Clock }) {
    this.#table = new DynamoTable(options);
    this.#clock = options.clock;
  }

  /** An attempt repeated because its answer was lost may count twice: it errs on the strict side. */
  async hit(
    key: string,
    { max, windowSeconds }: { max: number; windowSeconds: number },
  ): Promise<{ allowed: boolean; retryAfterSeconds: number }> {
    const now = epochOf(this.#clock.now()) / 1000;
    const start = Math.floor(now / windowSeconds) * windowSeconds;
    const end = start + windowSeconds;
    const counted = await this.#table.updateIf({
      Key: { key: sha256Hex(`${key}|${windowSeconds}|${start}`) },
      UpdateExpression: 'ADD hits :one SET #ttl = :end, schemaVersion = :schemaVersion',
      ConditionExpression: 'attribute_not_exists(hits) OR hits < :max',
      ExpressionAttributeNames: { '#ttl': 'ttl' },
      ExpressionAttributeValues: { ':one': 1, ':end': end, ':schemaVersion': SCHEMA_VERSION, ':max': max },
    });
    return counted === undefined
      ? { allowed: false, retryAfterSeconds: Math.ceil(end - now) }
      : { allowed: true, retryAfterSeconds: 0 };
  }
}
