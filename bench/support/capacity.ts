import type { TableDescription } from '../../adapters/dynamo/tables.ts';

export type Item = Readonly<Record<string, unknown>>;

const WRITE_BYTES = 1024;
const READ_BYTES = 4096;

const utf8 = (text: string): number => Buffer.byteLength(text);

const isRecord = (value: unknown): value is Item => typeof value === 'object' && value !== null;

/** About two digits a byte, and one byte more. */
const numberSize = (value: number): number => Math.ceil(String(Math.abs(value)).replace('.', '').length / 2) + 1;

/** Bytes of a value as DynamoDB counts them: containers take three bytes and one for each element. */
const valueSize = (value: unknown): number => {
  if (typeof value === 'string') return utf8(value);
  if (typeof value === 'number') return numberSize(value);
  if (value instanceof Uint8Array) return value.byteLength;
  if (Array.isArray(value)) return value.reduce((sum: number, element) => sum + 1 + valueSize(element), 3);
  return isRecord(value) ? 3 + Object.keys(value).length + itemSize(value) : 1;
};

/** Bytes of an item: the names and values of the attributes that it has. */
export const itemSize = (item: Item): number =>
  Object.entries(item).reduce(
    (sum, [name, value]) => (value === undefined ? sum : sum + utf8(name) + valueSize(value)),
    0,
  );

const unitsOf = (bytes: number, block: number): number => Math.max(1, Math.ceil(bytes / block));

/** Read units of items that are read together; half of it where an older state will do. A read of nothing counts as one block. */
export const readUnits = (items: readonly Item[], consistent: boolean): number => {
  const bytes = items.reduce((sum, item) => sum + itemSize(item), 0);
  return unitsOf(bytes, READ_BYTES) * (consistent ? 1 : 0.5);
};

export interface Change {
  readonly before: Item | undefined;
  readonly after: Item | undefined;
}

/** Write units of the table alone: the larger of the two states counts, also where a condition refused the write. */
export const tableWriteUnits = ({ before = {}, after = {} }: Change): number =>
  unitsOf(Math.max(itemSize(before), itemSize(after)), WRITE_BYTES);

/** The entry of an item in an index of keys, or undefined where the item lacks one of them. */
const entryOf = (item: Item | undefined, names: readonly string[]): Item | undefined =>
  item !== undefined && names.every((name) => item[name] !== undefined)
    ? Object.fromEntries(names.map((name) => [name, item[name]]))
    : undefined;

const entryUnits = (entry: Item | undefined): number =>
  entry === undefined ? 0 : unitsOf(itemSize(entry), WRITE_BYTES);

/** Write units of the table's indexes, which hold keys only: a new entry, a removed one, or both where a key changed. */
export const indexWriteUnits = ({ before, after }: Change, table: TableDescription): number => {
  const own = [table.partitionKey.name, ...(table.sortKey ? [table.sortKey.name] : [])];
  const units = table.indexes.map(({ partitionKey, sortKey }) => {
    const names = [...new Set([partitionKey.name, ...(sortKey ? [sortKey.name] : []), ...own])];
    const [old, next] = [entryOf(before, names), entryOf(after, names)];
    if (old !== undefined && next !== undefined && names.every((name) => old[name] === next[name])) return 0;
    return entryUnits(old) + entryUnits(next);
  });
  return units.reduce((sum, unit) => sum + unit, 0);
};
