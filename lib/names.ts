import { ArnFormat, type Stack } from 'aws-cdk-lib';

/**
 * The few physical names that are fixed. A function that ends a callback of the state machine that calls it, or sets the timer that
 * calls it, would need its own ARN before it exists; a name that is known beforehand breaks that circle.
 */
export const namesOf = (stage: string) =>
  ({
    stateMachine: `tertib-${stage}-case`,
    timerTarget: `tertib-${stage}-fire-task-timer`,
    timerGroup: `tertib-${stage}-timers`,
  }) as const;

/** What the door for mail is called: it may stand in another region, so nothing refers to it but by name. */
export const mailDoorNames = (stage: string, account: string) =>
  ({
    bucket: `tertib-${stage}-surel-masuk-${account}`,
    topic: `tertib-${stage}-surel-masuk`,
    ruleSet: `tertib-${stage}-surel-masuk`,
  }) as const;

export const stateMachineArn = (stack: Stack, stage: string): string =>
  stack.formatArn({
    service: 'states',
    resource: 'stateMachine',
    resourceName: namesOf(stage).stateMachine,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });

/** Every execution of the state machine. */
export const executionsArn = (stack: Stack, stage: string): string =>
  stack.formatArn({
    service: 'states',
    resource: 'execution',
    resourceName: `${namesOf(stage).stateMachine}:*`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });

export const timerTargetArn = (stack: Stack, stage: string): string =>
  stack.formatArn({
    service: 'lambda',
    resource: 'function',
    resourceName: namesOf(stage).timerTarget,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
