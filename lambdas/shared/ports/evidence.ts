import { DynamoHoldStore } from '../../../adapters/dynamo/dynamo-hold-store.ts';
import { S3EvidenceStore } from '../../../adapters/s3-evidence-store.ts';
import { clientOptions } from './client.ts';
import { clock, dynamo } from './stores.ts';

export const holdsOf = (env: { HOLDS_TABLE: string }) =>
  new DynamoHoldStore({ client: dynamo, table: env.HOLDS_TABLE, clock });

export const evidenceOf = (env: { EVIDENCE_BUCKET: string; QUARANTINE_BUCKET: string; HOLDS_TABLE: string }) =>
  new S3EvidenceStore({
    s3: clientOptions,
    vaultBucket: env.EVIDENCE_BUCKET,
    quarantineBucket: env.QUARANTINE_BUCKET,
    clock,
    holds: holdsOf(env),
  });
