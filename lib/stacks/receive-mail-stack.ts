import { ArnFormat, Aws, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Subscription, SubscriptionProtocol, Topic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { receiveMailEnv } from '../../lambdas/env/receive-mail.env.ts';
import { resumeMailsEnv } from '../../lambdas/env/resume-mails.env.ts';
import { endQueue } from '../constructs/dead-letters.ts';
import { type DeployedFunction, TypedFunction } from '../constructs/typed-function.ts';
import { type Deployment, mailRegionOf } from '../deployment.ts';
import { mailDoorNames } from '../names.ts';
import { Uses } from '../uses/uses.ts';
import type { DataStack } from './data-stack.ts';
import { type FunctionUses, functionUses } from './function-uses.ts';
import type { MailStack } from './mail-stack.ts';
import type { WorkflowStack } from './workflow-stack.ts';

export interface ReceiveMailStackProps extends StackProps {
  readonly deployment: Deployment;
  readonly data: DataStack;
  readonly mail: MailStack;
  readonly workflow: WorkflowStack;
}

/** To hold a mail of 30 MB beside its parts. */
const heavy = { timeout: Duration.minutes(2), memorySize: 2048 } as const;

/** What makes cases of mails, where everything else is. */
export class ReceiveMailStack extends Stack {
  readonly receiveMail: DeployedFunction;
  readonly resumeMails: DeployedFunction;
  /** Mails that could not be taken in for good: their bytes are still in the bucket. */
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { deployment, data, mail, workflow, ...props }: ReceiveMailStackProps) {
    super(scope, id, props);
    this.deadLetters = endQueue(this, 'DeadLetters');
    const uses = functionUses(this, { deployment, data, mail, timers: workflow.timers });
    this.receiveMail = this.#receiveMail(uses, deployment);
    this.resumeMails = this.#resumeMails(uses);
  }

  /** Every function of the stack, by name. */
  get functions(): Readonly<Record<string, DeployedFunction>> {
    return { ReceiveMail: this.receiveMail, ResumeMails: this.resumeMails };
  }

  #receiveMail(uses: FunctionUses, deployment: Deployment): DeployedFunction {
    const names = mailDoorNames(deployment.stage, Aws.ACCOUNT_ID);
    const region = mailRegionOf(deployment);
    const raw = new Uses({ MAIL_BUCKET: names.bucket, MAIL_REGION: region }, [
      {
        actions: ['s3:GetObject'],
        resources: [
          this.formatArn({ service: 's3', region: '', account: '', resource: names.bucket, resourceName: 'masuk/*' }),
        ],
        wildcard: 'Messages are named by the receiving service, so none is known beforehand.',
      },
    ]);
    const receive = new TypedFunction(this, 'ReceiveMail', {
      ...heavy,
      entry: 'mail/receive-mail',
      schema: receiveMailEnv,
      uses: settling(uses).and(raw),
      description: 'Takes mails in: keeps them, judges them, and files what is a report',
      deadLetters: this.deadLetters,
      logKey: uses.logKey,
    });
    this.#listen(receive, { region, topicName: names.topic });
    return receive;
  }

  /** The topic may stand in another region: it is known by its name alone. */
  #listen(receive: DeployedFunction, { region, topicName }: { region: string; topicName: string }): void {
    const topicArn = this.formatArn({
      service: 'sns',
      region,
      resource: topicName,
      arnFormat: ArnFormat.NO_RESOURCE_NAME,
    });
    const topic = Topic.fromTopicArn(this, 'Received', topicArn);
    receive.function.addPermission('FromTheDoor', {
      principal: new ServicePrincipal('sns.amazonaws.com'),
      sourceArn: topicArn,
    });
    new Subscription(this, 'Listening', {
      topic,
      region,
      protocol: SubscriptionProtocol.LAMBDA,
      endpoint: receive.function.functionArn,
    });
  }

  #resumeMails(uses: FunctionUses): DeployedFunction {
    const resume = new TypedFunction(this, 'ResumeMails', {
      ...heavy,
      entry: 'mail/resume-mails',
      schema: resumeMailsEnv,
      uses: settling(uses),
      description: 'Settles mails whose receiver died, and what triage ordered',
      deadLetters: this.deadLetters,
      logKey: uses.logKey,
    });
    new Rule(this, 'MailTick', {
      description: 'Looks for mails that are not settled, every minute',
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [
        new LambdaFunction(resume.function, {
          deadLetterQueue: this.deadLetters,
          retryAttempts: 0,
          maxEventAge: Duration.minutes(5),
        }),
      ],
    });
    return resume;
  }
}

/** To file a report as intake does, to attach an answer, and to answer its sender. */
const settling = (uses: FunctionUses) =>
  uses.tables.trail.append
    .and(uses.tables.cases.project)
    .and(uses.tables.cases.announce)
    .and(uses.tables.tasks.write)
    .and(uses.tables.directory.read)
    .and(uses.tables.directory.agencies)
    .and(uses.tables.people.file)
    .and(uses.tables.requests)
    .and(uses.tables.inbound.write)
    .and(uses.tables.inbound.list)
    .and(uses.evidence.write)
    .and(uses.evidence.scan)
    .and(uses.keys.people.seal)
    .and(uses.keys.secrets)
    .and(uses.keys.mac)
    .and(uses.keys.signer)
    .and(uses.workflow.drive)
    .and(uses.mail)
    .and(uses.mailDomain)
    .and(uses.site);
