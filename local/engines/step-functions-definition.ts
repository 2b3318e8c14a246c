import type { StateMachineDefinition } from 'aws-local-stepfunctions';
import * as z from 'zod';
import { UnsupportedDefinition } from './step-functions-errors.ts';

export interface TaskState {
  readonly name: string;
  readonly functionName: string;
  /** Whether the state waits for its token to come back. */
  readonly waits: boolean;
}

export interface LocalDefinition {
  readonly machine: StateMachineDefinition;
  readonly tasks: readonly TaskState[];
  /** Names of all states with a `Retry`. */
  readonly retried: readonly string[];
}

/** Longest delay a timer keeps (24.8 days); a longer one would fire at once, none at all would mean the engine's 60 seconds. */
const LONGEST_SECONDS = 2_147_483;

const INVOKE = 'arn:aws:states:::lambda:invoke';
const INVOKE_AND_WAIT = `${INVOKE}.waitForTaskToken`;
const TOKEN = '$$.Task.Token';

const stateSchema = z.looseObject({ Type: z.string() });
const machineSchema = z.looseObject({ States: z.record(z.string(), stateSchema) });
const taskSchema = z.looseObject({
  Resource: z.enum([INVOKE, INVOKE_AND_WAIT]),
  Parameters: z.looseObject({ FunctionName: z.string().min(1) }),
});
type State = z.infer<typeof stateSchema>;
type Machine = z.infer<typeof machineSchema>;
/** The engine checks the shape in full when it is constructed. */
const engineSchema = z.custom<StateMachineDefinition>((value) => machineSchema.safeParse(value).success);

/**
 * Makes a definition that was written for AWS run in the local engine: timeouts become as long as a timer can be, heartbeats go.
 *
 * @param definition the ASL as an object, substitutions filled in
 * @throws UnsupportedDefinition for what the engine would silently run wrongly
 */
export const localise = (definition: unknown): LocalDefinition => {
  refuseUnknownWords(definition);
  const root = machineSchema.parse(definition);
  const states = allStates(root, false);
  return {
    machine: engineSchema.parse(localMachine(root)),
    tasks: states.filter(({ state }) => state.Type === 'Task').map(readTask),
    retried: states.filter(({ state }) => 'Retry' in state).map(({ name }) => name),
  };
};

interface FoundState {
  readonly name: string;
  readonly state: State;
  readonly nested: boolean;
}

const allStates = (machine: Machine, nested: boolean): FoundState[] =>
  Object.entries(machine.States).flatMap(([name, state]) => [
    { name, state, nested },
    ...innerMachines(state).flatMap((inner) => allStates(inner, true)),
  ]);

const innerMachines = (state: State): Machine[] => {
  const branches = z.array(z.unknown()).parse(state.Branches ?? []);
  return [state.ItemProcessor, state.Iterator, ...branches]
    .filter((inner) => inner !== undefined)
    .map((inner) => machineSchema.parse(inner));
};

const readTask = ({ name, state, nested }: FoundState): TaskState => {
  const parsed = taskSchema.safeParse(state);
  if (!parsed.success) {
    throw new UnsupportedDefinition(`${name}: only ${INVOKE} and ${INVOKE_AND_WAIT} with a FunctionName run here`, {
      cause: parsed.error,
    });
  }
  const { Resource, Parameters } = parsed.data;
  const waits = Resource === INVOKE_AND_WAIT;
  if (JSON.stringify(Parameters).includes(TOKEN) !== waits) {
    throw new UnsupportedDefinition(`${name}: ${TOKEN} belongs into the Payload of a callback, and only there`);
  }
  if (waits && nested) throw new UnsupportedDefinition(`${name}: a callback inside Map or Parallel does not run here`);
  return { name, functionName: Parameters.FunctionName, waits };
};

/** What the engine takes literally, or leaves out, without a word. */
const refuseUnknownWords = (definition: unknown): void => {
  const text = JSON.stringify(definition);
  const found = /\$\{\w+\}|"QueryLanguage":"JSONata"|"Type":"Wait"|\$\$\.(State|Map\.Item\.Source)\b/.exec(text)?.[0];
  if (found !== undefined) throw new UnsupportedDefinition(`${found} does not run here`);
};

const localMachine = ({ TimeoutSeconds: _dropped, ...machine }: Machine): Machine => ({
  ...machine,
  States: Object.fromEntries(Object.entries(machine.States).map(([name, state]) => [name, localState(state)])),
});

const localState = (state: State): State => {
  const {
    TimeoutSeconds: _t,
    TimeoutSecondsPath: _tp,
    HeartbeatSeconds: _h,
    HeartbeatSecondsPath: _hp,
    ResultPath,
    ...rest
  } = state;
  return {
    ...rest,
    // '$' is the default, but the engine would make it a field named '$'
    ...(ResultPath !== undefined && ResultPath !== '$' && { ResultPath }),
    ...(state.Type === 'Task' && { TimeoutSeconds: LONGEST_SECONDS }),
    ...(state.ItemProcessor !== undefined && { ItemProcessor: localMachine(machineSchema.parse(state.ItemProcessor)) }),
    ...(state.Iterator !== undefined && { Iterator: localMachine(machineSchema.parse(state.Iterator)) }),
    ...(state.Branches !== undefined && { Branches: z.array(machineSchema).parse(state.Branches).map(localMachine) }),
  };
};
