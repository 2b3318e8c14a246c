import { randomUUID } from 'node:crypto';
import { TaskDoesNotExist, TaskTimedOut } from './step-functions-errors.ts';

/** A task that waits for its token to come back. */
export interface Callback<Output> {
  readonly token: string;
  /** Whether nobody has answered yet. */
  isOpen(): boolean;
  readonly answer: Promise<Output>;
}

/** The tokens of one engine: each is answered once, by whoever holds it. */
export interface Callbacks<Owner, Output> {
  open(owner: Owner): Callback<Output>;
  /** @returns whose task went on. @throws TaskDoesNotExist, TaskTimedOut */
  succeed(token: string, output: Output): Owner;
  /** @returns whose task failed. @throws TaskDoesNotExist, TaskTimedOut */
  fail(token: string, error: Error): Owner;
  /** Fails every open task of an owner that is stopped. */
  abandon(owner: Owner, error: Error): void;
}

interface Waiting<Owner, Output> {
  readonly owner: Owner;
  readonly resolve: (output: Output) => void;
  readonly reject: (error: Error) => void;
}

export const openCallbacks = <Owner, Output>(): Callbacks<Owner, Output> => {
  const waiting = new Map<string, Waiting<Owner, Output>>();
  const closed = new Set<string>();
  const take = (token: string): Waiting<Owner, Output> => {
    const found = waiting.get(token);
    if (found === undefined && closed.has(token)) throw new TaskTimedOut('the task of this token is over');
    if (found === undefined) throw new TaskDoesNotExist('no task waits under this token');
    waiting.delete(token);
    closed.add(token);
    return found;
  };
  const fail = (token: string, error: Error): Owner => {
    const { owner, reject } = take(token);
    reject(error);
    return owner;
  };
  return {
    open: (owner) => {
      const token = randomUUID();
      const { promise, resolve, reject } = Promise.withResolvers<Output>();
      promise.catch(() => {}); // the waiting state hears it, unless its execution was stopped
      waiting.set(token, { owner, resolve, reject });
      return { token, isOpen: () => waiting.has(token), answer: promise };
    },
    succeed: (token, output) => {
      const { owner, resolve } = take(token);
      resolve(output);
      return owner;
    },
    fail,
    abandon: (owner, error) => {
      const tokens = [...waiting].filter(([, task]) => task.owner === owner).map(([token]) => token);
      for (const token of tokens) fail(token, error);
    },
  };
};
