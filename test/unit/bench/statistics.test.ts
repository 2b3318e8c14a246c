import { median, ratio } from '../../../bench/support/statistics.ts';

describe('the median', () => {
  it.each([
    { values: [7], expected: 7 },
    { values: [9, 1, 5], expected: 5 },
    { values: [4, 1, 3, 2], expected: 2.5 },
  ])('of $values is $expected, whatever their order', ({ values, expected }) => {
    expect(median(values)).toBe(expected);
  });

  it('of nothing is refused', () => {
    expect(() => median([])).toThrow('nothing was measured');
  });
});

describe('a ratio', () => {
  it('says how many times the part is in the whole', () => {
    expect(ratio(220, 44)).toBe(5);
  });

  it.each([0, -1, Number.NaN])('to %s is refused', (part) => {
    expect(() => ratio(1, part)).toThrow(RangeError);
  });
});
