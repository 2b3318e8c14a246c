import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { ComparisonOperator, type IMetric, Metric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { METRICS_NAMESPACE, SWEEP_REPAIRS, sweepCheckers } from '../../lambdas/env/metrics.ts';
import { type RunbookAlarmProps, runbookAlarm } from '../constructs/runbook-alarm.ts';
import type { DeployedFunction } from '../constructs/typed-function.ts';
import type { Deployment } from '../deployment.ts';
import type { ApiStack } from './api-stack.ts';
import type { MailStack } from './mail-stack.ts';
import type { ReceiveMailStack } from './receive-mail-stack.ts';
import type { WorkflowStack } from './workflow-stack.ts';

export interface MonitoringStackProps extends StackProps {
  readonly deployment: Deployment;
  readonly mail: MailStack;
  readonly workflow: WorkflowStack;
  readonly api: ApiStack;
  readonly receiving: ReceiveMailStack | undefined;
}

type AlarmWish = Omit<RunbookAlarmProps, 'tell' | 'evaluationPeriods'>;

const soon = { period: Duration.minutes(5), statistic: Stats.SUM } as const;
const hourly = { period: Duration.hours(1), statistic: Stats.SUM } as const;

/** Who is told when something needs a person, and what that is. */
export class MonitoringStack extends Stack {
  readonly operations: Topic;

  constructor(
    scope: Construct,
    id: string,
    { deployment, mail, workflow, api, receiving, ...props }: MonitoringStackProps,
  ) {
    super(scope, id, props);
    this.operations = this.#topic(deployment);
    this.#raise(flowAlarms(workflow));
    this.#raise(sweepAlarms(workflow.runSweep));
    this.#raise(queueAlarms(workflow.deadLetters, mail));
    this.#raise(functionAlarms({ ...workflow.functions, ...api.functions, ...receiving?.functions }));
    if (receiving !== undefined) this.#raise(receivingAlarms(receiving));
    this.#raise({
      ApiFailing: {
        metric: api.api.metricServerError(soon),
        threshold: 5,
        meaning: 'The API answered with 5xx at least five times in five minutes.',
        anchor: 'api-5xx',
      },
    });
  }

  #topic({ operationsMail }: Deployment): Topic {
    const topic = new Topic(this, 'Operations', { displayName: 'Tertib', enforceSSL: true });
    topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsOfThisAccount',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    );
    if (operationsMail !== undefined) topic.addSubscription(new EmailSubscription(operationsMail));
    return topic;
  }

  #raise(wishes: Readonly<Record<string, AlarmWish>>): void {
    for (const [id, wish] of Object.entries(wishes)) {
      runbookAlarm(this, id, { evaluationPeriods: 1, tell: this.operations, ...wish });
    }
  }
}

const flowAlarms = ({ stateMachine, steps }: WorkflowStack): Record<string, AlarmWish> => ({
  FlowFailed: {
    metric: stateMachine.metricFailed(soon),
    meaning: 'An execution of the case flow failed; every expected failure is caught, so this one was not.',
    anchor: 'flow-failed',
  },
  FlowTimedOut: {
    metric: stateMachine.metricTimedOut(soon),
    meaning: 'An execution of the case flow timed out.',
    anchor: 'flow-timed-out',
  },
  FlowAborted: {
    metric: stateMachine.metricAborted(soon),
    meaning: 'Someone stopped an execution of the case flow.',
    anchor: 'flow-aborted',
  },
  FlowThrottled: {
    metric: stateMachine.metricThrottled(soon),
    meaning: 'Step Functions throttled the case flow.',
    anchor: 'flow-throttled',
  },
  CaseParked: {
    metric: steps.ParkCase.function.metricInvocations(soon),
    meaning: 'A case was parked: a step did not succeed by itself.',
    anchor: 'case-parked',
  },
});

const sweepAlarms = (sweep: DeployedFunction): Record<string, AlarmWish> => ({
  SweepSilent: {
    metric: sweep.function.metricInvocations({ period: Duration.minutes(15), statistic: Stats.SUM }),
    comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
    treatMissingData: TreatMissingData.BREACHING,
    meaning: 'The sweep has not run for a quarter of an hour.',
    anchor: 'sweep-silent',
  },
  ...Object.fromEntries(
    sweepCheckers.map((checker) => [
      `SweepRepairs-${checker}`,
      {
        metric: repairsOf(checker),
        threshold: 3,
        meaning: `The sweep repaired "${checker}" at least three times in an hour.`,
        anchor: `sweep-${checker}`,
      },
    ]),
  ),
});

const repairsOf = (checker: string): IMetric =>
  new Metric({
    namespace: METRICS_NAMESPACE,
    metricName: SWEEP_REPAIRS,
    dimensionsMap: { service: 'run-sweep', checker },
    ...hourly,
  });

const queueAlarms = (deadLetters: Queue, { undelivered }: MailStack): Record<string, AlarmWish> => ({
  DeadLetters: {
    metric: depthOf(deadLetters),
    meaning: 'A timer or a sweep failed for good.',
    anchor: 'dead-letters',
  },
  MailUndelivered: {
    metric: depthOf(undelivered),
    meaning: 'A mail bounced, was complained about or rejected.',
    anchor: 'mail-undelivered',
  },
});

const receivingAlarms = ({ deadLetters }: ReceiveMailStack): Record<string, AlarmWish> => ({
  MailNotTaken: {
    metric: depthOf(deadLetters),
    meaning: 'A mail could not be taken in for good; its bytes are still in the bucket.',
    anchor: 'mail-not-taken',
  },
});

const depthOf = (queue: Queue): IMetric =>
  queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5), statistic: Stats.MAXIMUM });

const functionAlarms = (functions: Readonly<Record<string, DeployedFunction>>): Record<string, AlarmWish> =>
  Object.fromEntries(
    Object.entries(functions).map(([name, deployed]) => [
      `${name}Errors`,
      {
        metric: deployed.function.metricErrors(soon),
        meaning: `${name} threw or ran out of time.`,
        anchor: 'function-errors',
      },
    ]),
  );
