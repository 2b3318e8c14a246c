import { sweep } from '../../../../core/sweep/sweep.ts';
import { HOUR, plusMs } from '../../../../core/time.ts';
import { memoryPorts } from '../../../support/memory/ports.ts';
import { failuresOf, isAllowed, type Prepared, same } from './crash-points.ts';
import { codeTrials, flowTrials, intakeTrials, peopleTrials, unkeyed } from './trials.ts';

const named = (trials: readonly Prepared[]) =>
  trials.map((trial): [string, number, Prepared] => [trial.name, trial.points.length, trial]);

describe('what is cut short and repeated ends as what was not', () => {
  test.each(named([...flowTrials, ...peopleTrials, ...intakeTrials, ...codeTrials]))(
    '%s: %i crash points, nothing lost, nothing doubled',
    async (_name, points, trial) => {
      expect(points).toBeGreaterThan(0);
      expect(await failuresOf(trial.points, async (point) => same(await trial.repeated(point)))).toEqual([]);
    },
  );
});

describe('what is cut short and never repeated has happened whole or not at all, once the sweep has run', () => {
  test.each(named(peopleTrials))('%s: %i crash points', async (_name, _points, trial) => {
    expect(await failuresOf(trial.points, async (point) => isAllowed(await trial.abandoned(point)))).toEqual([]);
  });
});

describe('a filing without an idempotency key that was cut short', () => {
  test(`leaves a whole case or none after the hour, at each of ${unkeyed.points.length} crash points`, async () => {
    const failed = await failuresOf(unkeyed.points, async (point) => {
      const { store } = await unkeyed.crash(point);
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
