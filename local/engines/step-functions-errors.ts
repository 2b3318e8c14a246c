import * as z from 'zod';
import { TertibError } from '../../core/errors.ts';

/** The definition cannot run here: the message says which state and why. */
export class UnsupportedDefinition extends TertibError {
  override readonly name = 'UnsupportedDefinition';
}

/** The name was used for another input, or its execution is over (as StartExecution says on AWS). */
export class ExecutionAlreadyExists extends TertibError {
  override readonly name = 'ExecutionAlreadyExists';
}

/** Nobody waits under this token: it was never given out, or the process was restarted since. */
export class TaskDoesNotExist extends TertibError {
  override readonly name = 'TaskDoesNotExist';
}

/** The task of this token is over: answered, failed, or its execution stopped. */
export class TaskTimedOut extends TertibError {
  override readonly name = 'TaskTimedOut';
}

/** How an error looks to `Retry` and `Catch`: they match `name`, and `Cause` is the message. */
export const statesError = (name: string, cause: string): Error => Object.assign(new Error(cause), { name });

/** As {@link statesError}, beyond the reach of `Retry` and `Catch`. */
export const fatalStatesError = (name: string, cause: string): Error =>
  Object.assign(statesError(name, cause), { isRetryable: false, isCatchable: false });

/** What a task meets whose execution was stopped: the engine must neither retry nor catch it. */
export const executionStopped = (): Error => fatalStatesError('ExecutionStopped', 'the execution was stopped');

/** Whatever says its name: errors of another realm and DOMExceptions (a fetch that timed out) are no `Error` by instanceof. */
const errorSchema = z.looseObject({ name: z.string(), message: z.string(), stack: z.string().optional() });

/** What a Lambda function's error becomes on AWS: its name, and as cause a JSON text with type, message and trace. */
export const lambdaError = (thrown: unknown): Error => {
  const { name, message, stack = '' } = errorSchema.safeParse(thrown).data ?? new Error(String(thrown));
  return statesError(name, JSON.stringify({ errorType: name, errorMessage: message, trace: stack.split('\n') }));
};
