import {
  GetObjectTaggingCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { Scan, ScanCause } from '../core/evidence/scan.ts';
import { type Sha256, sha256Schema } from '../core/ids.ts';
import type { Clock, MalwareScanner } from '../core/ports.ts';
import { sha256Hex } from '../core/trail/digest.ts';

export interface GuardDutyScannerOptions {
  readonly s3: S3ClientConfig;
  /** GuardDuty watches `scan/` in it, and nobody but it may set its tag there. */
  readonly quarantineBucket: string;
  readonly clock: Clock;
}

const TAG = 'GuardDutyMalwareScanStatus';
const CONFLICT_TRIES = 3;

/**
 * Named by content, and put by our functions alone: a verdict is about these very bytes, and what a stranger may upload again meanwhile
 * changes nothing about it.
 */
const scanKey = (sha256: Sha256) => `scan/${sha256Schema.parse(sha256)}`;

/** What every status but one comes to. A status that is not known yet is no verdict. */
const causes: Readonly<Record<string, ScanCause>> = {
  UNSUPPORTED: 'UNSUPPORTED',
  ACCESS_DENIED: 'REFUSED',
  FAILED: 'FAILED',
};

const judged = (status: string | undefined): Pick<Scan, 'verdict' | 'cause'> => {
  if (status === undefined) return { verdict: 'PENDING' };
  if (status === 'NO_THREATS_FOUND') return { verdict: 'CLEAN' };
  if (status === 'THREATS_FOUND') return { verdict: 'INFECTED' };
  return { verdict: 'NOT_SCANNED', cause: causes[status] ?? 'FAILED' };
};

const statusOf = (error: unknown) => (error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined);

/** GuardDuty Malware Protection for S3: objects put under `scan/` are tagged with its verdict, some seconds or minutes later. */
export class GuardDutyScanner implements MalwareScanner {
  readonly #client: S3Client;
  readonly #options: GuardDutyScannerOptions;

  constructor(options: GuardDutyScannerOptions) {
    this.#options = options;
    this.#client = new S3Client({ ...options.s3, requestChecksumCalculation: 'WHEN_REQUIRED' });
  }

  /** {@inheritDoc MalwareScanner.scan} */
  async scan(bytes: Uint8Array): Promise<Scan> {
    const sha256 = sha256Hex(bytes);
    if (!(await this.#put(sha256, bytes, CONFLICT_TRIES)))
      return this.#scan({ verdict: 'NOT_SCANNED', cause: 'REFUSED' });
    return this.outcome(sha256);
  }

  /** {@inheritDoc MalwareScanner.outcome} */
  async outcome(sha256: Sha256): Promise<Scan> {
    return this.#scan(await this.#status(sha256));
  }

  #scan(found: Pick<Scan, 'verdict' | 'cause'>): Scan {
    return { ...found, engine: 'GUARDDUTY', at: this.#options.clock.now() };
  }

  /** 412: the same bytes wait there, or were judged, already. 409: another writer is putting them right now. */
  async #put(sha256: Sha256, bytes: Uint8Array, tries: number): Promise<boolean> {
    const command = new PutObjectCommand({
      Bucket: this.#options.quarantineBucket,
      Key: scanKey(sha256),
      Body: bytes,
      ContentType: 'application/octet-stream',
      ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
      IfNoneMatch: '*',
    });
    try {
      await this.#client.send(command);
      return true;
    } catch (error) {
      const status = statusOf(error);
      if (status === 412) return true;
      return status === 409 && tries > 1 ? this.#put(sha256, bytes, tries - 1) : false;
    }
  }

  /** An object that is gone was never judged in time; a bucket that does not answer is asked again. */
  async #status(sha256: Sha256): Promise<Pick<Scan, 'verdict' | 'cause'>> {
    const command = new GetObjectTaggingCommand({ Bucket: this.#options.quarantineBucket, Key: scanKey(sha256) });
    try {
      const { TagSet = [] } = await this.#client.send(command);
      return judged(TagSet.find(({ Key }) => Key === TAG)?.Value);
    } catch (error) {
      const isGone = error instanceof NoSuchKey || statusOf(error) === 404;
      return isGone ? { verdict: 'NOT_SCANNED', cause: 'TIMED_OUT' } : { verdict: 'PENDING' };
    }
  }
}
