import { Stack } from 'aws-cdk-lib';
import type { EvidenceBuckets } from '../constructs/evidence-buckets.ts';
import { SCAN_PREFIX } from '../constructs/malware-scan.ts';
import type { Deployment } from '../deployment.ts';
import type { HoldUses } from './table-uses.ts';
import { type Permission, Uses } from './uses.ts';

/** What a function may do with evidence. Nothing may delete or list, and only what ends a case may lift a legal hold. */
export const evidenceUses = (
  { vault, quarantine, encryptionKey }: EvidenceBuckets,
  holds: HoldUses,
  { malwareScan }: Pick<Deployment, 'malwareScan'>,
) => {
  const environment = { EVIDENCE_BUCKET: vault.bucketName, QUARANTINE_BUCKET: quarantine.bucketName };
  // Exported by hand: the policy checks name a resource by its export, which must be known where the reason is written.
  const data = Stack.of(vault);
  const vaultArn = data.exportValue(vault.bucketArn);
  const quarantineArn = data.exportValue(quarantine.bucketArn);
  const objects = {
    resources: [`${vaultArn}/sha256/*`],
    wildcard: 'Evidence is named by its hash, so none is known beforehand.',
  };
  const uploads = {
    resources: [`${quarantineArn}/uploads/*`],
    wildcard: 'Uploads are named by their case, so none is known beforehand.',
  };
  /** Without it S3 answers 403 where nothing is, and a missing object could not be told from a refusal. */
  const tellMissing = (...buckets: string[]): Permission => ({ actions: ['s3:ListBucket'], resources: buckets });
  const key = (...actions: string[]): Permission => ({
    actions,
    resources: [encryptionKey.keyArn],
    conditions: { StringEquals: { 'kms:ViaService': `s3.${data.region}.amazonaws.com` } },
  });
  const get: readonly Permission[] = [
    { actions: ['s3:GetObject'], ...objects },
    tellMissing(vaultArn),
    key('kms:Decrypt'),
  ];
  const put: readonly Permission[] = [
    { actions: ['s3:PutObject'], ...objects },
    {
      actions: ['s3:PutObjectLegalHold'],
      ...objects,
      conditions: { StringEquals: { 's3:object-lock-legal-hold': 'ON' } },
    },
    key('kms:GenerateDataKey'),
  ];
  const scanned = {
    resources: [`${quarantineArn}/${SCAN_PREFIX}*`],
    wildcard: 'What is to be scanned is named by its hash, so none is known beforehand.',
  };
  const scanning: readonly Permission[] = [
    { actions: ['s3:PutObject', 's3:GetObjectTagging'], ...scanned },
    tellMissing(quarantineArn),
    key('kms:GenerateDataKey'),
  ];
  const using = (...permissions: readonly Permission[]) => new Uses(environment, permissions).and(holds.add);
  return {
    /** Stores what it made itself. */
    store: using(...put),
    write: using(...get, ...put),
    /** Tells, beside the rest, whether a hold stands. */
    examine: new Uses(environment, [{ actions: ['s3:GetObjectLegalHold'], ...objects }]),
    /** And to sign addresses that uploads of strangers go to. */
    intake: using(...get, ...put, { actions: ['s3:PutObject'], ...uploads }),
    /** And to take in what was uploaded. */
    collect: using(...get, ...put, { actions: ['s3:GetObject'], ...uploads }, tellMissing(quarantineArn)),
    /** Puts a file where it is scanned, and reads the verdict. */
    scan: new Uses(
      { MALWARE_SCAN: malwareScan ? ('GUARDDUTY' as const) : ('NONE' as const) },
      malwareScan ? scanning : [],
    ),
    /** Puts and lifts holds; stores and reads nothing. */
    release: new Uses(environment, [{ actions: ['s3:PutObjectLegalHold'], ...objects }]).and(holds.release),
  };
};
export type EvidenceUses = ReturnType<typeof evidenceUses>;
