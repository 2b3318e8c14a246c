import { callbackTimeoutSeconds, flowErrors } from '../../../statemachines/case.contract.ts';
import { isCallback, type Machine, type State, scopesOf, statesOf, targetsOf } from './asl.ts';

/** What a rule finds wrong, one sentence each. */
export type Rule = (machine: Machine) => string[];

/** Applies `check` to every state of one type. */
const each =
  (type: string, check: (state: State) => string | undefined): Rule =>
  (machine) =>
    statesOf(machine)
      .filter(([, state]) => state.Type === type)
      .flatMap(([name, state]) => {
        const wrong = check(state);
        return wrong === undefined ? [] : [`${name} ${wrong}`];
      });

const lastRetry = ({ Retry = [] }: State) => Retry.at(-1);

const reachable = ({ StartAt, States }: Machine): ReadonlySet<string> => {
  const seen = new Set<string>();
  const open = [StartAt];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const state = States[name];
    if (seen.has(name) || state === undefined) continue;
    seen.add(name);
    open.push(...targetsOf(state));
  }
  return seen;
};

const TERMINAL = new Set(['Succeed', 'Fail', 'Choice']);
const UNWANTED = new Set(['Wait', 'Parallel']);
/** The state that parks a case has nothing to fall back on but the alarm on failed executions. */
const LAST_RESORT = 'ParkCase';

/** What every flow of this system keeps to, offline. */
export const aslRules = {
  'every Choice has a Default': each('Choice', ({ Default }) => (Default === undefined ? 'has no Default' : undefined)),

  'every Task has a Retry that ends with a rule for States.TaskFailed, because emulators lose class names': each(
    'Task',
    (state) =>
      lastRetry(state)?.ErrorEquals.join() === flowErrors.taskFailed ? undefined : 'does not end its Retry so',
  ),

  'every Retry is bounded, jittered, and says how long it takes in all': each('Task', ({ Retry = [] }) =>
    Retry.every(
      ({ MaxAttempts, MaxDelaySeconds, JitterStrategy, Comment }) =>
        MaxAttempts !== undefined &&
        MaxDelaySeconds !== undefined &&
        JitterStrategy === 'FULL' &&
        Comment !== undefined,
    )
      ? undefined
      : 'has a Retry that does not',
  ),

  'every Task but the last resort catches everything': (machine) =>
    each('Task', ({ Catch = [] }) => (Catch.at(-1)?.ErrorEquals.join() === flowErrors.all ? undefined : 'does not'))(
      machine,
    ).filter((wrong) => !wrong.startsWith(`${LAST_RESORT} `)),

  'every callback times out after the time of the contract': each('Task', (state) =>
    !isCallback(state) || state.TimeoutSeconds === callbackTimeoutSeconds ? undefined : 'has another TimeoutSeconds',
  ),

  'the time-out of a callback leads to re-drive, not to failure': (machine) =>
    each('Task', (state) => {
      const handler = state.Catch?.find(({ ErrorEquals }) => ErrorEquals.includes(flowErrors.timeout));
      return !isCallback(state) || handler?.Next === machine.StartAt ? undefined : 'leads elsewhere';
    })(machine),

  'every callback hands its token to the function': each('Task', (state) =>
    !isCallback(state) || state.Parameters?.Payload?.['taskToken.$'] === '$$.Task.Token' ? undefined : 'does not',
  ),

  'nothing waits: deadlines belong to the case, and sequences run on every engine': (machine) =>
    statesOf(machine)
      .filter(([, { Type }]) => UNWANTED.has(Type))
      .map(([name, { Type }]) => `${name} is a ${Type}`),

  'every target exists in its scope': (machine) =>
    scopesOf(machine).flatMap(({ StartAt, States }) =>
      [StartAt, ...Object.values(States).flatMap(targetsOf)]
        .filter((name) => !Object.hasOwn(States, name))
        .map((name) => `${name} does not exist`),
    ),

  'every state leads on or ends': (machine) =>
    statesOf(machine)
      .filter(([, { Type, Next, End }]) => !TERMINAL.has(Type) && (Next === undefined) === (End !== true))
      .map(([name]) => `${name} does neither, or both`),

  'no state is dead': (machine) =>
    scopesOf(machine).flatMap((scope) => {
      const live = reachable(scope);
      return Object.keys(scope.States)
        .filter((name) => !live.has(name))
        .map((name) => `${name} cannot be reached`);
    }),

  'the flow is plain JSONPath, which every engine runs': (machine) =>
    [...scopesOf(machine), ...statesOf(machine).map(([, state]) => state)].some((part) => 'QueryLanguage' in part) ||
    JSON.stringify(machine).includes('States.Json')
      ? ['it names another language or an intrinsic']
      : [],
} as const satisfies Record<string, Rule>;
export type RuleName = keyof typeof aslRules;
