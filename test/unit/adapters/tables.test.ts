import { readFile } from 'node:fs/promises';
import { type TableDescription, tableName, tables } from '../../../adapters/dynamo/tables.ts';

const all: readonly TableDescription[] = Object.values(tables);

describe('the tables', () => {
  it('are named by prefix and noun', () => {
    expect(tableName('tertib-dev-', 'trail')).toBe('tertib-dev-Trail');
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  });

  it('are data that needs no SDK', async () => {
    const source = await readFile(new URL('../../../adapters/dynamo/tables.ts', import.meta.url), 'utf8');
    expect(source).not.toMatch(/^import/m);
    expect(JSON.parse(JSON.stringify(tables))).toEqual(tables);
  });

  it.each(all.map((table) => [table.name, table] as const))(
    '%s says what it and its indexes are for',
    (_name, table) => {
      for (const { purpose } of [table, ...table.indexes]) expect(purpose).toMatch(/^[A-Z`].+\.$/);
    },
  );

  it.each(all.map((table) => [table.name, table] as const))(
    '%s gives an attribute one type in all its keys',
    (_name, table) => {
      const keys = [table, ...table.indexes].flatMap(({ partitionKey, sortKey }) =>
        sortKey ? [partitionKey, sortKey] : [partitionKey],
      );
      const types = new Map(keys.map(({ name, type }) => [name, type]));
      for (const { name, type } of keys) expect(type).toBe(types.get(name));
    },
  );

  it('keep every index to keys: what a list shows comes from the items', () => {
    for (const { indexes } of all) for (const { projection } of indexes) expect(projection).toBe('KEYS_ONLY');
  });
});
