import { createHash } from 'node:crypto';
import {
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  PutObjectLegalHoldCommand,
  S3Client,
  type S3ClientConfig,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { EvidenceCorrupted, ServiceUnavailable } from '../core/errors.ts';
import { type HoldSwitch, holdFor, releaseFor } from '../core/evidence/legal-hold.ts';
import {
  type ArtifactId,
  artifactIdSchema,
  type CaseId,
  caseIdSchema,
  type Sha256,
  sha256Schema,
} from '../core/ids.ts';
import type { Clock, EvidenceStore, Holder, Holds, UploadRequest, UploadTicket } from '../core/ports.ts';
import { epochOf } from '../core/time.ts';

export interface S3EvidenceStoreOptions {
  readonly s3: S3ClientConfig;
  /** Versioned, with Object Lock: written once, by content. */
  readonly vaultBucket: string;
  /** Where uploads of strangers wait for their check. */
  readonly quarantineBucket: string;
  readonly clock: Clock;
  readonly holds: Holds;
}

interface UploadKey {
  readonly caseId: CaseId;
  readonly artifactId: ArtifactId;
}

const CHECKSUM_HEADER = 'x-amz-checksum-sha256';
const CONFLICT_TRIES = 3;

const digestOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

const vaultKey = (sha256: Sha256) => `sha256/${sha256Schema.parse(sha256)}`;

const uploadKey = ({ caseId, artifactId }: UploadKey) =>
  `uploads/${caseIdSchema.parse(caseId)}/${artifactIdSchema.parse(artifactId)}`;

const base64OfHex = (sha256: Sha256) => Buffer.from(sha256, 'hex').toString('base64');

const statusOf = (error: unknown) => (error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined);

const isAbsent = (error: unknown) => error instanceof NoSuchKey || error instanceof NotFound;

/** Every other answer of S3 is a failure of the service to its caller. */
const unavailable = (error: unknown) =>
  new ServiceUnavailable('the evidence store did not answer as expected', { cause: error });

/** Whole seconds from `now` to `expiresAt`, as a presigned URL counts them. */
function secondsUntil(expiresAt: UploadRequest['expiresAt'], now: UploadRequest['expiresAt']): number {
  const seconds = Math.floor((epochOf(expiresAt) - epochOf(now)) / 1000);
  if (seconds < 1) throw new RangeError('an upload must expire after now');
  return seconds;
}

/**
 * Evidence in S3: `sha256/<hex>` in the vault, put only where nothing is (If-None-Match) and with the checksum that S3
 * verifies; uploads by presigned PUT into another bucket, bound to size, media type and, where declared, hash.
 */
export class S3EvidenceStore implements EvidenceStore {
  readonly #client: S3Client;
  readonly #options: S3EvidenceStoreOptions;

  constructor(options: S3EvidenceStoreOptions) {
    this.#options = options;
    // Checksums are ours: SHA-256 on every write and read. The client's own CRC would also bind a presigned URL to an empty body.
    this.#client = new S3Client({
      ...options.s3,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }

  /** {@inheritDoc EvidenceStore.put} */
  async put({
    bytes,
    mediaType,
    heldFor,
  }: Parameters<EvidenceStore['put']>[0]): Promise<{ sha256: Sha256; size: number }> {
    const digest = digestOf(bytes);
    const sha256 = sha256Schema.parse(digest.toString('hex'));
    if (heldFor !== undefined) await this.#options.holds.add(sha256, heldFor);
    const command = () =>
      new PutObjectCommand({
        Bucket: this.#options.vaultBucket,
        Key: vaultKey(sha256),
        Body: bytes,
        ContentType: mediaType,
        ChecksumSHA256: digest.toString('base64'),
        IfNoneMatch: '*',
        // Held from the first moment, in the same call. What stands there already may have been released.
        ObjectLockLegalHoldStatus: 'ON',
      });
    if ((await this.#putOnce(command, CONFLICT_TRIES)) === 'stands') await this.#setHold(sha256, true);
    return { sha256, size: bytes.byteLength };
  }

  /** {@inheritDoc EvidenceStore.hold} */
  async hold(sha256: Sha256, holder: Holder): Promise<void> {
    await holdFor(this.#switch(), sha256, holder);
  }

  /** {@inheritDoc EvidenceStore.release} */
  async release(sha256: Sha256, holder: Holder): Promise<void> {
    await releaseFor(this.#switch(), sha256, holder);
  }

  /** {@inheritDoc EvidenceStore.isHeld} */
  async isHeld(sha256: Sha256): Promise<boolean> {
    return (await this.#head(sha256))?.ObjectLockLegalHoldStatus === 'ON';
  }

  /** {@inheritDoc EvidenceStore.get} */
  async get(sha256: Sha256): Promise<Uint8Array | undefined> {
    const bytes = await this.#read(this.#options.vaultBucket, vaultKey(sha256));
    if (bytes !== undefined && digestOf(bytes).toString('hex') !== sha256) {
      throw new EvidenceCorrupted(`evidence ${sha256} has changed`);
    }
    return bytes;
  }

  /** {@inheritDoc EvidenceStore.has} */
  async has(sha256: Sha256): Promise<boolean> {
    return (await this.#head(sha256)) !== undefined;
  }

  /** {@inheritDoc EvidenceStore.uploadUrl} */
  async uploadUrl(upload: UploadRequest): Promise<UploadTicket> {
    const now = this.#options.clock.now();
    const checksum = upload.sha256 === undefined ? undefined : base64OfHex(upload.sha256);
    const command = new PutObjectCommand({
      Bucket: this.#options.quarantineBucket,
      Key: uploadKey(upload),
      ContentType: upload.mediaType,
      ContentLength: upload.size,
      ChecksumSHA256: checksum,
    });
    const url = await getSignedUrl(this.#client, command, {
      expiresIn: secondsUntil(upload.expiresAt, now),
      signingDate: new Date(epochOf(now)),
      signableHeaders: new Set(['content-type']), // besides host, length and checksum, which are signed in any case
      unhoistableHeaders: new Set([CHECKSUM_HEADER]),
    });
    const headers = {
      'content-type': upload.mediaType,
      ...(checksum === undefined ? {} : { [CHECKSUM_HEADER]: checksum }),
    };
    return { url, method: 'PUT', headers, expiresAt: upload.expiresAt };
  }

  /** {@inheritDoc EvidenceStore.readUpload} */
  async readUpload(key: UploadKey): Promise<Uint8Array | undefined> {
    return this.#read(this.#options.quarantineBucket, uploadKey(key));
  }

  /** 412: these very bytes are there already. 409: another writer is putting them right now, so ask again. */
  async #putOnce(command: () => PutObjectCommand, tries: number): Promise<'put' | 'stands'> {
    try {
      await this.#client.send(command());
      return 'put';
    } catch (error) {
      const status = statusOf(error);
      if (status === 412) return 'stands';
      if (status !== 409 || tries <= 1) throw unavailable(error);
      return this.#putOnce(command, tries - 1);
    }
  }

  #switch(): HoldSwitch {
    return { holds: this.#options.holds, set: (sha256, held) => this.#setHold(sha256, held) };
  }

  async #head(sha256: Sha256) {
    const Key = vaultKey(sha256);
    try {
      return await this.#client.send(new HeadObjectCommand({ Bucket: this.#options.vaultBucket, Key }));
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw unavailable(error);
    }
  }

  /** On the version that is read, which is the only one: the bucket's policy lets nobody put a second or delete the first. */
  async #setHold(sha256: Sha256, held: boolean): Promise<void> {
    const command = new PutObjectLegalHoldCommand({
      Bucket: this.#options.vaultBucket,
      Key: vaultKey(sha256),
      LegalHold: { Status: held ? 'ON' : 'OFF' },
    });
    try {
      await this.#client.send(command);
    } catch (error) {
      // What was erased by order has no hold to lift.
      if (held || !isAbsent(error)) throw unavailable(error);
    }
  }

  async #read(bucket: string, key: string): Promise<Uint8Array | undefined> {
    try {
      const { Body } = await this.#client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      return Body === undefined ? new Uint8Array() : await Body.transformToByteArray();
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw unavailable(error);
    }
  }
}
