import { createHash } from 'node:crypto';
import { CreateBucketCommand, DeleteObjectCommand, S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { S3EvidenceStore } from '../../adapters/s3-evidence-store.ts';
import { ServiceUnavailable } from '../../core/errors.ts';
import { artifactIdSchema, caseIdSchema, sha256Schema } from '../../core/ids.ts';
import type { UploadTicket } from '../../core/ports.ts';
import { epochOf, type Instant, instantOf, plusMs } from '../../core/time.ts';
import { type FakeS3, startFakeS3 } from '../support/fake-s3.ts';
import { memoryHolds } from '../support/memory/outside.ts';
import { describeEvidenceStore, type EvidenceStoreHarness } from './evidence-store.contract.ts';

const VAULT = 'tertib-vault';
const QUARANTINE = 'tertib-quarantine';

async function send(ticket: UploadTicket, bytes: Uint8Array): Promise<boolean> {
  const response = await fetch(ticket.url, {
    method: ticket.method,
    headers: ticket.headers,
    body: Buffer.from(bytes),
  });
  return response.ok;
}

const clientConfig = (
  endpoint: string,
  credentials: { accessKeyId: string; secretAccessKey: string },
): S3ClientConfig => ({
  endpoint,
  region: 'ap-southeast-3',
  forcePathStyle: true,
  credentials,
  maxAttempts: 1,
});

interface FakeHarness extends EvidenceStoreHarness {
  readonly fake: FakeS3;
}

async function openFake(): Promise<FakeHarness> {
  let now: Instant = instantOf(Date.UTC(2026, 10, 23));
  const fake = await startFakeS3([VAULT, QUARANTINE], () => epochOf(now));
  const s3 = clientConfig(fake.endpoint, fake.keys);
  const holds = memoryHolds({ holds: new Set() });
  const store = new S3EvidenceStore({
    s3,
    vaultBucket: VAULT,
    quarantineBucket: QUARANTINE,
    clock: { now: () => now },
    holds,
  });
  return {
    fake,
    holds,
    store,
    now: () => now,
    advance: (ms) => {
      now = plusMs(now, ms);
    },
    send,
    corrupt: async (sha256) => {
      fake.objects.set(`${VAULT}/sha256/${sha256}`, { bytes: Buffer.from('altered'), mediaType: 'text/plain' });
    },
    close: () => fake.close(),
  };
}

describeEvidenceStore('S3', openFake);

describe('the S3 evidence store', () => {
  let harness: FakeHarness;
  beforeEach(async () => {
    harness = await openFake();
  });
  afterEach(() => harness.close());

  const artifact = { bytes: new Uint8Array([1, 2, 3]), mediaType: 'image/png' };
  const absent = sha256Schema.parse('0'.repeat(64));
  const upload = () => ({
    caseId: caseIdSchema.parse('CONTOH-2026-7K3M9QXA'),
    artifactId: artifactIdSchema.parse('attachment-1'),
    mediaType: 'image/png',
    size: 3,
    expiresAt: plusMs(harness.now(), 60_000),
  });

  it('names the object by its hash, has S3 verify that hash, and keeps the media type', async () => {
    const { sha256 } = await harness.store.put(artifact);
    const checksum = Buffer.from(sha256, 'hex').toString('base64');
    expect([...harness.fake.objects.keys()]).toEqual([`${VAULT}/sha256/${sha256}`]);
    expect(harness.fake.objects.get(`${VAULT}/sha256/${sha256}`)).toMatchObject({ mediaType: 'image/png', checksum });
  });

  it('never writes over an object', async () => {
    const { sha256 } = await harness.store.put(artifact);
    await harness.corrupt?.(sha256);
    await harness.store.put(artifact);
    expect(harness.fake.objects.get(`${VAULT}/sha256/${sha256}`)?.bytes.toString()).toBe('altered');
  });

  it('asks again where another writer is putting the same bytes', async () => {
    harness.fake.conflicts = 2;
    await harness.store.put(artifact);
    expect(harness.fake.calls).toHaveLength(3);
  });

  it('gives up after three conflicts, and says that the service failed', async () => {
    harness.fake.conflicts = 3;
    await expect(harness.store.put(artifact)).rejects.toBeInstanceOf(ServiceUnavailable);
    expect(harness.fake.objects.size).toBe(0);
  });

  it('holds what it stores in the same call, so that no moment is without the hold', async () => {
    await harness.store.put(artifact);
    expect(harness.fake.calls).toHaveLength(1);
    expect([...harness.fake.objects.values()]).toEqual([expect.objectContaining({ legalHold: 'ON' })]);
  });

  it('that is held cannot be deleted by anybody, until the hold is lifted', async () => {
    const { sha256 } = await harness.store.put({ ...artifact, heldFor: upload().caseId });
    const client = new S3Client(clientConfig(harness.fake.endpoint, harness.fake.keys));
    const version = { Bucket: VAULT, Key: `sha256/${sha256}`, VersionId: 'null' };
    await expect(client.send(new DeleteObjectCommand(version))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 403 },
    });
    await harness.store.release(sha256, upload().caseId);
    await client.send(new DeleteObjectCommand(version));
    expect(await harness.store.has(sha256)).toBe(false);
  });

  it('takes a failing service for a failure, never for an absent artefact', async () => {
    harness.fake.broken = true;
    await expect(harness.store.put(artifact)).rejects.toBeInstanceOf(ServiceUnavailable);
    await expect(harness.store.get(absent)).rejects.toBeInstanceOf(ServiceUnavailable);
    await expect(harness.store.has(absent)).rejects.toBeInstanceOf(ServiceUnavailable);
    await expect(harness.store.readUpload(upload())).rejects.toBeInstanceOf(ServiceUnavailable);
  });

  it('takes a wrong bucket for a failure, never for an absent artefact', async () => {
    const s3 = clientConfig(harness.fake.endpoint, harness.fake.keys);
    const buckets = { vaultBucket: 'misspelt', quarantineBucket: 'misspelt' };
    const store = new S3EvidenceStore({ s3, ...buckets, clock: { now: harness.now }, holds: harness.holds });
    await expect(store.get(absent)).rejects.toBeInstanceOf(ServiceUnavailable);
  });

  it('is refused by S3 with a wrong key', async () => {
    const s3 = clientConfig(harness.fake.endpoint, { ...harness.fake.keys, secretAccessKey: 'wrong' });
    const store = new S3EvidenceStore({
      s3,
      vaultBucket: VAULT,
      quarantineBucket: QUARANTINE,
      clock: { now: harness.now },
      holds: harness.holds,
    });
    await expect(store.put(artifact)).rejects.toBeInstanceOf(ServiceUnavailable);
  });

  it('binds an upload to its media type', async () => {
    const ticket = await harness.store.uploadUrl(upload());
    const asHtml = { ...ticket, headers: { ...ticket.headers, 'content-type': 'text/html' } };
    expect(await harness.send(asHtml, artifact.bytes)).toBe(false);
    expect(await harness.send(ticket, artifact.bytes)).toBe(true);
  });

  it('binds an upload to its declared hash, also where the sender leaves the hash out', async () => {
    const sha256 = sha256Schema.parse(createHash('sha256').update(artifact.bytes).digest('hex'));
    const ticket = await harness.store.uploadUrl({ ...upload(), sha256 });
    expect(await harness.send({ ...ticket, headers: { 'content-type': 'image/png' } }, artifact.bytes)).toBe(false);
    expect(await harness.send(ticket, artifact.bytes)).toBe(true);
  });

  it('gives no URL that has expired already', async () => {
    await expect(harness.store.uploadUrl({ ...upload(), expiresAt: harness.now() })).rejects.toThrow(RangeError);
  });
});

const endpoint = process.env.TERTIB_TEST_S3_ENDPOINT;
if (endpoint !== undefined) {
  const credentials = {
    accessKeyId: process.env.AWS_ACCESS_KEY_ID ?? 'test',
    secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY ?? 'test',
  };
  describeEvidenceStore(`the endpoint ${endpoint}`, async () => {
    const s3 = clientConfig(endpoint, credentials);
    const suffix = `${Date.now()}-${Math.trunc(Math.random() * 1e6)}`;
    const vaultBucket = `${VAULT}-${suffix}`;
    const quarantineBucket = `${QUARANTINE}-${suffix}`;
    const client = new S3Client(s3);
    for (const Bucket of [vaultBucket, quarantineBucket])
      await client.send(new CreateBucketCommand({ Bucket, ObjectLockEnabledForBucket: Bucket === vaultBucket }));
    const now = () => instantOf(Date.now());
    const holds = memoryHolds({ holds: new Set() });
    const store = new S3EvidenceStore({ s3, vaultBucket, quarantineBucket, clock: { now }, holds });
    return { store, holds, now, send, close: async () => client.destroy() };
  });
}
