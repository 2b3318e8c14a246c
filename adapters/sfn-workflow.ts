import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  InvalidToken,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import type { FlowInput, Workflow } from '../core/ports.ts';
import { outside } from './outside.ts';

export interface SfnWorkflowOptions {
  readonly client: SFNClient;
  readonly stateMachineArn: string;
}

/** Executions have their machine's ARN with `execution` in place of `stateMachine`, and their name behind it. */
const executionArn = (stateMachineArn: string, name: string): string =>
  `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;

const isGone = (error: unknown): boolean =>
  error instanceof TaskTimedOut || error instanceof TaskDoesNotExist || error instanceof InvalidToken;

/** The workflow on Step Functions (Standard). */
export class SfnWorkflow implements Workflow {
  readonly #client: SFNClient;
  readonly #stateMachineArn: string;

  constructor({ client, stateMachineArn }: SfnWorkflowOptions) {
    this.#client = client;
    this.#stateMachineArn = stateMachineArn;
  }

  async start({ name, input }: { name: string; input: FlowInput }): Promise<void> {
    const command = new StartExecutionCommand({
      stateMachineArn: this.#stateMachineArn,
      name,
      input: JSON.stringify(input),
    });
    try {
      await outside('Step Functions StartExecution', () => this.#client.send(command));
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    }
  }

  async isRunning(name: string): Promise<boolean> {
    const command = new DescribeExecutionCommand({ executionArn: executionArn(this.#stateMachineArn, name) });
    try {
      const { status } = await outside('Step Functions DescribeExecution', () => this.#client.send(command));
      return status === 'RUNNING' || status === 'PENDING_REDRIVE';
    } catch (error) {
      if (error instanceof ExecutionDoesNotExist) return false;
      throw error;
    }
  }

  async succeed(token: string, output: unknown): Promise<'delivered' | 'gone'> {
    const command = new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify(output) });
    try {
      await outside('Step Functions SendTaskSuccess', () => this.#client.send(command));
      return 'delivered';
    } catch (error) {
      if (isGone(error)) return 'gone';
      throw error;
    }
  }
}
