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
  readonly upTo?: { readonly sortKey: keyof P & string; readonly value: string };
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

const keyCondition = <P extends Place>({ partitionKey, upTo }: IndexQuery<P>, partition: string) =>
  upTo === undefined
    ? {
        KeyConditionExpression: '#partition = :partition',
        ExpressionAttributeNames: { '#partition': partitionKey },
        ExpressionAttributeValues: { ':partition': partition },
      }
    : {
        KeyConditionExpression: '#partition = :partition AND #sort <= :upTo',
        ExpressionAttributeNames: { '#partition': partitionKey, '#sort': upTo.sortKey },
        ExpressionAttributeValues: { ':partition': partition, ':upTo': upTo.value },
      };

const readKeys = async <P extends Place>(table: DynamoTable, query: IndexQuery<P>, reading: Reading<P>) => {
  const { partition, limit, after } = reading;
  const { upTo } = query;
  if (after !== undefined && upTo !== undefined && (after[upTo.sortKey] ?? '') > upTo.value) {
    throw new InvalidCursor('this cursor stands behind the end of the list');
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
