import * as z from 'zod';
import { NotFound } from '../../core/errors.ts';
import { caseIdSchema, type Sha256, sha256Schema } from '../../core/ids.ts';
import type { Clock, Ids, RequestClaim, Requests } from '../../core/ports.ts';
import { epochOf, type Instant, instantSchema } from '../../core/time.ts';
import { DynamoTable, type TableOptions } from './dynamo-table.ts';
import { type Item, newWriter, parseItem, SCHEMA_VERSION, schemaVersion, writerSchema } from './item.ts';

export const requestItemSchema = z.strictObject({
  key: sha256Schema,
  bodyHash: sha256Schema,
  caseId: caseIdSchema,
  sealedSecrets: z.string(),
  sealedResponse: z.string().optional(),
  expiresAt: instantSchema,
  ttl: z.int().min(0),
  schemaVersion,
  writer: writerSchema,
});

const epochSeconds = (instant: Instant): number => Math.floor(epochOf(instant) / 1000);

const claimOf = (item: Item): RequestClaim => {
  const { key, ttl, schemaVersion: _, writer, ...claim } = parseItem(requestItemSchema, item, 'request claim');
  return claim;
};

export class DynamoRequestStore implements Requests {
  readonly #table: DynamoTable;
  readonly #clock: Clock;
  readonly #ids: Ids;

  constructor(options: TableOptions & { readonly clock: Clock; readonly ids: Ids }) {
    this.#table = new DynamoTable(options);
    this.#clock = options.clock;
    this.#ids = options.ids;
  }

  /** A claim past its end of life counts as gone, whether or not the table has cleaned it away. */
  async claim(key: Sha256, claim: RequestClaim): ReturnType<Requests['claim']> {
    const claimed = await this.#table.putAs(newWriter(this.#ids), {
      item: { key, ...claim, ttl: epochSeconds(claim.expiresAt), schemaVersion: SCHEMA_VERSION },
      key: { key },
      condition: {
        expression: 'attribute_not_exists(#key) OR expiresAt <= :now',
        names: { '#key': 'key' },
        values: { ':now': this.#clock.now() },
      },
    });
    if (claimed) return { outcome: 'claimed' };
    const standing = await this.#table.get({ key });
    if (standing === undefined) throw new NotFound('the claim that stood there is gone: try again');
    return { outcome: 'found', claim: claimOf(standing) };
  }

  /**
   * The first response stays: a later one changes nothing, and learns of the first.
   * @throws NotFound when nobody holds the key
   */
  async complete(key: Sha256, sealedResponse: string): Promise<string> {
    const completed = await this.#table.updateIf({
      Key: { key },
      UpdateExpression: 'SET sealedResponse = :response',
      ConditionExpression: 'attribute_exists(#key) AND attribute_not_exists(sealedResponse)',
      ExpressionAttributeNames: { '#key': 'key' },
      ExpressionAttributeValues: { ':response': sealedResponse },
    });
    if (completed !== undefined) return sealedResponse;
    const standing = await this.#table.get({ key });
    const first = standing === undefined ? undefined : claimOf(standing).sealedResponse;
    if (first === undefined) throw new NotFound('nobody holds this request key');
    return first;
  }
}
