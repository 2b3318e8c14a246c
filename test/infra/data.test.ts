import { Match } from 'aws-cdk-lib/assertions';
import * as z from 'zod';
import { tables } from '../../adapters/dynamo/tables.ts';
import { stageOf, templateOf } from './synthesised.ts';

const { stage } = stageOf();
const template = templateOf(stage.data);

const resourcesSchema = z.object({ Resources: z.record(z.string(), z.object({ Type: z.string() })) });
const RETAINED = { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' };

describe('what must outlive a deployment', () => {
  it('keeps the logical ids it was deployed with: another id is another, empty resource', () => {
    const kept = Object.entries(resourcesSchema.parse(template.toJSON()).Resources)
      .map(([id, { Type }]) => `${Type} ${id}`)
      .filter((line) => /^AWS::(DynamoDB|KMS|S3)::(Table|Key|Bucket) /.test(line));

    expect(kept.sort().join('\n')).toMatchSnapshot();
  });

  it.each(['AWS::DynamoDB::Table', 'AWS::KMS::Key', 'AWS::S3::Bucket'])('every %s is retained', (type) => {
    template.allResources(type, RETAINED);
  });

  it('the stack cannot be deleted by mistake', () => {
    expect(stage.data.terminationProtection).toBe(true);
  });
});

describe('tables', () => {
  it.each(Object.values(tables))('$name has the keys and indexes its description gives', (table) => {
    const key = ({ name }: { name: string }, KeyType: string) => ({ AttributeName: name, KeyType });
    const schema = (keyed: { partitionKey: { name: string }; sortKey?: { name: string } }) => [
      key(keyed.partitionKey, 'HASH'),
      ...(keyed.sortKey ? [key(keyed.sortKey, 'RANGE')] : []),
    ];
    const indexes = table.indexes.map((index) => ({
      IndexName: index.name,
      KeySchema: schema(index),
      Projection: { ProjectionType: 'KEYS_ONLY' },
    }));

    template.hasResourceProperties('AWS::DynamoDB::Table', {
      KeySchema: schema(table),
      GlobalSecondaryIndexes: indexes.length === 0 ? Match.absent() : indexes,
    });
  });

  it('there is one for each description', () => {
    template.resourceCountIs('AWS::DynamoDB::Table', Object.keys(tables).length);
  });

  it('each is on demand, restorable to any second, protected from deletion, and encrypted with a key of ours', () => {
    template.allResourcesProperties('AWS::DynamoDB::Table', {
      BillingMode: 'PAY_PER_REQUEST',
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      DeletionProtectionEnabled: true,
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: Match.anyValue() },
    });
  });

  it('people are encrypted with a key that no other table has', () => {
    const byKey = Object.entries(template.findResources('AWS::DynamoDB::Table')).map(([id, { Properties }]) => [
      id,
      JSON.stringify(Properties.SSESpecification.KMSMasterKeyId),
    ]);
    const [, peopleKey] = byKey.find(([id]) => id?.startsWith('People')) ?? [];

    expect(peopleKey).toContain('KeysPeople');
    expect(byKey.filter(([, key]) => key === peopleKey)).toHaveLength(1);
  });
});

describe('keys', () => {
  it('each kind of secret has a key of its own', () => {
    template.resourceCountIs('AWS::KMS::Key', 6);
  });

  it('receipts and decisions are signed on P-256', () => {
    template.hasResourceProperties('AWS::KMS::Key', { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' });
  });

  it('keyed hashes are HMAC-SHA-256', () => {
    template.hasResourceProperties('AWS::KMS::Key', { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' });
  });

  it('every key that can rotate does', () => {
    const keys = Object.values(template.findResources('AWS::KMS::Key')).filter(
      ({ Properties }) => Properties.KeySpec === undefined,
    );

    expect(keys.map(({ Properties }) => Properties.EnableKeyRotation)).toEqual([true, true, true, true]);
  });
});

describe('evidence', () => {
  it('cannot be changed or removed for five years, by default by nobody without a special right', () => {
    template.hasResourceProperties('AWS::S3::Bucket', {
      VersioningConfiguration: { Status: 'Enabled' },
      ObjectLockEnabled: true,
      ObjectLockConfiguration: {
        ObjectLockEnabled: 'Enabled',
        Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 1825 } },
      },
    });
  });

  it('is locked for everyone where the deployment says so', () => {
    const { stage: strict } = stageOf({ evidenceLock: 'COMPLIANCE', evidenceLockDays: 3650 });

    templateOf(strict.data).hasResourceProperties('AWS::S3::Bucket', {
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 3650 } } },
    });
  });

  it('is written once: a put that would replace it is refused to everybody, so that it has one version', () => {
    template.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Sid: 'WriteOnce',
            Effect: 'Deny',
            Principal: { AWS: '*' },
            Action: 's3:PutObject',
            Condition: { Null: { 's3:if-none-match': 'true' } },
          }),
        ]),
      },
    });
  });

  it('may be deleted by nobody who does not first change the policy', () => {
    template.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Deny',
            Principal: { AWS: '*' },
            Action: ['s3:BypassGovernanceRetention', 's3:DeleteObject', 's3:DeleteObjectVersion'],
          }),
        ]),
      },
    });
  });

  it('uploads that nobody took in are forgotten after a week, and come from our pages only', () => {
    template.hasResourceProperties('AWS::S3::Bucket', {
      LifecycleConfiguration: {
        Rules: Match.arrayWith([Match.objectLike({ ExpirationInDays: 7, Status: 'Enabled' })]),
      },
      CorsConfiguration: {
        CorsRules: [Match.objectLike({ AllowedMethods: ['PUT'], AllowedOrigins: ['https://tertib.example'] })],
      },
    });
  });

  it('no bucket can be public or read without TLS', () => {
    template.allResourcesProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
    template.allResourcesProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ]),
      },
    });
  });
});
