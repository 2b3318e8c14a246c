import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { startClock } from '../../../local/engines/clock.ts';
import { useTemporaryFolder } from './temporary-folder.ts';

const folder = useTemporaryFolder();
const MONDAY = Date.parse('2026-11-23T02:00:00.000Z');

/** A machine clock for the test to turn. */
const machine = (at = MONDAY) => {
  const state = { at };
  return { state, realNow: () => state.at };
};

describe('the movable clock', () => {
  it('tells real time until somebody moves it', async () => {
    const { state, realNow } = machine();
    const clock = await startClock({ folder: folder(), realNow });
    expect(clock.now()).toBe('2026-11-23T02:00:00.000Z');
    state.at += 1500;
    expect(clock.now()).toBe('2026-11-23T02:00:01.500Z');
  });

  it.each([
    ['P7D', '2026-11-30T02:00:00.000Z'],
    ['PT36H', '2026-11-24T14:00:00.000Z'],
    ['P1M', '2026-12-23T02:00:00.000Z'],
    ['P1Y2M3DT4H5M6.007S', '2028-01-26T06:05:06.007Z'],
    ['PT0S', '2026-11-23T02:00:00.000Z'],
  ])('advances by %s to %s, and real time keeps flowing from there', async (duration, expected) => {
    const { state, realNow } = machine();
    const clock = await startClock({ folder: folder(), realNow });
    expect(await clock.advance(duration)).toBe(expected);
    state.at += 250;
    expect(clock.now()).toBe(new Date(Date.parse(expected) + 250).toISOString());
  });

  it('is set to an instant of any offset', async () => {
    const clock = await startClock({ folder: folder(), realNow: machine().realNow });
    expect(await clock.set('2027-01-01T07:00:00+07:00')).toBe('2027-01-01T00:00:00.000Z');
  });

  it('goes on from the moved time after a restart', async () => {
    const { state, realNow } = machine();
    await (await startClock({ folder: folder(), realNow })).advance('P10D');
    state.at += 1000;
    const clock = await startClock({ folder: folder(), realNow });
    expect(clock.now()).toBe('2026-12-03T02:00:01.000Z');
  });

  it.each([
    ['set', '2026-11-23T01:59:59.999Z'],
    ['advance', '-P1D'],
    ['advance', '-PT0.001S'],
  ] as const)('refuses to go backwards: %s %s', async (how, value) => {
    const clock = await startClock({ folder: folder(), realNow: machine().realNow });
    await expect(clock[how](value)).rejects.toMatchObject({ name: 'ClockMovedBackwards' });
    expect(clock.now()).toBe('2026-11-23T02:00:00.000Z');
  });

  it.each([
    ['advance', 'tomorrow'],
    ['advance', ''],
    ['advance', 'P999999999Y'],
    ['set', '2026-11-24'],
    ['set', '2026-02-30T00:00:00Z'],
    ['set', '+200000-01-01T00:00:00Z'],
    ['set', ''],
  ] as const)('refuses what is no time: %s %s', async (how, value) => {
    const clock = await startClock({ folder: folder(), realNow: machine().realNow });
    await expect(clock[how](value)).rejects.toMatchObject({ name: 'UnreadableTime' });
    expect(clock.now()).toBe('2026-11-23T02:00:00.000Z');
  });

  it('adds up moves that are asked for at the same time', async () => {
    const clock = await startClock({ folder: folder(), realNow: machine().realNow });
    await Promise.all(Array.from({ length: 5 }, () => clock.advance('PT1H')));
    const again = await startClock({ folder: folder(), realNow: machine().realNow });
    expect([clock.now(), again.now()]).toEqual(['2026-11-23T07:00:00.000Z', '2026-11-23T07:00:00.000Z']);
  });

  it('never runs backwards, whatever is asked of it', async () => {
    const asked = fc.array(
      fc.oneof(
        fc.integer({ min: -9, max: 9 }).map((n) => `${n < 0 ? '-' : ''}PT${Math.abs(n)}H`),
        fc.string(),
      ),
      { maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(asked, async (durations) => {
        const clock = await startClock({ folder: folder(), realNow: machine().realNow });
        for (const duration of durations) {
          const before = clock.now();
          await clock.advance(duration).catch(() => {});
          expect(clock.now() >= before).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('refuses to start on a file it cannot read', async () => {
    await writeFile(join(folder(), 'clock.json'), '{"offsetMs":-5}');
    await expect(startClock({ folder: folder() })).rejects.toThrow();
  });
});
