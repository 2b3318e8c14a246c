import { LambdaClient } from '@aws-sdk/client-lambda';
import { LambdaCaptureWork } from '../../../adapters/lambda-capture-work.ts';
import { clientOptions } from './client.ts';

export const captureWorkOf = (env: { CAPTURE_FUNCTION_ARN: string }) =>
  new LambdaCaptureWork({ client: new LambdaClient(clientOptions), functionName: env.CAPTURE_FUNCTION_ARN });
