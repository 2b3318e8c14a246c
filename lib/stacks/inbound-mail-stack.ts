import { Aws, CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { CfnReceiptRule, CfnReceiptRuleSet, EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { explain } from '../constructs/explained.ts';
import type { Deployment } from '../deployment.ts';
import { mailDoorNames } from '../names.ts';

export interface InboundMailStackProps extends StackProps {
  readonly deployment: Deployment;
  readonly mailDomain: string;
}

/** Raw messages are in the vault before they are read; what lies here is only on its way. */
const KEEP = Duration.days(30);

/**
 * Where mail comes in: SES takes it, puts it into a bucket and says so. It stands in the region that can receive, which need not be the
 * one that everything else is in; nothing but the raw messages is ever there.
 */
export class InboundMailStack extends Stack {
  constructor(scope: Construct, id: string, { deployment, mailDomain, ...props }: InboundMailStackProps) {
    super(scope, id, props);
    const names = mailDoorNames(deployment.stage, Aws.ACCOUNT_ID);
    const bucket = this.#bucket(names.bucket);
    const topic = this.#topic(names.topic);
    const identity = new EmailIdentity(this, 'Domain', { identity: Identity.domain(mailDomain) });
    identity.dkimRecords.forEach(({ name, value }, place) => {
      const id = `DkimRecord${place + 1}`;
      new CfnOutput(this, id, {
        value: `${name} CNAME ${value}`,
        description: 'DNS record that proves the domain to SES',
      });
    });
    const rules = new CfnReceiptRuleSet(this, 'Rules', { ruleSetName: names.ruleSet });
    const rule = new CfnReceiptRule(this, 'Reports', {
      ruleSetName: rules.ref,
      rule: {
        name: 'reports',
        enabled: true,
        // Every agency has a name below the domain.
        recipients: [`.${mailDomain}`],
        scanEnabled: true,
        tlsPolicy: 'Optional',
        actions: [{ s3Action: { bucketName: bucket.bucketName, objectKeyPrefix: 'masuk/', topicArn: topic.topicArn } }],
      },
    });
    rule.node.addDependency(bucket, topic);
    new CfnOutput(this, 'MxRecord', {
      value: `*.${mailDomain} MX 10 inbound-smtp.${this.region}.amazonaws.com`,
      description: 'DNS record that leads reports by mail here; then make the rule set the active one',
    });
  }

  #bucket(bucketName: string): Bucket {
    const bucket = new Bucket(this, 'Raw', {
      bucketName,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [{ id: 'Forget', expiration: KEEP }],
    });
    explain(
      bucket,
      'AwsSolutions-S1',
      'Messages are only on their way here; who reads them later is on record in the vault.',
    );
    bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'ReceivedMail',
        principals: [new ServicePrincipal('ses.amazonaws.com')],
        actions: ['s3:PutObject'],
        resources: [bucket.arnForObjects('masuk/*')],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    );
    return bucket;
  }

  #topic(topicName: string): Topic {
    const topic = new Topic(this, 'Received', { topicName, enforceSSL: true });
    topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'ReceivedMail',
        principals: [new ServicePrincipal('ses.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    );
    return topic;
  }
}
