import {
  type Billed,
  billedSchema,
  costsOf,
  priceTable,
  priceTableSchema,
} from '../../../bench/support/price-table.ts';

const nothing = Object.fromEntries(billedSchema.options.map((billed) => [billed, 0])) as Record<Billed, number>;

describe('the table of prices', () => {
  it('has a date, a region and a source for everything that is counted', () => {
    expect(priceTable.region).toBe('us-east-1');
    expect(priceTable.date).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(Object.keys(priceTable.prices).sort()).toEqual([...billedSchema.options].sort());
  });

  it.each(billedSchema.options)('is refused without a price for %s', (billed) => {
    const { [billed]: _left, ...prices } = priceTable.prices;

    expect(priceTableSchema.safeParse({ ...priceTable, prices }).success).toBe(false);
  });

  it.each([{ usd: 0 }, { per: -1 }, { source: 'somewhere' }, { certainty: 'SURE' }])('is refused with %j', (wrong) => {
    const prices = { ...priceTable.prices, mail: { ...priceTable.prices.mail, ...wrong } };

    expect(priceTableSchema.safeParse({ ...priceTable, prices }).success).toBe(false);
  });
});

describe('costs', () => {
  it('are counts times prices, dearest first', () => {
    const costs = costsOf({ ...nothing, stateTransition: 2000, mail: 10_000, writeUnit: 1_000_000 }, priceTable);

    expect(costs.slice(0, 3)).toEqual([
      { billed: 'mail', usd: 1 },
      { billed: 'writeUnit', usd: 0.625 },
      { billed: 'stateTransition', usd: 0.05 },
    ]);
    expect(costs.slice(3).every(({ usd }) => usd === 0)).toBe(true);
  });
});
