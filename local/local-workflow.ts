import type { FlowInput, Workflow } from '../core/ports.ts';
import type { StepFunctionsEngine } from './engines/step-functions.ts';
import { ExecutionAlreadyExists, TaskDoesNotExist, TaskTimedOut } from './engines/step-functions-errors.ts';

/** The workflow port on the engine of this machine. The engine keeps nothing, so after a restart every execution is unknown. */
export class LocalWorkflow implements Workflow {
  readonly #engine: () => StepFunctionsEngine;

  /** @param engine asked for at each call: engine and steps need each other */
  constructor(engine: () => StepFunctionsEngine) {
    this.#engine = engine;
  }

  async start({ name, input }: { name: string; input: FlowInput }): Promise<void> {
    try {
      await this.#engine().start(name, input);
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    }
  }

  async isRunning(name: string): Promise<boolean> {
    return this.#engine().status(name) === 'RUNNING';
  }

  async succeed(token: string, output: unknown): Promise<'delivered' | 'gone'> {
    try {
      await this.#engine().sendTaskSuccess(token, output);
      return 'delivered';
    } catch (error) {
      if (error instanceof TaskDoesNotExist || error instanceof TaskTimedOut) return 'gone';
      throw error;
    }
  }
}
