import { Stack } from 'aws-cdk-lib';
import type { EvidenceBuckets } from '../constructs/evidence-buckets.ts';
import { type Permission, Uses } from './uses.ts';

/** What a function may do with evidence. Nothing may delete or list. */
export const evidenceUses = ({ vault, quarantine, encryptionKey }: EvidenceBuckets) => {
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
  const put: readonly Permission[] = [{ actions: ['s3:PutObject'], ...objects }, key('kms:GenerateDataKey')];
  return {
    read: new Uses(environment, get),
    /** Stores what it made itself. */
    store: new Uses(environment, put),
    write: new Uses(environment, [...get, ...put]),
    /** And to sign addresses that uploads of strangers go to. */
    intake: new Uses(environment, [...get, ...put, { actions: ['s3:PutObject'], ...uploads }]),
    /** And to take in what was uploaded. */
    collect: new Uses(environment, [
      ...get,
      ...put,
      { actions: ['s3:GetObject'], ...uploads },
      tellMissing(quarantineArn),
    ]),
  };
};
export type EvidenceUses = ReturnType<typeof evidenceUses>;
