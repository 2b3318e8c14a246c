import { createRequire } from 'node:module';
import * as z from 'zod';
import { TertibError } from '../../core/errors.ts';

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
  TableStatus: z.string(),
  GlobalSecondaryIndexes: z.array(z.looseObject({ IndexStatus: z.string() })).optional(),
});

/**
 * Makes tables usable that were being created when the process was killed: dynalite turns a table from CREATING to ACTIVE by a
 * timer, so a kill in between would leave it unusable, and undeletable, for ever. Such a table holds nothing yet.
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
      if (table.TableStatus === 'CREATING') await store.put(key, activated(table));
    }
  } finally {
    await store.close();
  }
};

const activated = (table: z.infer<typeof tableSchema>): unknown => ({
  ...table,
  TableStatus: 'ACTIVE',
  ...(table.GlobalSecondaryIndexes && {
    GlobalSecondaryIndexes: table.GlobalSecondaryIndexes.map((index) => ({ ...index, IndexStatus: 'ACTIVE' })),
  }),
});
