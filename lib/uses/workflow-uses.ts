import type { Stack } from 'aws-cdk-lib';
import type { Deployment } from '../deployment.ts';
import { executionsArn, stateMachineArn } from '../names.ts';
import { type Permission, Uses } from './uses.ts';

/** What a function may do with the case's state machine, from whichever stack it stands in. Nothing may read an execution's history. */
export const workflowUses = (stack: Stack, { stage }: Deployment) => {
  const machine = stateMachineArn(stack, stage);
  const environment = { STATE_MACHINE_ARN: machine };
  const answer: Permission = { actions: ['states:SendTaskSuccess'], resources: [machine] };
  const drive: readonly Permission[] = [
    { actions: ['states:StartExecution'], resources: [machine] },
    {
      actions: ['states:DescribeExecution'],
      resources: [executionsArn(stack, stage)],
      wildcard: 'Executions are named by case and attempt, so none is known beforehand.',
    },
  ];
  return {
    /** Ends the callback of a finished task. */
    answer: new Uses(environment, [answer]),
    /** Starts an execution for a case that has none, and ends callbacks. */
    drive: new Uses(environment, [answer, ...drive]),
  };
};
