import { tables } from '../../../adapters/dynamo/tables.ts';
import { indexWriteUnits, itemSize, readUnits, tableWriteUnits } from '../../../bench/support/capacity.ts';

const ofBytes = (bytes: number) => ({ text: 'x'.repeat(bytes - 'text'.length) });

describe('the size of an item', () => {
  it.each([
    { item: {}, bytes: 0 },
    { item: { a: 'é' }, bytes: 3 },
    { item: { a: 1234 }, bytes: 4 },
    { item: { a: true, b: null }, bytes: 4 },
    { item: { a: undefined }, bytes: 0 },
    { item: { a: ['xy', 'z'] }, bytes: 1 + 3 + 2 + 3 },
    { item: { a: { b: 'xyz' } }, bytes: 1 + 3 + 1 + 4 },
  ])('$item is $bytes bytes', ({ item, bytes }) => {
    expect(itemSize(item)).toBe(bytes);
  });
});

describe('read units', () => {
  it.each([
    { items: [], consistent: true, units: 1 },
    { items: [ofBytes(4096)], consistent: true, units: 1 },
    { items: [ofBytes(4097)], consistent: true, units: 2 },
    { items: [ofBytes(3000), ofBytes(3000)], consistent: true, units: 2 },
    { items: [ofBytes(4097)], consistent: false, units: 1 },
  ])('of $items.length items read together, consistently $consistent, are $units', ({ items, consistent, units }) => {
    expect(readUnits(items, consistent)).toBe(units);
  });
});

describe('write units of a table', () => {
  it('follow the larger of the two states', () => {
    expect(tableWriteUnits({ before: ofBytes(2049), after: ofBytes(10) })).toBe(3);
    expect(tableWriteUnits({ before: undefined, after: ofBytes(1024) })).toBe(1);
  });

  it('are one even where there was nothing to write', () => {
    expect(tableWriteUnits({ before: undefined, after: undefined })).toBe(1);
  });
});

describe('write units of indexes', () => {
  const row = {
    caseId: 'C-1',
    agencyId: 'contoh',
    receivedAt: '2026',
    agencyStatus: 'contoh#TRIAGE',
    receiptHash: 'r',
  };
  const open = { ...row, openShard: '3' };
  const { cases, trail } = tables;

  it('are one for each index that a new item is in, and none for those whose key it lacks', () => {
    expect(indexWriteUnits({ before: undefined, after: row }, cases)).toBe(3);
    expect(indexWriteUnits({ before: undefined, after: open }, cases)).toBe(4);
  });

  it('are none where no key changed', () => {
    expect(indexWriteUnits({ before: open, after: { ...open, seq: 7 } }, cases)).toBe(0);
  });

  it('are two for a changed key, and one for a removed one', () => {
    const moved = { ...open, agencyStatus: 'contoh#REVIEW' };

    expect(indexWriteUnits({ before: open, after: moved }, cases)).toBe(2);
    expect(indexWriteUnits({ before: open, after: row }, cases)).toBe(1);
  });

  it('are none for a table without indexes', () => {
    expect(indexWriteUnits({ before: undefined, after: { caseId: 'C-1', seq: 1 } }, trail)).toBe(0);
  });
});
