import { Match } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { type Permission, permissionsOf } from './permissions.ts';
import { functionsOf, stageOf, templateOf } from './synthesised.ts';

const { stage } = stageOf({ mailDomain: 'surel.contoh.go.id', mailRegion: 'ap-southeast-1' });
const { door, receiving } = stage;
if (door === undefined || receiving === undefined) throw new Error('no mail is taken in');
const doorTemplate = templateOf(door);
const template = templateOf(receiving);
const granted = functionsOf(stage).map((synthesised) => ({ ...synthesised, permissions: permissionsOf(synthesised) }));

describe('taking reports by mail', () => {
  it('is off unless a deployment names the domain', () => {
    const { stage: plain } = stageOf();
    expect([plain.door, plain.receiving]).toEqual([undefined, undefined]);
  });

  it('receives in the region that the deployment names, and works where everything else is', () => {
    expect([door.region, receiving.region]).toEqual(['ap-southeast-1', 'ap-southeast-3']);
  });

  it('takes every agency below the domain, keeps the raw message and says so', () => {
    doorTemplate.hasResourceProperties('AWS::SES::ReceiptRule', {
      Rule: {
        Enabled: true,
        Recipients: ['.surel.contoh.go.id'],
        Actions: [
          { S3Action: { ObjectKeyPrefix: 'masuk/', BucketName: Match.anyValue(), TopicArn: Match.anyValue() } },
        ],
      },
    });
  });

  it('keeps raw messages closed, encrypted, and not for long: they are evidence in the vault by then', () => {
    doorTemplate.hasResourceProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
      LifecycleConfiguration: { Rules: [Match.objectLike({ ExpirationInDays: 30 })] },
    });
  });

  it('listens across regions', () => {
    template.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'lambda', Region: 'ap-southeast-1' });
  });

  it('looks for what is not settled every minute', () => {
    template.hasResourceProperties('AWS::Events::Rule', { ScheduleExpression: 'rate(1 minute)' });
  });

  it('may write who wrote, and never read it', () => {
    const mails = granted.filter(({ name }) => ['ReceiveMail', 'ResumeMails'].includes(name));
    const reads = ({ actions, resources, condition }: Permission) =>
      actions.includes('dynamodb:GetItem') &&
      resources.some((resource) => resource.includes('PeopleTable')) &&
      condition === undefined;
    const opens = ({ actions, resources, condition }: Permission) =>
      actions.includes('kms:Decrypt') &&
      resources.some((resource) => resource.includes('KeysPeople')) &&
      condition === undefined;
    expect(mails).toHaveLength(2);
    for (const { permissions } of mails)
      expect([permissions.some(reads), permissions.some(opens)]).toEqual([false, false]);
  });

  it('passes the policy checks', () => {
    const { stage: checked } = stageOf({ mailDomain: 'surel.contoh.go.id', mailRegion: 'ap-southeast-1' });
    checked.synth();
    const findings = new AwsSolutionsChecks(checked)
      .validateScope(checked)
      .violations.flatMap(({ ruleName, violatingResources }) =>
        violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath}`),
      );
    expect(findings).toEqual([]);
  });
});
