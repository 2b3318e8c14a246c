import { randomIds } from '../../../adapters/random-ids.ts';
import { systemClock } from '../../../adapters/system-clock.ts';
import { epochOf } from '../../../core/time.ts';

describe('the system clock', () => {
  it('tells the time of the machine, in the one form of an instant', () => {
    const before = Date.now();
    const now = systemClock.now();
    expect(epochOf(now)).toBeGreaterThanOrEqual(before);
    expect(epochOf(now)).toBeLessThanOrEqual(Date.now());
    expect(now).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });
});

describe('the random source', () => {
  it('gives as many bytes as asked for, never the same', () => {
    const drawn = Array.from({ length: 100 }, () => Buffer.from(randomIds.bytes(16)).toString('hex'));
    expect(drawn.every((bytes) => bytes.length === 32)).toBe(true);
    expect(new Set(drawn).size).toBe(100);
    expect(randomIds.bytes(0)).toHaveLength(0);
  });
});
