import * as z from 'zod';
import { decisionForm, reviewForm, triageForm } from '../../../../core/tasks/act-forms.ts';
import { appealForm, executionForm, serviceForm } from '../../../../core/tasks/closing-forms.ts';
import { examinationForm, teamForm } from '../../../../core/tasks/examination-form.ts';
import { remedyForm, responseForm } from '../../../../core/tasks/respondent-forms.ts';
import { failuresOf, isAllowed, same } from './crash-points.ts';
import { actTrials, bellTrials, ownTrials, sideTrials } from './trials/people-trials.ts';

const acts = [...actTrials, ...ownTrials];
const trials = await Promise.all(acts.map(({ prepared }) => prepared).concat(bellTrials, sideTrials));
const named = trials.map((trial) => [trial.name, trial.points.length, trial] as const);

describe('what people do and clocks ring, cut short and repeated, ends as what was not', () => {
  test.each(named)('%s: %i crash points, nothing lost, nothing doubled', async (_name, points, trial) => {
    expect(points).toBeGreaterThan(0);
    expect(await failuresOf(trial.points, async (point) => same(await trial.repeated(point)))).toEqual([]);
  });

  const forms = {
    triage: triageForm,
    review: reviewForm,
    team: teamForm,
    examination: examinationForm,
    decision: decisionForm,
    service: serviceForm,
    appeal: appealForm,
    execution: executionForm,
    response: responseForm,
    remedy: remedyForm,
  };
  const offered = Object.entries(forms).flatMap(([kind, form]) =>
    form.options.flatMap(({ shape: { outcome } }) =>
      (outcome instanceof z.ZodLiteral ? [...outcome.values] : outcome.options).map((word) => `${kind} ${word}`),
    ),
  );

  test.each(offered)('%s is not left out', (act) => {
    expect(acts.map(({ kind, outcome }) => `${kind} ${outcome}`)).toContain(act);
  });
});

describe('what is cut short and never repeated has happened whole or not at all, once the sweep has run', () => {
  test.each(named)('%s: %i crash points', async (_name, _points, trial) => {
    expect(await failuresOf(trial.points, async (point) => isAllowed(await trial.abandoned(point)))).toEqual([]);
  });
});
