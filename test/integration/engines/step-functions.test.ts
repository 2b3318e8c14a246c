import * as z from 'zod';
import {
  type LocalFunction,
  type StepFunctionsEngine,
  type StepFunctionsOptions,
  startStepFunctions,
} from '../../../local/engines/step-functions.ts';
import { localise } from '../../../local/engines/step-functions-definition.ts';
import definition from './step-functions-definition.json' with { type: 'json' };

const open: StepFunctionsEngine[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((engine) => engine.close()));
});

class Named extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

const askedSchema = z.object({ caseId: z.string(), taskToken: z.string() });

/** An engine on the definition above, whose functions note what they were given. */
const setUp = async (changed: { functions?: Record<string, LocalFunction> } & Partial<StepFunctionsOptions> = {}) => {
  const given: Record<string, unknown[]> = { prepare: [], capture: [], ask: [], close: [] };
  const tokens = new Map<string, string>();
  const noted =
    (name: string, run: LocalFunction): LocalFunction =>
    async (payload) => {
      given[name]?.push(payload);
      return run(payload);
    };
  const functions: Record<string, LocalFunction> = {
    prepare: async () => ({ ids: ['a', 'b', 'c'], track: 'ETHICS' }),
    capture: async (payload) => z.object({ id: z.string() }).parse(payload).id.toUpperCase(),
    ask: async (payload) => {
      const { caseId, taskToken } = askedSchema.parse(payload);
      tokens.set(caseId, taskToken);
      return 'nobody reads this';
    },
    close: async (payload) => ({ closed: payload }),
    ...changed.functions,
  };
  const engine = await startStepFunctions({
    definition,
    retryDelayMs: 1,
    ...changed,
    functions: Object.fromEntries(Object.entries(functions).map(([name, run]) => [name, noted(name, run)])),
  });
  open.push(engine);
  const token = (caseId: string): string => tokens.get(caseId) ?? 'none';
  return { engine, given, token };
};

describe('an execution on the local Step Functions engine', () => {
  it('runs tasks, a map, a callback and a choice to the end, passing JSON as AWS does', async () => {
    const { engine, given, token } = await setUp();

    await engine.start('one', { caseId: 'c1' });
    await engine.settled();
    expect(engine.status('one')).toBe('RUNNING');
    expect(given.prepare).toEqual([{ caseId: 'c1', execution: 'one' }]);
    expect(given.capture).toEqual(['a', 'b', 'c'].map((id) => ({ caseId: 'c1', id })));

    await engine.sendTaskSuccess(token('c1'), { outcome: 'GO', left: undefined });
    await engine.settled();
    const state = {
      caseId: 'c1',
      prepared: { ids: ['a', 'b', 'c'], track: 'ETHICS' },
      captured: ['A', 'B', 'C'],
      answer: { outcome: 'GO' },
    };
    expect(engine.describe('one')).toEqual({ status: 'SUCCEEDED', output: { closed: state } });
  });

  it('follows a back edge and gives the second round a token of its own', async () => {
    const { engine, token } = await setUp();
    await engine.start('one', { caseId: 'c1' });
    await engine.settled();
    const first = token('c1');
    await engine.sendTaskSuccess(first, { outcome: 'AGAIN' });
    await engine.settled();

    expect(token('c1')).not.toBe(first);
    await expect(engine.sendTaskSuccess(first, { outcome: 'GO' })).rejects.toMatchObject({ name: 'TaskTimedOut' });
    await engine.sendTaskSuccess(token('c1'), { outcome: 'GO' });
    await engine.settled();
    expect(engine.status('one')).toBe('SUCCEEDED');
  });

  it('takes the default of a choice, where a Fail state names the error', async () => {
    const { engine, token } = await setUp();
    await engine.start('one', { caseId: 'c1' });
    await engine.settled();
    await engine.sendTaskSuccess(token('c1'), { outcome: 'WHATEVER' });
    await engine.settled();
    expect(engine.describe('one')).toEqual({ status: 'FAILED', error: 'UnknownOutcome', cause: 'no such outcome' });
  });

  it('retries a failed task, and goes on when the retry works', async () => {
    let calls = 0;
    const { engine } = await setUp({
      functions: {
        prepare: async () => {
          calls += 1;
          if (calls < 3) throw new Error('not yet');
          return { ids: [], track: 'ETHICS' };
        },
      },
    });
    await engine.start('one', { caseId: 'c1' });
    await engine.settled();
    expect([calls, engine.status('one')]).toEqual([3, 'RUNNING']);
  });

  it('catches what no retry mends, with the name of the error and the cause that Lambda gives', async () => {
    const { engine, given } = await setUp({
      functions: {
        prepare: async () => {
          throw new Named('TrailContended', 'too many writers');
        },
      },
    });
    await engine.start('one', { caseId: 'c1' });
    await engine.settled();
    const parked = z.object({ result: z.literal('parked'), error: z.object({ Error: z.string(), Cause: z.string() }) });
    const { error } = parked.parse(engine.describe('one')?.output);
    expect(given.prepare).toHaveLength(3);
    expect(error.Error).toBe('TrailContended');
    expect(JSON.parse(error.Cause)).toMatchObject({ errorType: 'TrailContended', errorMessage: 'too many writers' });
  });

  it.each([
    ['TimeoutError', new DOMException('too slow', 'TimeoutError')],
    ['Error', 'only a text'],
  ])('keeps the name of whatever is thrown: %s', async (name, thrown) => {
    const { engine } = await setUp({ functions: { prepare: () => Promise.reject(thrown) } });
    await engine.start('one', { caseId: 'c1' });
    await engine.settled();
    expect(engine.describe('one')).toMatchObject({ output: { error: { Error: name } } });
  });

  it('fails a waiting state by its token, for Retry and Catch to see', async () => {
    const { engine, given, token } = await setUp();
    await engine.start('one', { caseId: 'c1' });
    await engine.settled();
    await engine.sendTaskFailure(token('c1'), 'TryAgain', 'lost');
    await engine.settled();
    expect([given.ask?.length, engine.status('one')]).toEqual([2, 'RUNNING']);

    await engine.sendTaskFailure(token('c1'), 'Withdrawn', 'nobody left to ask');
    await engine.settled();
    expect(engine.describe('one')).toMatchObject({
      status: 'SUCCEEDED',
      output: { error: { Error: 'Withdrawn', Cause: 'nobody left to ask' } },
    });
  });

  it('fails a waiting state whose function throws, and its token is worth nothing', async () => {
    let leaked = '';
    const { engine } = await setUp({
      functions: {
        ask: async (payload) => {
          leaked = askedSchema.parse(payload).taskToken;
          throw new Named('NoEligibleAssignee', 'nobody');
        },
      },
    });
    await engine.start('one', { caseId: 'c1' });
    await engine.settled();
    expect(engine.describe('one')).toMatchObject({
      status: 'SUCCEEDED',
      output: { error: { Error: 'NoEligibleAssignee' } },
    });
    await expect(engine.sendTaskSuccess(leaked, {})).rejects.toMatchObject({ name: 'TaskTimedOut' });
  });

  it('goes on when the answer comes before the function that asked is done', async () => {
    const { engine } = await setUp({
      functions: {
        ask: async (payload) => {
          await open[0]?.sendTaskSuccess(askedSchema.parse(payload).taskToken, { outcome: 'GO' });
          await new Promise((resolve) => setTimeout(resolve, 1));
        },
      },
    });
    await engine.start('one', { caseId: 'c1' });
    await engine.settled();
    expect(engine.status('one')).toBe('SUCCEEDED');
  });

  it('is not settled while a retry is still to come', async () => {
    let calls = 0;
    const { engine } = await setUp({
      retryDelayMs: 30,
      functions: {
        ask: async (payload) => {
          calls += 1;
          if (calls === 1) await open[0]?.sendTaskFailure(askedSchema.parse(payload).taskToken, 'TryAgain', 'lost');
        },
      },
    });
    await engine.start('one', { caseId: 'c1' });
    await engine.settled();
    expect(calls).toBe(2);
  });

  it('fails on a result larger than 256 KiB, beyond Retry and Catch', async () => {
    const { engine, given } = await setUp({ functions: { prepare: async () => 'x'.repeat(300_000) } });
    await engine.start('one', { caseId: 'c1' });
    await engine.settled();
    expect(engine.describe('one')).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
    expect(given.prepare).toHaveLength(1);
  });
});

describe('executions side by side', () => {
  const names = Array.from({ length: 8 }, (_, index) => `case-${index}`);

  it('keeps eight apart: each token finishes its own execution and no other', async () => {
    const { engine, token } = await setUp();
    await Promise.all(names.map((name) => engine.start(name, { caseId: name })));
    await engine.settled();
    expect(new Set(names.map(token)).size).toBe(8);

    for (const [index, name] of names.entries()) {
      await engine.sendTaskSuccess(token(name), { outcome: 'GO' });
      await engine.settled();
      expect(names.map((each) => engine.status(each))).toEqual(
        names.map((_, at) => (at <= index ? 'SUCCEEDED' : 'RUNNING')),
      );
    }
    expect(engine.describe('case-3')).toMatchObject({ output: { closed: { caseId: 'case-3' } } });
  });

  it('lets one of 32 answers to the same token win', async () => {
    const { engine, given, token } = await setUp();
    await engine.start('one', { caseId: 'c1' });
    await engine.settled();
    const answers = await Promise.allSettled(
      Array.from({ length: 32 }, () => engine.sendTaskSuccess(token('c1'), { outcome: 'GO' })),
    );
    await engine.settled();
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(given.close).toHaveLength(1);
  });

  it('counts state transitions with their retries, and invocations', async () => {
    const { engine, token } = await setUp();
    await engine.start('one', { caseId: 'c1' });
    await engine.settled();
    await engine.sendTaskFailure(token('c1'), 'TryAgain', 'lost');
    await engine.settled();
    await engine.sendTaskSuccess(token('c1'), { outcome: 'GO' });
    await engine.settled();
    // Prepare, EachId, 3 x Capture, Ask, Ask again, Decide, Close
    expect(engine.counts()).toEqual({ executions: 1, stateTransitions: 9, invocations: 7 });
  });
});

describe('starting and stopping by name', () => {
  it('starts a name once: the same input again changes nothing', async () => {
    const { engine, given } = await setUp();
    await Promise.all([engine.start('one', { caseId: 'c1' }), engine.start('one', { caseId: 'c1' })]);
    await engine.settled();
    await engine.start('one', { caseId: 'c1' });
    await engine.settled();
    expect(given.prepare).toHaveLength(1);
  });

  it('refuses a known name with another input', async () => {
    const { engine } = await setUp();
    await engine.start('one', { caseId: 'c1' });
    await expect(engine.start('one', { caseId: 'c2' })).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
  });

  it('refuses the name of an execution that is over, whatever the input', async () => {
    const { engine } = await setUp();
    await engine.start('one', { caseId: 'c1' });
    engine.stop('one');
    await expect(engine.start('one', { caseId: 'c1' })).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
  });

  it('knows nothing of a name or a token it never gave out', async () => {
    const { engine } = await setUp();
    expect([engine.status('never'), engine.describe('never')]).toEqual(['UNKNOWN', undefined]);
    expect(() => engine.stop('never')).not.toThrow();
    await expect(engine.sendTaskSuccess('never', {})).rejects.toMatchObject({ name: 'TaskDoesNotExist' });
    await expect(engine.sendTaskFailure('never', 'E', '')).rejects.toMatchObject({ name: 'TaskDoesNotExist' });
  });

  it('ends a waiting execution at once: its token is worth nothing, and nothing is retried or caught', async () => {
    const { engine, given, token } = await setUp();
    await engine.start('one', { caseId: 'c1' });
    await engine.settled();
    engine.stop('one');
    await engine.settled();
    expect(engine.describe('one')).toEqual({ status: 'ABORTED' });
    await expect(engine.sendTaskSuccess(token('c1'), { outcome: 'GO' })).rejects.toMatchObject({
      name: 'TaskTimedOut',
    });
    await engine.settled();
    expect([given.ask?.length, given.close?.length]).toEqual([1, 0]);
  });

  const entered = ['Prepare', 'EachId', 'Capture', 'Ask', 'Decide', 'Close'];
  it.each(entered)('can be stopped at %s, where nothing further is called', async (state) => {
    const calls: string[] = [];
    const { engine, given, token } = await setUp({
      onStateEntered: (at) => {
        calls.push(at.state);
        if (at.state === state) open[0]?.stop(at.execution);
      },
    });
    await engine.start('one', { caseId: 'c1' });
    await engine.settled();
    if (token('c1') !== 'none' && engine.status('one') === 'RUNNING')
      await engine.sendTaskSuccess(token('c1'), { outcome: 'GO' });
    await engine.settled();

    expect(engine.status('one')).toBe('ABORTED');
    expect(new Set(calls)).toEqual(new Set(entered.slice(0, entered.indexOf(state) + 1)));
    expect(given[state.toLowerCase()] ?? []).toHaveLength(0);
  });
});

describe('a definition that would not run here as on AWS', () => {
  const task = definition.States.Prepare;
  const wait = definition.States.Ask;
  const of = (states: Record<string, unknown>) => ({ StartAt: 'A', States: states });
  const SUBSTITUTION = '$'.concat('{Prepare}');
  const cases: [string, string, unknown][] = [
    ['an open substitution', SUBSTITUTION, of({ A: { ...task, Parameters: { FunctionName: SUBSTITUTION } } })],
    ['JSONata', 'JSONata', { ...of({ A: { Type: 'Succeed' } }), QueryLanguage: 'JSONata' }],
    ['a Wait', 'Wait', of({ A: { Type: 'Wait', Seconds: 1, End: true } })],
    [
      'a context field that is missing here',
      '$$.State',
      of({ A: { Type: 'Pass', Parameters: { 'x.$': '$$.State.Name' } } }),
    ],
    [
      'another service',
      'A: only arn:aws:states:::lambda:invoke',
      of({ A: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage' } }),
    ],
    [
      'a function that does not exist',
      'no function nobody',
      of({ A: { ...task, Parameters: { FunctionName: 'nobody' } } }),
    ],
    [
      'a callback without its token',
      '$$.Task.Token belongs',
      of({ A: { ...wait, Parameters: { FunctionName: 'ask' } } }),
    ],
    ['a token without a callback', '$$.Task.Token belongs', of({ A: { ...task, Parameters: wait.Parameters } })],
    [
      'a callback inside a Map',
      'B: a callback inside Map',
      of({ A: { Type: 'Map', ItemProcessor: of({ B: wait }), End: true } }),
    ],
  ];
  it.each(cases)('is refused, saying why: %s', async (_what, why, broken) => {
    const functions = { prepare: async () => null, ask: async () => null };
    const starting = startStepFunctions({ definition: broken, functions });
    await expect(starting).rejects.toMatchObject({
      name: 'UnsupportedDefinition',
      message: expect.stringContaining(why),
    });
  });

  it('waits for a callback as long as a timer can, at any depth', () => {
    const { machine } = localise(of({ A: { ...task }, B: { ...wait }, C: definition.States.EachId }));
    expect(machine.States.A).toMatchObject({ TimeoutSeconds: 2_147_483 });
    expect(machine.States.B).toMatchObject({ TimeoutSeconds: 2_147_483 });
    expect(machine.States.B).not.toHaveProperty('HeartbeatSeconds');
    expect(machine.States.C).toHaveProperty('ItemProcessor.States.Capture.TimeoutSeconds', 2_147_483);
    expect(localise(definition).machine).not.toHaveProperty('TimeoutSeconds');
  });

  it('keeps a ResultPath of $ as the default it is', async () => {
    const machine = of({
      A: {
        ...task,
        ResultPath: '$',
        Catch: undefined,
        ResultSelector: { 'got.$': '$.Payload' },
        Next: undefined,
        End: true,
      },
    });
    const engine = await startStepFunctions({
      definition: JSON.parse(JSON.stringify(machine)),
      functions: { prepare: async () => 1 },
    });
    open.push(engine);
    await engine.start('one', { caseId: 'c1' });
    await engine.settled();
    expect(engine.describe('one')).toEqual({ status: 'SUCCEEDED', output: { got: 1 } });
  });
});
