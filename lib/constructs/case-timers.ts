import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Deployment } from '../deployment.ts';
import { namesOf, timerTargetArn } from '../names.ts';
import { Uses } from '../uses/uses.ts';

export interface CaseTimersProps {
  readonly deployment: Deployment;
  readonly deadLetters: Queue;
}

/** The one-time schedules of tasks: the group they stand in and the role under which they call their target. */
export class CaseTimers extends Construct {
  readonly group: ScheduleGroup;
  readonly #role: Role;
  readonly #props: CaseTimersProps;

  constructor(scope: Construct, id: string, props: CaseTimersProps) {
    super(scope, id);
    this.#props = props;
    this.group = new ScheduleGroup(this, 'Group', { scheduleGroupName: namesOf(props.deployment.stage).timerGroup });
    this.#role = this.#schedulerRole();
  }

  /** For a function in `stack`: where timers are set, and the right to set them. */
  usesIn(stack: Stack) {
    const { deployment, deadLetters } = this.#props;
    const { timerGroup } = namesOf(deployment.stage);
    const environment = {
      SCHEDULE_GROUP: timerGroup,
      TIMER_TARGET_ARN: timerTargetArn(stack, deployment.stage),
      SCHEDULER_ROLE_ARN: this.#role.roleArn,
      TIMER_DLQ_ARN: deadLetters.queueArn,
    };
    return new Uses(environment, [
      {
        actions: ['scheduler:CreateSchedule', 'scheduler:GetSchedule', 'scheduler:UpdateSchedule'],
        resources: [stack.formatArn({ service: 'scheduler', resource: 'schedule', resourceName: `${timerGroup}/*` })],
        wildcard: 'Timers are named by their task, so none is known beforehand.',
      },
      {
        actions: ['iam:PassRole'],
        resources: [this.#role.roleArn],
        conditions: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
      },
    ]);
  }

  /** Only schedules of this group and account may take the role on. */
  #schedulerRole(): Role {
    const stack = Stack.of(this);
    const { deployment, deadLetters } = this.#props;
    const role = new Role(this, 'Role', {
      description: 'Calls the timer function when a one-time schedule is due',
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: {
          StringEquals: { 'aws:SourceAccount': stack.account },
          ArnEquals: { 'aws:SourceArn': this.group.scheduleGroupArn },
        },
      }),
    });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['lambda:InvokeFunction'],
        resources: [timerTargetArn(stack, deployment.stage)],
      }),
    );
    role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLetters.queueArn] }));
    return role;
  }
}
