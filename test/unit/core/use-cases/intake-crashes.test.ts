import { sweep } from '../../../../core/sweep/sweep.ts';
import { HOUR, plusMs } from '../../../../core/time.ts';
import { memoryPorts } from '../../../support/memory/ports.ts';
import { failuresOf, same } from './crash-points.ts';
import { codeTrials, intakeTrials, unkeyed } from './trials/intake-trials.ts';

const trials = await Promise.all([...intakeTrials, ...codeTrials]);

describe('filing and proving a mailbox, cut short and repeated, end as what was not', () => {
  test.each(trials.map((trial) => [trial.name, trial.points.length, trial] as const))(
    '%s: %i crash points, nothing lost, nothing doubled',
    async (_name, points, trial) => {
      expect(points).toBeGreaterThan(0);
      expect(await failuresOf(trial.points, async (point) => same(await trial.repeated(point)))).toEqual([]);
    },
  );
});

describe('a filing without an idempotency key that was cut short', () => {
  test('leaves a whole case or none after the hour, at each crash point', async () => {
    const { points, crash } = await unkeyed;
    const failed = await failuresOf(points, async (point) => {
      const { store } = await crash(point);
      store.now = plusMs(store.now, HOUR);
      await sweep(memoryPorts(store));
      const rows = [...store.cases.values()];
      // The first case is the one that stood before.
      return (
        store.cases.size === store.trail.size &&
        rows.every(({ row, execution }) => row.seq > 0 && execution !== undefined)
      );
    });
    expect(failed).toEqual([]);
  });
});
