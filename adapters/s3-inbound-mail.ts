import { GetObjectCommand, NoSuchKey, type S3Client } from '@aws-sdk/client-s3';
import type { InboundMail } from '../core/ports.ts';
import { outside } from './outside.ts';

export interface S3InboundMailOptions {
  readonly client: S3Client;
  /** Where the receiving service puts raw messages: SES by its rule, Mail Manager by its own. */
  readonly bucket: string;
}

/** Raw messages as objects of one bucket, each named as the receiving service chose. */
export class S3InboundMail implements InboundMail {
  readonly #options: S3InboundMailOptions;

  constructor(options: S3InboundMailOptions) {
    this.#options = options;
  }

  async read(place: string): Promise<Uint8Array | undefined> {
    const { client, bucket: Bucket } = this.#options;
    try {
      const { Body } = await outside('S3 GetObject', () => client.send(new GetObjectCommand({ Bucket, Key: place })));
      return Body === undefined ? new Uint8Array() : new Uint8Array(await Body.transformToByteArray());
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  }
}
