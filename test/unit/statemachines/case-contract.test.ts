import {
  flowErrors,
  flowOutcomes,
  flowStates,
  flowSteps,
  type StepName,
  substitutionOf,
} from '../../../statemachines/case.contract.ts';
import { definition, definitionText, isCallback, type Machine, type State, stateOf, statesOf, stepOf } from './asl.ts';

const sorted = (words: Iterable<string>): string[] => [...new Set(words)].sort();
const isStep = (name: string): name is StepName => name in flowSteps;
const steps = Object.keys(flowSteps).filter(isStep);

const namesIn = (machine: Machine): string[] => sorted(statesOf(machine).map(([name]) => name));
const outcomesIn = (machine: Machine): Record<string, string[]> =>
  Object.fromEntries(
    statesOf(machine)
      .filter(([, { Type }]) => Type === 'Choice')
      .map(([name, { Choices = [] }]) => [name, sorted(Choices.map(({ StringEquals }) => StringEquals))]),
  );
const errorsIn = (machine: Machine): string[] =>
  sorted(
    statesOf(machine).flatMap(([, { Retry = [], Catch = [] }]) =>
      [...Retry, ...Catch].flatMap(({ ErrorEquals }) => ErrorEquals),
    ),
  );
const kindsIn = (machine: Machine): Record<string, unknown> =>
  Object.fromEntries(
    statesOf(machine)
      .filter(([, state]) => isCallback(state))
      .map(([name, state]) => [name, state.Parameters?.Payload?.kind]),
  );
const aliasesIn = (machine: Machine): Record<string, unknown> =>
  Object.fromEntries(
    statesOf(machine)
      .map(([name, state]) => [name, stepOf(state)] as const)
      .filter(([name, step]) => step !== undefined && step !== 'OpenTask' && step !== name),
  );
const substitutionsIn = (text: string): string[] =>
  sorted([...text.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name ?? ''));

const expected = {
  /** Callbacks all invoke OpenTask, so it has no state of its own name. */
  names: sorted([
    ...steps.filter((step) => step !== 'OpenTask'),
    ...Object.keys(flowStates.callbacks),
    ...Object.keys(flowStates.aliases),
    ...flowStates.choices,
    ...flowStates.others,
  ]),
  outcomes: Object.fromEntries(Object.entries(flowOutcomes).map(([choice, words]) => [choice, sorted(words)])),
  errors: sorted(Object.values(flowErrors)),
  substitutions: sorted(steps.map(substitutionOf)),
};

describe('the flow and its contract say the same', () => {
  it('every state of the file stands in the contract, and every name of the contract in the file', () => {
    expect(namesIn(definition())).toEqual(expected.names);
  });

  it('every outcome word stands in both, under the same Choice', () => {
    expect(outcomesIn(definition())).toEqual(expected.outcomes);
    expect(sorted(Object.keys(flowOutcomes))).toEqual(sorted(flowStates.choices));
  });

  it('every error name stands in both', () => {
    expect(errorsIn(definition())).toEqual(expected.errors);
  });

  it('every function the file names is a step, and every step is invoked', () => {
    expect(substitutionsIn(definitionText)).toEqual(expected.substitutions);
  });

  it('every callback opens the kind of task that the contract gives it', () => {
    expect(kindsIn(definition())).toEqual(flowStates.callbacks);
  });

  it('every state that runs another step under a name of its own is an alias of the contract', () => {
    expect(aliasesIn(definition())).toEqual(flowStates.aliases);
  });

  it.each(steps)('%s is given what its input schema takes, and nothing it refuses', (step) => {
    const given = statesOf(definition()).filter(([, state]) => stepOf(state) === step);

    expect(given).not.toHaveLength(0);
    for (const [name, state] of given)
      expect({ name, fields: fieldsGiven(state) }).toEqual({ name, fields: fieldsOf(step) });
  });

  it.each([...flowStates.choices])('%s reads the outcome and nothing else', (choice) => {
    const { Choices = [], Default } = stateOf(definition(), choice);

    expect(sorted(Choices.map(({ Variable }) => Variable))).toEqual(['$.outcome']);
    expect(Default).toBe('ParkCase');
  });
});

describe('a difference between the flow and its contract is noticed', () => {
  it('when a state is renamed', () => {
    const machine = definition();
    machine.States.Finished = stateOf(machine, 'Done');
    delete machine.States.Done;

    expect(namesIn(machine)).not.toEqual(expected.names);
  });

  it('when a Choice learns a word', () => {
    const machine = definition();
    stateOf(machine, 'DecisionOutcome').Choices?.push({ Variable: '$.outcome', StringEquals: 'DEFER', Next: 'Decide' });

    expect(outcomesIn(machine)).not.toEqual(expected.outcomes);
  });

  it('when an error is matched by another name', () => {
    const machine = definition();
    stateOf(machine, 'Notify').Retry?.unshift({ ErrorEquals: ['ServiceUnavailable'] });

    expect(errorsIn(machine)).not.toEqual(expected.errors);
  });

  it('when a function is named that is no step', () => {
    expect(substitutionsIn(definitionText.replace('CloseCaseFunction', 'ArchiveCaseFunction'))).not.toEqual(
      expected.substitutions,
    );
  });

  it('when a state runs the function of another step', () => {
    const machine = definition();
    Object.assign(stateOf(machine, 'CloseCase').Parameters ?? {}, { FunctionName: '$' + '{NotifyFunction}' });

    expect(aliasesIn(machine)).not.toEqual(flowStates.aliases);
  });

  it('when a callback opens another kind of task', () => {
    const machine = definition();
    Object.assign(stateOf(machine, 'Review').Parameters?.Payload ?? {}, { kind: 'triage' });

    expect(kindsIn(machine)).not.toEqual(flowStates.callbacks);
  });
});

/** Fields a state builds itself; `undefined` where it passes its whole input on. */
const fieldsGiven = ({ Parameters }: State): string[] | undefined =>
  Parameters?.Payload && sorted(Object.keys(Parameters.Payload).map((key) => key.replace(/\.\$$/, '')));

const fieldsOf = (step: StepName): string[] | undefined => {
  const builds = statesOf(definition()).some(([, state]) => stepOf(state) === step && state.Parameters?.Payload);
  return builds ? sorted(Object.keys(flowSteps[step].input.shape)) : undefined;
};
