import aslValidator from 'asl-validator';
import { definition, type Machine, stateOf } from './asl.ts';
import { aslRules, type RuleName } from './asl-rules.ts';

const rules = Object.entries(aslRules);

describe('the flow of a case', () => {
  it.each(rules)('%s', (_name, rule) => {
    expect(rule(definition())).toEqual([]);
  });

  it('is valid Amazon States Language', () => {
    const { isValid, errors } = aslValidator(definition());

    expect({ isValid, errors }).toEqual({ isValid: true, errors: [] });
  });
});

/** How to break each rule. */
const breaks: Record<RuleName, (machine: Machine) => void> = {
  'every Choice has a Default': (machine) => delete stateOf(machine, 'ReviewOutcome').Default,
  'every Task has a Retry that ends with a rule for States.TaskFailed, because emulators lose class names': (
    machine,
  ) => {
    stateOf(machine, 'Notify').Retry?.push({ ErrorEquals: ['ServiceUnavailable'] });
  },
  'every Retry is bounded, jittered, and says how long it takes in all': (machine) =>
    delete stateOf(machine, 'CaptureEvidence').Retry?.[0]?.MaxAttempts,
  'every Task but the last resort catches everything': (machine) => stateOf(machine, 'CloseCase').Catch?.pop(),
  'every callback times out after the time of the contract': (machine) =>
    delete stateOf(machine, 'Decide').TimeoutSeconds,
  'the time-out of a callback leads to re-drive, not to failure': (machine) =>
    stateOf(machine, 'Triage').Catch?.shift(),
  'every callback hands its token to the function': (machine) =>
    delete stateOf(machine, 'Review').Parameters?.Payload?.['taskToken.$'],
  'nothing waits: deadlines belong to the case, and sequences run on every engine': (machine) => {
    machine.States.Pause = { Type: 'Wait', Seconds: 60, Next: 'Done' };
  },
  'every target exists in its scope': (machine) => {
    stateOf(machine, 'IssueDecision').Next = 'CaptureEvidence';
  },
  'every state leads on or ends': (machine) => delete stateOf(machine, 'CaptureGaveUp').End,
  'no state is dead': (machine) => {
    stateOf(machine, 'IssueDecision').Next = 'CloseCase';
    stateOf(machine, 'MergeReport').Next = 'CloseCase';
    for (const choice of stateOf(machine, 'TriageOutcome').Choices ?? []) choice.Next = 'Review';
  },
  'the flow is plain JSONPath, which every engine runs': (machine) => {
    machine.QueryLanguage = 'JSONata';
  },
};

describe('a rule that is broken is noticed', () => {
  it.each(rules)('%s', (name, rule) => {
    const machine = definition();
    const [, breakIt] = Object.entries(breaks).find(([broken]) => broken === name) ?? [];

    breakIt?.(machine);

    expect(rule(machine)).not.toEqual([]);
  });
});
