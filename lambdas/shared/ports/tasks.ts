import { SchedulerClient } from '@aws-sdk/client-scheduler';
import type * as z from 'zod';
import { DynamoTaskStore } from '../../../adapters/dynamo/dynamo-task-store.ts';
import { EventBridgeScheduler } from '../../../adapters/eventbridge-scheduler.ts';
import { ruleBook } from '../../../rules/index.ts';
import { mailTexts } from '../../../rules/mails/index.ts';
import type { openTaskEnv } from '../../env/open-task.env.ts';
import { clientOptions } from './client.ts';
import { directoryOf } from './directory.ts';
import { macOf, sealerOf } from './keys.ts';
import { mailerOf } from './mailer.ts';
import { matchTagsOf } from './people.ts';
import { caseStores, clock, dynamo, ids, log } from './stores.ts';
import { workflowOf } from './workflow.ts';

type Env = z.output<typeof openTaskEnv>;

const schedulerOf = (env: Env) =>
  new EventBridgeScheduler({
    client: new SchedulerClient(clientOptions),
    groupName: env.SCHEDULE_GROUP,
    targetArn: env.TIMER_TARGET_ARN,
    roleArn: env.SCHEDULER_ROLE_ARN,
    deadLetterArn: env.TIMER_DLQ_ARN,
    clock,
  });

/** Everything that opening, moving and ending human tasks takes. */
export const taskPorts = (env: Env) => ({
  ...caseStores(env),
  ids,
  log,
  tasks: new DynamoTaskStore({ client: dynamo, table: env.TASKS_TABLE, ids }),
  directory: directoryOf(env),
  people: matchTagsOf(env),
  mailer: mailerOf(env),
  mac: macOf(env),
  sealer: sealerOf(env),
  workflow: workflowOf(env),
  scheduler: schedulerOf(env),
  rules: ruleBook,
  mailTexts,
  baseUrl: env.BASE_URL,
});
