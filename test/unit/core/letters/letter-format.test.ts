import { enumeration, letterFormats, numberInWords } from '../../../../core/letters/letter-format.ts';

describe('numbers in Indonesian words', () => {
  it.each([
    [1, 'satu'],
    [10, 'sepuluh'],
    [11, 'sebelas'],
    [12, 'dua belas'],
    [20, 'dua puluh'],
    [31, 'tiga puluh satu'],
    [100, 'seratus'],
    [111, 'seratus sebelas'],
    [999, 'sembilan ratus sembilan puluh sembilan'],
    [1000, 'seribu'],
    [1945, 'seribu sembilan ratus empat puluh lima'],
    [2026, 'dua ribu dua puluh enam'],
  ])('%i is %s', (n, words) => {
    expect(numberInWords(n)).toBe(words);
  });
});

describe('dates of a letter', () => {
  it.each([
    ['date', '2026-11-23', '23 November 2026'],
    ['day', '2026-11-23', 'Senin, 23 November 2026'],
    ['day', '2026-11-22', 'Minggu, 22 November 2026'],
    ['words', '2026-11-23', 'Senin tanggal dua puluh tiga bulan November tahun dua ribu dua puluh enam'],
    ['date', '2028-02-29', '29 Februari 2028'],
  ])('%s writes %s as %s', (format, date, text) => {
    expect(letterFormats[format]?.(date)).toBe(text);
  });

  it('refuses a date that does not exist', () => {
    expect(() => letterFormats.date?.('2026-02-30')).toThrow(RangeError);
  });
});

describe('an enumeration', () => {
  it.each([
    [['a'], 'a'],
    [['a', 'b'], 'a dan b'],
    [['a', 'b', 'c'], 'a, b, dan c'],
  ])('of %j reads %s', (items, text) => {
    expect(enumeration(items)).toBe(text);
  });
});
