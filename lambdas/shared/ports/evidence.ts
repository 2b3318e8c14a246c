import { S3EvidenceStore } from '../../../adapters/s3-evidence-store.ts';
import { clientOptions } from './client.ts';
import { clock } from './stores.ts';

export const evidenceOf = (env: { EVIDENCE_BUCKET: string; QUARANTINE_BUCKET: string }) =>
  new S3EvidenceStore({
    s3: clientOptions,
    vaultBucket: env.EVIDENCE_BUCKET,
    quarantineBucket: env.QUARANTINE_BUCKET,
    clock,
  });
