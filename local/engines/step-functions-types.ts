import type * as z from 'zod';

export type Json = z.infer<ReturnType<typeof z.json>>;

/** A Lambda function on this machine: gets the state's `Payload`. */
export type LocalFunction = (payload: Json) => Promise<unknown>;

export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED';

export interface ExecutionDescription {
  readonly status: ExecutionStatus;
  readonly output?: Json;
  readonly error?: string;
  readonly cause?: string;
}

export interface StepFunctionsOptions {
  /** ASL as an object with every `${substitution}` filled in. */
  readonly definition: unknown;
  /** By the `FunctionName` of the definition. */
  readonly functions: Readonly<Record<string, LocalFunction>>;
  /** Pause before each retry, in milliseconds; what the definition says is meant for AWS. */
  readonly retryDelayMs?: number;
  /**
   * Called for each state entered; for a Task at each attempt, before its function: stopping the execution there keeps the
   * function from being called. Must not throw.
   */
  readonly onStateEntered?: (entered: { execution: string; state: string; type: string }) => void | Promise<void>;
}

export interface StepFunctionsEngine {
  /** The same name and input while running changes nothing. @throws ExecutionAlreadyExists (other input, or the execution is over) */
  start(name: string, input: unknown): Promise<void>;
  status(name: string): ExecutionStatus | 'UNKNOWN';
  describe(name: string): ExecutionDescription | undefined;
  /** Ends an execution at once; a function under way runs to its end, unheard. Nothing happens when none runs. */
  stop(name: string): void;
  /** @param output the state's result. @throws TaskDoesNotExist, TaskTimedOut */
  sendTaskSuccess(token: string, output: unknown): Promise<void>;
  /** @param error the name that `Retry` and `Catch` match. @throws TaskDoesNotExist, TaskTimedOut */
  sendTaskFailure(token: string, error: string, cause: string): Promise<void>;
  /** Resolves when every execution is over or waits for a token, and no function is under way. */
  settled(): Promise<void>;
  /** What AWS would bill for: state transitions count retries too. */
  counts(): { readonly executions: number; readonly stateTransitions: number; readonly invocations: number };
  /** Stops every execution and waits for the functions under way. */
  close(): Promise<void>;
}
