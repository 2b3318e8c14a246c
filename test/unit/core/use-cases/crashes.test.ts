import { failuresOf, type Prepared, same } from './crash-points.ts';
import { codeTrial, flowTrials, intakeTrials, peopleTrials } from './trials.ts';

const named = (trials: readonly Prepared[]) =>
  trials.map((trial): [string, number, Prepared] => [trial.name, trial.points.length, trial]);

describe('a step or an act that is cut short and repeated ends as one that was not', () => {
  test.each(named([...flowTrials, ...peopleTrials, ...intakeTrials, codeTrial.typed]))(
    '%s: %i crash points, nothing lost, nothing doubled',
    async (_name, points, trial) => {
      expect(points).toBeGreaterThan(0);
      expect(await failuresOf(trial.points, async (point) => same(await trial.repeated(point)))).toEqual([]);
    },
  );
});
