import { DAY, epochOf, instantOf, instantSchema, isBefore, localDateSchema, plusMs } from '../../../core/time.ts';

describe('an instant', () => {
  it.each([
    '2026-11-23T02:15:00Z',
    '2026-11-23T02:15:00.000+07:00',
    '2026-11-23T02:15:00.0000Z',
    '2026-02-30T00:00:00.000Z',
    '2026-11-23',
    '',
  ])('is in UTC with milliseconds; %j is refused', (text) => {
    expect(instantSchema.safeParse(text).success).toBe(false);
  });

  it('goes to milliseconds and back', () => {
    const text = '2026-11-23T02:15:00.007Z';
    expect(instantOf(epochOf(instantSchema.parse(text)))).toBe(text);
  });

  it('moves by milliseconds over the end of a year', () => {
    expect(plusMs(instantSchema.parse('2026-12-31T12:00:00.000Z'), DAY)).toBe('2027-01-01T12:00:00.000Z');
  });

  it('is before a later one, and not before itself', () => {
    const now = instantOf(0);
    expect([isBefore(now, plusMs(now, 1)), isBefore(now, now), isBefore(plusMs(now, 1), now)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('a date', () => {
  it.each(['2026-02-29', '2026-13-01', '26-01-01', '2026-1-1'])('that does not exist is refused: %s', (text) => {
    expect(localDateSchema.safeParse(text).success).toBe(false);
  });

  it('may be 29 February of a leap year', () => {
    expect(localDateSchema.safeParse('2028-02-29').success).toBe(true);
  });
});
