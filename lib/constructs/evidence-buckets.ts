import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  HttpMethods,
  ObjectLockRetention,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Deployment } from '../deployment.ts';
import { explain } from './explained.ts';
import { MalwareScan } from './malware-scan.ts';

export interface EvidenceBucketsProps {
  readonly deployment: Deployment;
  readonly encryptionKey: IKey;
}

/** No website, and said so: the type of a bucket that others refer to asks for it. */
class PlainBucket extends Bucket {
  override get isWebsite(): boolean {
    return false;
  }
}

/** Evidence by content in the vault, uploads of strangers in quarantine, and the record of who touched either. */
export class EvidenceBuckets extends Construct {
  readonly vault: Bucket;
  readonly quarantine: Bucket;
  readonly encryptionKey: IKey;

  constructor(scope: Construct, id: string, { deployment, encryptionKey }: EvidenceBucketsProps) {
    super(scope, id);
    this.encryptionKey = encryptionKey;
    const accessLogs = this.#accessLogs();
    const encrypted = {
      ...closed,
      encryption: BucketEncryption.KMS,
      encryptionKey,
      bucketKeyEnabled: true,
      serverAccessLogsBucket: accessLogs,
    } satisfies BucketProps;
    this.vault = new Bucket(this, 'Vault', {
      ...encrypted,
      versioned: true,
      objectLockEnabled: true,
      objectLockDefaultRetention: retentionOf(deployment),
      serverAccessLogsPrefix: 'vault/',
    });
    this.vault.addToResourcePolicy(neverDelete(this.vault));
    this.vault.addToResourcePolicy(writeOnce(this.vault));
    this.quarantine = new Bucket(this, 'Quarantine', {
      ...encrypted,
      serverAccessLogsPrefix: 'quarantine/',
      lifecycleRules: [
        { id: 'Forget', expiration: Duration.days(deployment.quarantineDays) },
        { id: 'Abandoned', abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
      cors: [
        {
          allowedMethods: [HttpMethods.PUT],
          allowedOrigins: [`https://${deployment.domainName}`],
          allowedHeaders: ['content-type', 'x-amz-checksum-sha256'],
          maxAge: 3600,
        },
      ],
    });
    if (deployment.malwareScan) new MalwareScan(this, 'MalwareScan', { quarantine: this.quarantine, encryptionKey });
  }

  #accessLogs(): PlainBucket {
    const bucket = new PlainBucket(this, 'AccessLogs', {
      ...closed,
      encryption: BucketEncryption.S3_MANAGED,
      lifecycleRules: [{ id: 'Forget', expiration: Duration.days(365) }],
    });
    explain(bucket, 'AwsSolutions-S1', 'Holds the access logs of the other buckets; logging its own would never end.');
    return bucket;
  }
}

const closed = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  enforceSSL: true,
  removalPolicy: RemovalPolicy.RETAIN,
} as const satisfies BucketProps;

const retentionOf = ({ evidenceLock, evidenceLockDays }: Deployment): ObjectLockRetention => {
  const duration = Duration.days(evidenceLockDays);
  return evidenceLock === 'COMPLIANCE'
    ? ObjectLockRetention.compliance(duration)
    : ObjectLockRetention.governance(duration);
};

/** Nobody deletes evidence by the way: an erasure must first change this policy, which is itself on record. */
const neverDelete = (vault: Bucket): PolicyStatement =>
  new PolicyStatement({
    sid: 'NeverDelete',
    effect: Effect.DENY,
    principals: [new AnyPrincipal()],
    actions: ['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:BypassGovernanceRetention'],
    resources: [vault.arnForObjects('*')],
  });

/** A put that does not ask for the key to be free is refused to everybody, so an object has one version and a legal hold stands on it. */
const writeOnce = (vault: Bucket): PolicyStatement =>
  new PolicyStatement({
    sid: 'WriteOnce',
    effect: Effect.DENY,
    principals: [new AnyPrincipal()],
    actions: ['s3:PutObject'],
    resources: [vault.arnForObjects('*')],
    conditions: { Null: { 's3:if-none-match': 'true' } },
  });
