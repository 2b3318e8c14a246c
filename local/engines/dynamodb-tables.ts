import { createRequire } from 'node:module';
import * as z from 'zod';
import { tableInput } from '../../adapters/dynamo/create-tables.ts';
import { tables } from '../../adapters/dynamo/tables.ts';
import { TertibError } from '../../core/errors.ts';
import { TABLE_PREFIX } from '../table-prefix.ts';

/** Another process holds the data folder. */
export class DataFolderInUse extends TertibError {
  override readonly name = 'DataFolderInUse';
}

interface Store {
  open(): Promise<void>;
  close(): Promise<void>;
  put(key: string, value: unknown): Promise<void>;
  iterator(range: { gte: string; lt: string }): AsyncIterable<[string, unknown]>;
}
type StoreConstructor = new (path: string, options: { valueEncoding: 'json' }) => Store;

/** dynalite's own LevelDB, so that both always speak of the same file format. */
const levelSchema = z.object({ Level: z.custom<StoreConstructor>((value) => typeof value === 'function') });
const loadLevel = (): StoreConstructor => {
  const fromDynalite = createRequire(createRequire(import.meta.url).resolve('dynalite'));
  return levelSchema.parse(fromDynalite('level')).Level;
};

const tableSchema = z.looseObject({
  TableName: z.string(),
  TableArn: z.string(),
  TableStatus: z.string(),
  GlobalSecondaryIndexes: z.array(z.looseObject({ IndexName: z.string(), IndexStatus: z.string() })).optional(),
});
type StoredTable = z.infer<typeof tableSchema>;

const noThroughput = { ReadCapacityUnits: 0, WriteCapacityUnits: 0, NumberOfDecreasesToday: 0 };

/**
 * A table of an earlier version with the indexes that it lacks: dynalite adds none to a table that stands. They begin empty, and items
 * come in as they are next written; rows that a new index needs are written anew by the sweep.
 */
const withNewIndexes = (stored: StoredTable): StoredTable => {
  const description = Object.values(tables).find(({ name }) => `${TABLE_PREFIX}${name}` === stored.TableName);
  const had = new Set<string | undefined>(stored.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName));
  const { GlobalSecondaryIndexes = [], AttributeDefinitions } =
    description === undefined ? {} : tableInput(TABLE_PREFIX, description);
  const added = GlobalSecondaryIndexes.filter(({ IndexName }) => !had.has(IndexName)).map(
    ({ IndexName = '', ...index }) => ({
      ...index,
      IndexName,
      IndexArn: `${stored.TableArn}/index/${IndexName}`,
      IndexSizeBytes: 0,
      ItemCount: 0,
      IndexStatus: 'ACTIVE',
      ProvisionedThroughput: noThroughput,
    }),
  );
  if (added.length === 0) return stored;
  return {
    ...stored,
    AttributeDefinitions,
    GlobalSecondaryIndexes: [...(stored.GlobalSecondaryIndexes ?? []), ...added],
  };
};

/**
 * Makes tables usable that were being created when the process was killed: dynalite turns a table from CREATING to ACTIVE by a
 * timer, so a kill in between would leave it unusable, and undeletable, for ever. Such a table holds nothing yet. And gives tables of an
 * earlier version the indexes they lack.
 *
 * @param path a LevelDB folder that nobody has open
 */
export const finishTableCreation = async (path: string): Promise<void> => {
  const Level = loadLevel();
  const store = new Level(path, { valueEncoding: 'json' });
  try {
    await store.open();
  } catch (error) {
    throw new DataFolderInUse(`${path} cannot be opened; is another process using it?`, { cause: error });
  }
  try {
    for await (const [key, value] of store.iterator({ gte: 'table~', lt: 'table~\xff' })) {
      const table = tableSchema.parse(value);
      const usable = withNewIndexes(table.TableStatus === 'CREATING' ? activated(table) : table);
      if (usable !== table) await store.put(key, usable);
    }
  } finally {
    await store.close();
  }
};

const activated = (table: StoredTable): StoredTable => ({
  ...table,
  TableStatus: 'ACTIVE',
  ...(table.GlobalSecondaryIndexes && {
    GlobalSecondaryIndexes: table.GlobalSecondaryIndexes.map((index) => ({ ...index, IndexStatus: 'ACTIVE' })),
  }),
});
