import * as z from 'zod';
import { InvalidCursor } from '../../core/errors.ts';
import type { PageRequest } from '../../core/ports.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { DynamoTable } from './dynamo-table.ts';
import { parseItem } from './item.ts';
import { SHARDS } from './shards.ts';

/** Where a row stands in a partition of an index: the index's sort key, if any, and the table's own keys. */
type Place = Readonly<Record<string, string>>;

export interface IndexQuery<P extends Place> {
  readonly index: string;
  readonly partitionKey: string;
  /** Parses a row of the index, and the place in a cursor; drops the partition. */
  readonly place: z.ZodType<P>;
  readonly descending?: boolean;
  /** Only rows whose sort key is at most `value`. */
  readonly upTo?: Bound<P>;
  /** Only rows whose sort key is at least `value`. */
  readonly from?: Bound<P>;
}

interface Bound<P> {
  readonly sortKey: keyof P & string;
  readonly value: string;
}

export interface KeyPage<P> {
  readonly keys: readonly P[];
  readonly cursor?: string | undefined;
}

interface Reading<P> {
  readonly partition: string;
  readonly limit: number;
  readonly after: P | undefined;
}

const boundOf = <P extends Place>({ upTo, from }: IndexQuery<P>) => {
  if (upTo !== undefined) return { ...upTo, sign: '<=' };
  return from === undefined ? undefined : { ...from, sign: '>=' };
};

const keyCondition = <P extends Place>(query: IndexQuery<P>, partition: string) => {
  const bound = boundOf(query);
  return {
    KeyConditionExpression: `#partition = :partition${bound === undefined ? '' : ` AND #sort ${bound.sign} :bound`}`,
    ExpressionAttributeNames: { '#partition': query.partitionKey, ...(bound && { '#sort': bound.sortKey }) },
    ExpressionAttributeValues: { ':partition': partition, ...(bound && { ':bound': bound.value }) },
  };
};

const standsOutside = <P extends Place>({ upTo, from }: IndexQuery<P>, after: P): boolean =>
  (upTo !== undefined && (after[upTo.sortKey] ?? '') > upTo.value) ||
  (from !== undefined && (after[from.sortKey] ?? '') < from.value);

const readKeys = async <P extends Place>(table: DynamoTable, query: IndexQuery<P>, reading: Reading<P>) => {
  const { partition, limit, after } = reading;
  if (after !== undefined && standsOutside(query, after)) {
    throw new InvalidCursor('this cursor stands outside of the list');
  }
  const { items, more } = await table.queryPage(
    {
      IndexName: query.index,
      ...keyCondition(query, partition),
      ScanIndexForward: query.descending !== true,
      ...(after !== undefined && { ExclusiveStartKey: { ...after, [query.partitionKey]: partition } }),
    },
    limit,
  );
  return { keys: items.map((item) => parseItem(query.place, item, `row of index ${query.index}`)), more };
};

/**
 * A page of keys from one partition of an index.
 * @throws InvalidCursor
 */
export const keysOfPartition = async <P extends Place>(
  table: DynamoTable,
  query: IndexQuery<P>,
  { partition, limit, cursor }: PageRequest & { readonly partition: string },
): Promise<KeyPage<P>> => {
  const after = cursor === undefined ? undefined : decodeCursor(query.place, cursor);
  const { keys, more } = await readKeys(table, query, { partition, limit, after });
  return { keys, cursor: more ? encodeCursor(keys.at(-1)) : undefined };
};

/**
 * A page of keys from several partitions of an index as if they were one, in the order of a sort key that no two rows share.
 * @throws InvalidCursor
 */
export const keysOfPartitions = async <P extends Place>(
  table: DynamoTable,
  query: IndexQuery<P>,
  { partitions, sortKey, limit, cursor }: PageRequest & { partitions: readonly string[]; sortKey: keyof P & string },
): Promise<KeyPage<P>> => {
  const after = cursor === undefined ? undefined : decodeCursor(query.place, cursor);
  const pages = await Promise.all(partitions.map((partition) => readKeys(table, query, { partition, limit, after })));
  const placeOf = (key: P): string => key[sortKey] ?? '';
  const found = pages.flatMap(({ keys }) => keys).sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  const keys = found.slice(0, limit);
  const more = found.length > limit || pages.some((page) => page.more);
  return { keys, cursor: more ? encodeCursor(keys.at(-1)) : undefined };
};

const shardPlace = <P extends Place>(place: z.ZodType<P>) =>
  z.object({
    shard: z
      .int()
      .min(0)
      .max(SHARDS.length - 1),
    after: place.optional(),
  });

/**
 * A page of keys from all shards of an index, shard after shard: ordered within a shard only.
 * @throws InvalidCursor
 */
export const keysOfShards = async <P extends Place>(
  table: DynamoTable,
  query: IndexQuery<P>,
  { limit, cursor }: PageRequest,
): Promise<KeyPage<P>> => {
  const start = cursor === undefined ? { shard: 0 } : decodeCursor(shardPlace(query.place), cursor);
  const found: P[] = [];
  let after = 'after' in start ? start.after : undefined;
  for (const [shard, partition] of SHARDS.entries()) {
    if (shard < start.shard) continue;
    if (found.length === limit) return { keys: found, cursor: encodeCursor({ shard }) };
    const { keys, more } = await readKeys(table, query, { partition, limit: limit - found.length, after });
    found.push(...keys);
    if (more) return { keys: found, cursor: encodeCursor({ shard, after: keys.at(-1) }) };
    after = undefined;
  }
  return { keys: found };
};
