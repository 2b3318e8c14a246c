import { setTimeout as pause } from 'node:timers/promises';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { ServiceUnavailable } from '../../core/errors.ts';
import { outside } from '../outside.ts';
import type { Item } from './item.ts';

export interface TableOptions {
  readonly client: DynamoDBDocumentClient;
  /** The table's full name. */
  readonly table: string;
}

/** Under which a write takes effect; names and values as in an expression. */
export interface Condition {
  readonly expression: string;
  readonly names?: Readonly<Record<string, string>>;
  readonly values?: Readonly<Record<string, unknown>>;
}

export type Key = Readonly<Record<string, string | number>>;

type Query = Omit<QueryCommandInput, 'TableName'>;

const BATCH = 100;
const BATCH_TRIES = 6;
const BATCH_PAUSE_MS = 50;

const conditionInput = ({ expression, names, values }: Condition) => ({
  ConditionExpression: expression,
  ...(names !== undefined && { ExpressionAttributeNames: { ...names } }),
  ...(values !== undefined && { ExpressionAttributeValues: { ...values } }),
});

const projectionOf = (attributes: readonly string[]) => ({
  ProjectionExpression: attributes.map((_, place) => `#${place}`).join(', '),
  ExpressionAttributeNames: Object.fromEntries(attributes.map((name, place) => [`#${place}`, name])),
});

/** One table: consistent reads, conditional writes, whole answers. Knows nothing of what the items mean. */
export class DynamoTable {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor({ client, table }: TableOptions) {
    this.#client = client;
    this.#table = table;
  }

  /** @param attributes reads these alone, so that a role can be kept from all others */
  async get(key: Key, attributes?: readonly string[]): Promise<Item | undefined> {
    const command = new GetCommand({
      TableName: this.#table,
      Key: key,
      ConsistentRead: true,
      ...(attributes !== undefined && projectionOf(attributes)),
    });
    return (await this.#call(() => this.#client.send(command))).Item;
  }

  /** @returns whether the condition held */
  async putIf(item: Item, condition: Condition): Promise<boolean> {
    const command = new PutCommand({ TableName: this.#table, Item: { ...item }, ...conditionInput(condition) });
    return this.#unlessRefused(() => this.#client.send(command));
  }

  /**
   * Puts an item that carries its writer's token. True also where the condition failed because an earlier attempt of this very
   * call had taken effect and only its answer was lost.
   */
  async putAs(
    writer: string,
    { item, key, condition }: { item: Item; key: Key; condition: Condition },
  ): Promise<boolean> {
    if (await this.putIf({ ...item, writer }, condition)) return true;
    return (await this.get(key))?.writer === writer;
  }

  /** @returns the attributes asked for, or undefined where the condition did not hold */
  async updateIf(update: Omit<UpdateCommandInput, 'TableName'>): Promise<Item | undefined> {
    const command = new UpdateCommand({ TableName: this.#table, ...update });
    let attributes: Item | undefined;
    const held = await this.#unlessRefused(async () => {
      attributes = (await this.#client.send(command)).Attributes ?? {};
    });
    return held ? attributes : undefined;
  }

  /** @returns whether the condition held */
  async deleteIf(key: Key, condition: Condition): Promise<boolean> {
    const command = new DeleteCommand({ TableName: this.#table, Key: key, ...conditionInput(condition) });
    return this.#unlessRefused(() => this.#client.send(command));
  }

  /** All items of a query, through as many 1 MB pages as there are. */
  async queryAll(query: Query): Promise<Item[]> {
    const items: Item[] = [];
    let startKey: Item | undefined;
    do {
      const page = await this.#query({ ...query, ExclusiveStartKey: startKey && { ...startKey } });
      items.push(...(page.Items ?? []));
      startKey = page.LastEvaluatedKey;
    } while (startKey !== undefined);
    return items;
  }

  /** At most `limit` items, and whether there are more. */
  async queryPage(query: Query, limit: number): Promise<{ items: Item[]; more: boolean }> {
    const { Items = [], LastEvaluatedKey } = await this.#query({ ...query, Limit: limit + 1 });
    return { items: Items.slice(0, limit), more: Items.length > limit || LastEvaluatedKey !== undefined };
  }

  /** The items of these keys, consistently, in the order of the keys; keys without an item are left out. */
  async getAll(keys: readonly Key[]): Promise<Item[]> {
    const found: Item[] = [];
    for (let start = 0; start < keys.length; start += BATCH) {
      found.push(...(await this.#getBatch(keys.slice(start, start + BATCH))));
    }
    const itemOf = (key: Key) =>
      found.find((item) => Object.entries(key).every(([name, value]) => item[name] === value));
    return keys.map(itemOf).filter((item) => item !== undefined);
  }

  async #getBatch(keys: readonly Key[]): Promise<Item[]> {
    const found: Item[] = [];
    let left: Record<string, unknown>[] = keys.map((key) => ({ ...key }));
    for (let attempt = 0; left.length > 0; attempt += 1) {
      if (attempt === BATCH_TRIES) throw new ServiceUnavailable(`${this.#table} did not give all items`);
      if (attempt > 0) await pause(BATCH_PAUSE_MS * 2 ** attempt);
      const command = new BatchGetCommand({ RequestItems: { [this.#table]: { Keys: left, ConsistentRead: true } } });
      const answer = await this.#call(() => this.#client.send(command));
      found.push(...(answer.Responses?.[this.#table] ?? []));
      left = answer.UnprocessedKeys?.[this.#table]?.Keys ?? [];
    }
    return found;
  }

  async #query(query: Query) {
    return this.#call(() => this.#client.send(new QueryCommand({ TableName: this.#table, ...query })));
  }

  async #unlessRefused(send: () => Promise<unknown>): Promise<boolean> {
    try {
      await this.#call(send);
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }

  #call<T>(send: () => Promise<T>): Promise<T> {
    return outside(`DynamoDB (${this.#table})`, send);
  }
}
