import { budgetRow, isMet, lineOf, rounded } from '../../../bench/support/row.ts';

const budget = { name: 'trail.ratio', unit: 'x raw', n: 9, note: 'Why.' };

describe('a row of the benchmarks', () => {
  it('is one line of JSON with name, value, unit, n and note in this order', () => {
    const line = lineOf({ note: 'two cases', n: 2, unit: 'ms', value: 12.34567, name: 'case.duration' });

    expect(line).toBe('{"name":"case.duration","value":12.346,"unit":"ms","n":2,"note":"two cases"}');
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses %s, which is no measurement', (value) => {
    expect(() => rounded(value)).toThrow(RangeError);
  });
});

describe('a budget', () => {
  it.each([
    { value: 5, bound: 'at most', met: true },
    { value: 5.001, bound: 'at most', met: false },
    { value: 5, bound: 'at least', met: true },
    { value: 4.999, bound: 'at least', met: false },
  ] as const)('of $bound 5 is met by $value: $met', ({ value, bound, met }) => {
    expect(isMet({ value, limit: 5, bound })).toBe(met);
  });

  it('says first whether it is met, and by which limit', () => {
    const met = budgetRow({ ...budget, value: 4, limit: 5, bound: 'at most' });
    const missed = budgetRow({ ...budget, value: 6, limit: 5, bound: 'at most' });

    expect(met).toEqual({ ...budget, value: 4, note: 'budget met: at most 5 x raw. Why.' });
    expect(missed.note).toMatch(/^budget missed: at most 5 x raw/);
  });
});
