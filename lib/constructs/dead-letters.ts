import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { explain } from './explained.ts';

/** A queue at the end of a road: what lands here is for people, is kept as long as a queue can, and raises an alarm. */
export const endQueue = (scope: Construct, id: string): Queue => {
  const queue = new Queue(scope, id, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  explain(queue, 'AwsSolutions-SQS3', 'Is itself the queue where undelivered messages end.');
  return queue;
};
