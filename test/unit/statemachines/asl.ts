import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const target = z.object({ Next: z.string() });

const stateSchema = z.looseObject({
  Type: z.string(),
  Comment: z.string().optional(),
  Next: z.string().optional(),
  End: z.boolean().optional(),
  Default: z.string().optional(),
  Resource: z.string().optional(),
  TimeoutSeconds: z.int().optional(),
  Choices: z.array(target.extend({ Variable: z.string(), StringEquals: z.string() })).optional(),
  Catch: z.array(target.extend({ ErrorEquals: z.array(z.string()) })).optional(),
  Retry: z
    .array(
      z.looseObject({
        Comment: z.string().optional(),
        ErrorEquals: z.array(z.string()),
        MaxAttempts: z.int().optional(),
        MaxDelaySeconds: z.int().optional(),
        JitterStrategy: z.string().optional(),
      }),
    )
    .optional(),
  Parameters: z
    .looseObject({ FunctionName: z.string(), Payload: z.record(z.string(), z.unknown()).optional() })
    .optional(),
  get ItemProcessor() {
    return machineSchema.optional();
  },
});

export const machineSchema = z.looseObject({
  StartAt: z.string(),
  get States() {
    return z.record(z.string(), stateSchema);
  },
});

export type State = z.infer<typeof stateSchema>;
export type Machine = z.infer<typeof machineSchema>;

export const definitionText = readFileSync(
  join(import.meta.dirname, '..', '..', '..', 'statemachines', 'case.asl.json'),
  'utf8',
);

/** The definition as a fresh copy: a test may change it. */
export const definition = (): Machine => machineSchema.parse(JSON.parse(definitionText));

/** The machine and every machine inside it. */
export const scopesOf = (machine: Machine): Machine[] => [
  machine,
  ...Object.values(machine.States).flatMap(({ ItemProcessor }) => (ItemProcessor ? scopesOf(ItemProcessor) : [])),
];

/** Every state of every scope, by name. */
export const statesOf = (machine: Machine): [string, State][] =>
  scopesOf(machine).flatMap(({ States }) => Object.entries(States));

export const stateOf = (machine: Machine, name: string): State => {
  const found = statesOf(machine).find(([candidate]) => candidate === name);
  if (found === undefined) throw new Error(`no state ${name}`);
  return found[1];
};

/** Where a state may lead, in its scope. */
export const targetsOf = ({ Next, Default, Choices = [], Catch = [] }: State): string[] =>
  [Next, Default, ...Choices.map((choice) => choice.Next), ...Catch.map((handler) => handler.Next)].filter(
    (name) => name !== undefined,
  );

export const isCallback = ({ Resource }: State): boolean => Resource?.endsWith('.waitForTaskToken') ?? false;

/** The step a state invokes: `${OpenTaskFunction}` is `OpenTask`. */
export const stepOf = ({ Parameters }: State): string | undefined =>
  /^\$\{(\w+)Function\}$/.exec(Parameters?.FunctionName ?? '')?.[1];
