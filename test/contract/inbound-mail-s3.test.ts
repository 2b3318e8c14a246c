import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { S3InboundMail } from '../../adapters/s3-inbound-mail.ts';
import { ServiceUnavailable } from '../../core/errors.ts';
import { type FakeS3, startFakeS3 } from '../support/fake-s3.ts';
import { joined, plain } from '../support/mails/compose.ts';

const BUCKET = 'tertib-surel-masuk';

describe('raw messages where the receiving service put them', () => {
  let fake: FakeS3;
  let client: S3Client;
  let mails: S3InboundMail;

  beforeAll(async () => {
    fake = await startFakeS3([BUCKET], () => Date.now());
    const { endpoint, keys: credentials } = fake;
    client = new S3Client({ endpoint, credentials, region: 'ap-southeast-1', forcePathStyle: true, maxAttempts: 3 });
    mails = new S3InboundMail({ client, bucket: BUCKET });
  });
  afterAll(async () => {
    client.destroy();
    await fake.close();
  });

  const put = (Key: string, Body: Uint8Array) => client.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body }));

  it.each([
    ['a mail', plain()],
    ['a mail with every byte', Uint8Array.from({ length: 4096 }, (_none, place) => place % 256)],
    ['a mail of 40 MB, the most that the service takes', joined(plain(), new Uint8Array(40 * 1024 * 1024))],
    ['nothing', new Uint8Array()],
  ])('are read to the byte: %s', async (name, raw) => {
    const place = `masuk/${name.replaceAll(' ', '-')}`;
    await put(place, raw);
    const read = await mails.read(place);
    expect(read?.byteLength).toBe(raw.byteLength);
    expect(Buffer.compare(read ?? new Uint8Array(), raw)).toBe(0);
  });

  it('are undefined where nothing is', async () => {
    expect(await mails.read('masuk/tidak-ada')).toBeUndefined();
  });

  it('are an outage, and not nothing, while the store does not answer', async () => {
    fake.broken = true;
    await expect(mails.read('masuk/a-mail')).rejects.toThrow(ServiceUnavailable);
    fake.broken = false;
    expect((await mails.read('masuk/a-mail'))?.byteLength).toBe(plain().byteLength);
  });
});
