import { SFNClient } from '@aws-sdk/client-sfn';
import { SfnWorkflow } from '../../../adapters/sfn-workflow.ts';
import { clientOptions } from './client.ts';

export const workflowOf = (env: { STATE_MACHINE_ARN: string }) =>
  new SfnWorkflow({ client: new SFNClient(clientOptions), stateMachineArn: env.STATE_MACHINE_ARN });
