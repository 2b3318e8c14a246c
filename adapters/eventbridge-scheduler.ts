import {
  ConflictException,
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  GetScheduleCommand,
  ResourceNotFoundException,
  type SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import type { Clock, Scheduler, TimerTarget } from '../core/ports.ts';
import { epochOf, type Instant, instantOf, SECOND } from '../core/time.ts';
import { sha256Hex } from '../core/trail/digest.ts';
import { outside } from './outside.ts';

export interface EventBridgeSchedulerOptions {
  readonly client: SchedulerClient;
  readonly clock: Clock;
  readonly groupName: string;
  /** The function that is called, and the role that may call it. */
  readonly targetArn: string;
  readonly roleArn: string;
  /** The queue for calls that failed for a day. */
  readonly deadLetterArn: string;
}

const MAX_NAME = 64;
const HASHED = 32;
const DAY_SECONDS = 86_400;
const MAX_ATTEMPTS = 185;
/** The service refuses a time that has passed; it fires within a minute of the time anyway. */
const LEAD_SECONDS = 60;

/** A name that fits stays; of any other the beginning stays and a hash of the whole makes it its own. */
const scheduleName = (name: string): string =>
  /^[0-9A-Za-z_.-]{1,64}$/.test(name)
    ? name
    : `${name.replace(/[^0-9A-Za-z_.-]/g, '-').slice(0, MAX_NAME - HASHED - 1)}-${sha256Hex(name).slice(0, HASHED)}`;

/** `at()` counts whole seconds: rounded up, so that nothing fires before its time. */
const expressionOf = (at: Instant, now: Instant): string => {
  const seconds = Math.max(Math.ceil(epochOf(at) / SECOND), Math.ceil(epochOf(now) / SECOND) + LEAD_SECONDS);
  return `at(${instantOf(seconds * SECOND).slice(0, 19)})`;
};

/** One-time schedules of EventBridge Scheduler that delete themselves after they fired. */
export class EventBridgeScheduler implements Scheduler {
  readonly #options: EventBridgeSchedulerOptions;

  constructor(options: EventBridgeSchedulerOptions) {
    this.#options = options;
  }

  async scheduleOnce(timer: { name: string; at: Instant; target: TimerTarget }): Promise<void> {
    const { client } = this.#options;
    const schedule = this.#scheduleOf(timer);
    try {
      await outside('Scheduler CreateSchedule', () => client.send(new CreateScheduleCommand(schedule)));
    } catch (error) {
      if (!(error instanceof ConflictException)) throw error;
      await this.#move(schedule);
    }
  }

  /** The name is taken: moves the schedule where its time differs. One that fired meanwhile has done its work. */
  async #move(schedule: CreateScheduleCommandInput): Promise<void> {
    const { client } = this.#options;
    const { Name, GroupName, ScheduleExpression } = schedule;
    try {
      const standing = await outside('Scheduler GetSchedule', () =>
        client.send(new GetScheduleCommand({ Name, GroupName })),
      );
      if (standing.ScheduleExpression === ScheduleExpression) return;
      await outside('Scheduler UpdateSchedule', () => client.send(new UpdateScheduleCommand(schedule)));
    } catch (error) {
      if (!(error instanceof ResourceNotFoundException)) throw error;
    }
  }

  #scheduleOf({ name, at, target }: { name: string; at: Instant; target: TimerTarget }): CreateScheduleCommandInput {
    const { clock, groupName, targetArn, roleArn, deadLetterArn } = this.#options;
    const expression = expressionOf(at, clock.now());
    return {
      Name: scheduleName(name),
      GroupName: groupName,
      ScheduleExpression: expression,
      ScheduleExpressionTimezone: 'UTC',
      FlexibleTimeWindow: { Mode: 'OFF' },
      ActionAfterCompletion: 'DELETE',
      State: 'ENABLED',
      // Deterministic: a creation whose answer was lost is recognised when it is repeated.
      ClientToken: sha256Hex(`${name}|${expression}`),
      Target: {
        Arn: targetArn,
        RoleArn: roleArn,
        Input: JSON.stringify(target),
        DeadLetterConfig: { Arn: deadLetterArn },
        RetryPolicy: { MaximumEventAgeInSeconds: DAY_SECONDS, MaximumRetryAttempts: MAX_ATTEMPTS },
      },
    };
  }
}
