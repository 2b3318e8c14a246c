import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { types } from 'node:util';
import { ExecutionError, StateMachine } from 'aws-local-stepfunctions';
import * as z from 'zod';
import { gateOf } from './gate.ts';
import { watchQuiet } from './quiet.ts';
import { openCallbacks } from './step-functions-callbacks.ts';
import { type LocalDefinition, localise, type TaskState } from './step-functions-definition.ts';
import {
  ExecutionAlreadyExists,
  executionStopped,
  fatalStatesError,
  lambdaError,
  statesError,
  UnsupportedDefinition,
} from './step-functions-errors.ts';
import type {
  ExecutionDescription,
  ExecutionStatus,
  Json,
  LocalFunction,
  StepFunctionsEngine,
  StepFunctionsOptions,
} from './step-functions-types.ts';

export type { ExecutionDescription, ExecutionStatus, Json, LocalFunction, StepFunctionsEngine, StepFunctionsOptions };

/**
 * Step Functions on this machine, for one definition. It keeps nothing: after a restart every execution is unknown, and the
 * program starts new ones.
 *
 * @throws UnsupportedDefinition when the definition would not run here as on AWS, or a function is missing
 */
export const startStepFunctions = async (options: StepFunctionsOptions): Promise<StepFunctionsEngine> =>
  new LocalStepFunctions(options, localise(options.definition));

interface Execution {
  readonly name: string;
  readonly input: string;
  description: ExecutionDescription;
}

interface TaskRun {
  readonly execution: Execution;
  readonly task: TaskState;
  readonly payload: Json;
}

type MachineRun = ReturnType<StateMachine['run']>;

/** Most that may pass between states, as on AWS (256 KiB). */
const MAX_BYTES = 262_144;
const RETRY_DELAY_MS = 20;
/** More at once would only take turns on the same processor, and keep whoever files a report waiting. */
const FUNCTIONS_AT_ONCE = 2;
const jsonSchema = z.json();
const taskInputSchema = z.looseObject({ Payload: z.json().default({}) });

class LocalStepFunctions implements StepFunctionsEngine {
  readonly #options: StepFunctionsOptions;
  readonly #tasks: readonly TaskState[];
  readonly #retryIntervalOverrides: Record<string, number>;
  readonly #stateMachine: StateMachine;
  readonly #executions = new Map<string, Execution>();
  readonly #callbacks = openCallbacks<Execution, Json>();
  readonly #quiet = watchQuiet<Execution>();
  readonly #gate = gateOf(FUNCTIONS_AT_ONCE);
  /** Stands for the token where the engine fills in the context; each task then gets one of its own. */
  readonly #tokenPlaceholder = randomUUID();
  #stateTransitions = 0;
  #invocations = 0;

  constructor(options: StepFunctionsOptions, { machine, tasks, retried }: LocalDefinition) {
    const missing = tasks.find(({ functionName }) => options.functions[functionName] === undefined);
    if (missing) throw new UnsupportedDefinition(`${missing.name}: there is no function ${missing.functionName}`);
    this.#options = options;
    this.#tasks = tasks;
    this.#retryIntervalOverrides = Object.fromEntries(
      retried.map((state) => [state, options.retryDelayMs ?? RETRY_DELAY_MS]),
    );
    this.#stateMachine = new StateMachine(machine);
  }

  async start(name: string, input: unknown): Promise<void> {
    const text = JSON.stringify(input ?? {});
    const known = this.#executions.get(name);
    if (known === undefined) return this.#run(name, text);
    if (known.description.status === 'RUNNING' && known.input === text) return;
    throw new ExecutionAlreadyExists(`${name} was started before`);
  }

  status(name: string): ExecutionStatus | 'UNKNOWN' {
    return this.describe(name)?.status ?? 'UNKNOWN';
  }

  describe(name: string): ExecutionDescription | undefined {
    return this.#executions.get(name)?.description;
  }

  /** The run itself ends at its next task, which finds the execution stopped. */
  stop(name: string): void {
    const execution = this.#executions.get(name);
    if (execution?.description.status !== 'RUNNING') return;
    this.#end(execution, { status: 'ABORTED' });
    this.#callbacks.abandon(execution, executionStopped());
  }

  async sendTaskSuccess(token: string, output: unknown): Promise<void> {
    this.#quiet.move(this.#callbacks.succeed(token, asPassed(output)));
  }

  async sendTaskFailure(token: string, error: string, cause: string): Promise<void> {
    this.#quiet.move(this.#callbacks.fail(token, statesError(error, cause)));
  }

  settled(): Promise<void> {
    return this.#quiet.quiet();
  }

  counts(): ReturnType<StepFunctionsEngine['counts']> {
    return {
      executions: this.#executions.size,
      stateTransitions: this.#stateTransitions,
      invocations: this.#invocations,
    };
  }

  async close(): Promise<void> {
    for (const name of this.#executions.keys()) this.stop(name);
    await this.#quiet.quiet();
  }

  #run(name: string, input: string): void {
    const execution: Execution = { name, input, description: { status: 'RUNNING' } };
    this.#executions.set(name, execution);
    this.#quiet.move(execution);
    const run = this.#stateMachine.run(jsonSchema.parse(JSON.parse(input)), {
      context: this.#contextOf(name),
      overrides: {
        taskResourceLocalHandlers: Object.fromEntries(
          this.#tasks.map((task) => [task.name, (given: unknown) => this.#runTask(execution, task, given)]),
        ),
        retryIntervalOverrides: this.#retryIntervalOverrides,
      },
    });
    void this.#watch(execution, run);
  }

  #contextOf(name: string): Record<string, Record<string, string>> {
    const machine = 'arn:aws:states:local:000000000000';
    return {
      Execution: { Id: `${machine}:execution:local:${name}`, Name: name },
      StateMachine: { Id: `${machine}:stateMachine:local`, Name: 'local' },
      Task: { Token: this.#tokenPlaceholder },
    };
  }

  async #watch(execution: Execution, run: MachineRun): Promise<void> {
    void this.#countStates(execution, run.eventLogs);
    try {
      const output = jsonSchema.parse(await run.result);
      this.#end(execution, { status: 'SUCCEEDED', output });
    } catch (error) {
      const thrown = error instanceof ExecutionError ? error.cause : error;
      const { name, message } = types.isNativeError(thrown) ? thrown : new Error(String(thrown));
      this.#end(execution, { status: 'FAILED', error: name, cause: message });
    }
  }

  #end(execution: Execution, description: ExecutionDescription): void {
    if (execution.description.status !== 'RUNNING') return;
    execution.description = description;
    this.#quiet.rest(execution);
  }

  /** Tasks are counted where they run; the log would come too late to stop one. */
  async #countStates(execution: Execution, events: MachineRun['eventLogs']): Promise<void> {
    for await (const event of events) {
      if (execution.description.status === 'ABORTED') return;
      if ((event.type !== 'StateEntered' && event.type !== 'StateRetried') || event.state.type === 'Task') continue;
      this.#stateTransitions += 1;
      await this.#options.onStateEntered?.({
        execution: execution.name,
        state: event.state.name,
        type: event.state.type,
      });
    }
  }

  async #runTask(execution: Execution, task: TaskState, given: unknown): Promise<Json> {
    const { Payload: payload } = taskInputSchema.parse(given);
    if (task.waits) return this.#invokeAndWait({ execution, task, payload });
    return { StatusCode: 200, ExecutedVersion: '$LATEST', Payload: await this.#invoke({ execution, task, payload }) };
  }

  async #invokeAndWait({ execution, task, payload }: TaskRun): Promise<Json> {
    const callback = this.#callbacks.open(execution);
    const filled = jsonSchema.parse(
      JSON.parse(JSON.stringify(payload).replaceAll(this.#tokenPlaceholder, callback.token)),
    );
    try {
      await this.#invoke({ execution, task, payload: filled });
      if (callback.isOpen()) this.#quiet.rest(execution);
    } catch (error) {
      if (callback.isOpen())
        this.#callbacks.fail(callback.token, types.isNativeError(error) ? error : lambdaError(error));
    }
    return callback.answer;
  }

  #invoke({ execution, task, payload }: TaskRun): Promise<Json> {
    return this.#quiet.during(async () => {
      await setImmediate(); // the log tells of the states before this one first
      requireRunning(execution);
      this.#stateTransitions += 1;
      await this.#options.onStateEntered?.({ execution: execution.name, state: task.name, type: 'Task' });
      requireRunning(execution);
      this.#invocations += 1;
      return this.#gate(() => callFunction(this.#options.functions[task.functionName], payload));
    });
  }
}

const requireRunning = ({ description }: Execution): void => {
  if (description.status !== 'RUNNING') throw executionStopped();
};

const callFunction = async (run: LocalFunction | undefined, payload: Json): Promise<Json> => {
  let result: unknown;
  try {
    result = await run?.(asPassed(payload));
  } catch (error) {
    throw lambdaError(error);
  }
  return asPassed(result);
};

/** What is left of a value that travels as JSON; undefined arrives as null. */
const asPassed = (value: unknown): Json => {
  const text = JSON.stringify(value ?? null);
  if (Buffer.byteLength(text) > MAX_BYTES)
    throw fatalStatesError('States.DataLimitExceeded', `more than ${MAX_BYTES} bytes`);
  return jsonSchema.parse(JSON.parse(text));
};
