import * as z from 'zod';
import { caseIdSchema, type Sha256, sha256Schema } from '../../core/ids.ts';
import type { Clock, Holder, Holds } from '../../core/ports.ts';
import { instantSchema } from '../../core/time.ts';
import { DynamoTable, type TableOptions } from './dynamo-table.ts';
import { parseItem, SCHEMA_VERSION, schemaVersion } from './item.ts';

/** One item each way: `sha256#<hex>` lists holders, `holder#<id>` lists what it holds, `closing` those who are to hold nothing. */
export const holdItemSchema = z.strictObject({
  holdKey: z.string().regex(/^(sha256#[0-9a-f]{64}|holder#[A-Za-z0-9-]+|closing)$/),
  member: z.string().min(1),
  at: instantSchema,
  schemaVersion,
});

const holderSchema = z.union([sha256Schema, caseIdSchema]);

const CLOSING = 'closing';
/** In a holder's own list: it was closed. */
const CLOSED = 'closed';

const objectKey = (sha256: Sha256) => `sha256#${sha256}`;
const holderKey = (holder: Holder) => `holder#${holder}`;

export class DynamoHoldStore implements Holds {
  readonly #table: DynamoTable;
  readonly #clock: Clock;

  constructor(options: TableOptions & { readonly clock: Clock }) {
    this.#table = new DynamoTable(options);
    this.#clock = options.clock;
  }

  async add(sha256: Sha256, holder: Holder): Promise<void> {
    await this.#put(holderKey(holder), sha256);
    await this.#put(objectKey(sha256), holder);
    const closed = await this.#table.get({ holdKey: holderKey(holder), member: CLOSED });
    if (closed !== undefined) await this.#put(CLOSING, holder);
  }

  async withdraw(sha256: Sha256, holder: Holder): Promise<void> {
    await this.#remove(objectKey(sha256), holder);
  }

  async forget(sha256: Sha256, holder: Holder): Promise<void> {
    await this.#remove(holderKey(holder), sha256);
  }

  async holders(sha256: Sha256): Promise<Holder[]> {
    return (await this.#members(objectKey(sha256))).map((member) => holderSchema.parse(member));
  }

  async heldBy(holder: Holder): Promise<Sha256[]> {
    const members = await this.#members(holderKey(holder));
    return members.filter((member) => member !== CLOSED).map((member) => sha256Schema.parse(member));
  }

  async close(holder: Holder): Promise<void> {
    await this.#put(holderKey(holder), CLOSED);
    await this.#put(CLOSING, holder);
  }

  async closing(): Promise<Holder[]> {
    return (await this.#members(CLOSING)).map((member) => holderSchema.parse(member));
  }

  async settle(holder: Holder): Promise<void> {
    await this.#remove(CLOSING, holder);
  }

  /** Once; the same again changes nothing. */
  async #put(holdKey: string, member: string): Promise<void> {
    const item = { holdKey, member, at: this.#clock.now(), schemaVersion: SCHEMA_VERSION };
    await this.#table.putIf(item, { expression: 'attribute_not_exists(holdKey)' });
  }

  async #remove(holdKey: string, member: string): Promise<void> {
    await this.#table.deleteIf({ holdKey, member }, { expression: 'attribute_exists(holdKey)' });
  }

  async #members(holdKey: string): Promise<string[]> {
    const items = await this.#table.queryAll({
      KeyConditionExpression: 'holdKey = :holdKey',
      ExpressionAttributeValues: { ':holdKey': holdKey },
      ConsistentRead: true,
    });
    return items.map((item) => parseItem(holdItemSchema, item, 'hold').member);
  }
}
