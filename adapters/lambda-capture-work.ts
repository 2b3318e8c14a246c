import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import type { CaptureWork } from '../core/ports.ts';
import { outside } from './outside.ts';

export interface LambdaCaptureWorkOptions {
  readonly client: LambdaClient;
  /** The function that takes captures, by name or ARN. */
  readonly functionName: string;
}

/**
 * Hands a capture to the function that has a browser, and does not wait for it: whoever asks has other limits than a page. A repeated
 * call takes nothing twice, because a capture that is settled is left alone.
 */
export class LambdaCaptureWork implements CaptureWork {
  readonly #client: LambdaClient;
  readonly #functionName: string;

  constructor({ client, functionName }: LambdaCaptureWorkOptions) {
    this.#client = client;
    this.#functionName = functionName;
  }

  async wake(capture: Parameters<CaptureWork['wake']>[0]): Promise<void> {
    const command = new InvokeCommand({
      FunctionName: this.#functionName,
      InvocationType: 'Event',
      Payload: new TextEncoder().encode(JSON.stringify(capture)),
    });
    await outside('Lambda Invoke', () => this.#client.send(command));
  }
}
