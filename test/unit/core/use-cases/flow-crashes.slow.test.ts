import { taskKindSchema } from '../../../../core/case/events.ts';
import { definition, isCallback, statesOf } from '../../statemachines/asl.ts';
import { failuresOf, same } from './crash-points.ts';
import { openingTrials, otherTrials, stateTrials } from './trials/flow-trials.ts';

const trials = await Promise.all(
  [...stateTrials, ...openingTrials].map(({ prepared }) => prepared).concat(otherTrials),
);

describe('what the flow does, cut short and repeated, ends as what was not', () => {
  test.each(trials.map((trial) => [trial.name, trial.points.length, trial] as const))(
    '%s: %i crash points, nothing lost, nothing doubled',
    async (_name, points, trial) => {
      expect(points).toBeGreaterThan(0);
      expect(await failuresOf(trial.points, async (point) => same(await trial.repeated(point)))).toEqual([]);
    },
  );

  test('no state that runs a step is left out, and no kind of task', () => {
    // What runs inside the map, and where the flow gives up, are no places of their own here.
    const inside = ['CaptureEvidence', 'CaptureGaveUp', 'ParkCase'];
    const running = statesOf(definition()).flatMap(([name, state]) =>
      ['Task', 'Map'].includes(state.Type) && !isCallback(state) && !inside.includes(name) ? [name] : [],
    );
    expect([...new Set(stateTrials.map(({ state }) => state))].sort()).toEqual(running.sort());
    expect(openingTrials.map(({ kind }) => kind).toSorted()).toEqual(taskKindSchema.options.toSorted());
  });
});
