import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { documentClient } from '../../adapters/dynamo/document-client.ts';
import { type TableDescription, tables } from '../../adapters/dynamo/tables.ts';
import { type Change, type Item, indexWriteUnits, readUnits, tableWriteUnits } from './capacity.ts';
import { addressOf, type Tables } from './local-tables.ts';

/** Read and write units so far, and how many calls they took. */
export interface Capacity {
  calls: number;
  readUnits: number;
  writeUnits: number;
  /** The part of the write units that indexes take. */
  indexWriteUnits: number;
  /** Calls by what they are, e.g. `Query Trail`. */
  readonly kinds: Map<string, number>;
}

const item = z.record(z.string(), z.unknown());
const keys = z.record(z.string(), z.union([z.string(), z.number()]));
const change = z.object({ TableName: z.string(), Key: keys.optional(), Item: item.optional() });
const target = z.object({
  TableName: z.string().optional(),
  RequestItems: z.record(z.string(), z.unknown()).optional(),
});
const single = z.object({ TableName: z.string(), ConsistentRead: z.boolean().default(false) });
const batch = z.object({
  RequestItems: z.record(z.string(), z.object({ Keys: z.array(keys), ConsistentRead: z.boolean().default(false) })),
});
const batchAnswer = z.object({ Responses: z.record(z.string(), z.array(item)) });

const tableNamed = (name: string, prefix: string): TableDescription => {
  const found = Object.values(tables).find((table) => `${prefix}${table.name}` === name);
  if (found === undefined) throw new RangeError(`no table ${name}`);
  return found;
};

const keyIn = (whole: Readonly<Record<string, unknown>>, { partitionKey, sortKey }: TableDescription): Item =>
  Object.fromEntries(
    [partitionKey, sortKey].flatMap((key) => (key === undefined ? [] : [[key.name, whole[key.name]]])),
  );

/** Counts what the engine does not tell: AWS bills indexes too. */
class Meter {
  readonly capacity: Capacity = { calls: 0, readUnits: 0, writeUnits: 0, indexWriteUnits: 0, kinds: new Map() };
  readonly #unmetered: DynamoDBDocumentClient;
  readonly #prefix: string;

  constructor(unmetered: DynamoDBDocumentClient, prefix: string) {
    this.#unmetered = unmetered;
    this.#prefix = prefix;
  }

  call(commandName: string, input: unknown): void {
    const names = target.parse(input);
    const [name = ''] = names.TableName === undefined ? Object.keys(names.RequestItems ?? {}) : [names.TableName];
    const kind = `${commandName.replace('Command', '')} ${name.slice(this.#prefix.length)}`;
    this.capacity.calls += 1;
    this.capacity.kinds.set(kind, (this.capacity.kinds.get(kind) ?? 0) + 1);
  }

  /** Looks at the item before and after, by reads that do not count. */
  async write<T>(input: unknown, send: () => Promise<T>): Promise<T> {
    const { TableName, Key, Item } = change.parse(input);
    const table = tableNamed(TableName, this.#prefix);
    const look = async (): Promise<Item | undefined> => {
      const command = new GetCommand({ TableName, Key: keyIn(Key ?? Item ?? {}, table), ConsistentRead: true });
      return (await this.#unmetered.send(command)).Item;
    };
    const before = await look();
    try {
      return await send();
    } finally {
      this.#count({ before, after: await look() }, table);
    }
  }

  #count(changed: Change, table: TableDescription): void {
    const inIndexes = indexWriteUnits(changed, table);
    this.capacity.writeUnits += tableWriteUnits(changed) + inIndexes;
    this.capacity.indexWriteUnits += inIndexes;
  }

  get(input: unknown, answer: unknown): void {
    const found = z.object({ Item: item.optional() }).parse(answer).Item;
    this.capacity.readUnits += readUnits(found === undefined ? [] : [found], single.parse(input).ConsistentRead);
  }

  query(input: unknown, answer: unknown): void {
    const { Items } = z.object({ Items: z.array(item).default([]) }).parse(answer);
    this.capacity.readUnits += readUnits(Items, single.parse(input).ConsistentRead);
  }

  /** Each item of a batch is rounded up by itself, and one that is not there counts too. */
  batch(input: unknown, answer: unknown): void {
    const { Responses } = batchAnswer.parse(answer);
    for (const [name, { Keys, ConsistentRead }] of Object.entries(batch.parse(input).RequestItems)) {
      const items = Responses[name] ?? [];
      for (const found of items) this.capacity.readUnits += readUnits([found], ConsistentRead);
      this.capacity.readUnits += (Keys.length - items.length) * readUnits([], ConsistentRead);
    }
  }
}

const WRITES = ['PutItemCommand', 'UpdateItemCommand', 'DeleteItemCommand'];

/** A document client of the local engine that counts what its calls would be billed. */
export const meteredClient = (place: Tables): { client: DynamoDBDocumentClient; capacity: Capacity } => {
  const address = addressOf(place);
  const meter = new Meter(documentClient(address), place.prefix);
  const client = documentClient(address);
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const { input } = args;
        meter.call(commandName, input);
        if (WRITES.includes(commandName)) return meter.write(input, () => next(args));
        const result = await next(args);
        if (commandName === 'GetItemCommand') meter.get(input, result.output);
        else if (commandName === 'QueryCommand') meter.query(input, result.output);
        else if (commandName === 'BatchGetItemCommand') meter.batch(input, result.output);
        else throw new RangeError(`${commandName} is not metered`);
        return result;
      },
    { step: 'initialize', priority: 'high', name: 'meter' },
  );
  return { client, capacity: meter.capacity };
};
