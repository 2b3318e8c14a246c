import { S3Client } from '@aws-sdk/client-s3';
import middy from '@middy/core';
import { awsClientOptions } from '../../adapters/aws-client.ts';
import { S3InboundMail } from '../../adapters/s3-inbound-mail.ts';
import { NotFound } from '../../core/errors.ts';
import { receiveMail } from '../../core/use-cases/inbound/receive-mail.ts';
import { receiveMailEnv } from '../env/receive-mail.env.ts';
import { parseEnv } from '../shared/ports/client.ts';
import { inboundPorts } from '../shared/ports/inbound-mail.ts';
import { clock } from '../shared/ports/stores.ts';
import { mailsReceived } from '../shared/ses-events.ts';

const env = parseEnv(receiveMailEnv);
const ports = inboundPorts(env);
const mails = new S3InboundMail({
  client: new S3Client(awsClientOptions({ region: env.MAIL_REGION, requestTimeoutMs: 60_000 })),
  bucket: env.MAIL_BUCKET,
});

/** Takes in what the receiving service announces. What fails is tried again by the service, and ends in a queue for people. */
export const handler = middy().handler(async (event: unknown) => {
  for (const { objectKey, envelope } of mailsReceived(event)) {
    const raw = await mails.read(objectKey);
    if (raw === undefined) throw new NotFound(`no raw message at ${objectKey}`);
    await receiveMail(ports, { raw, envelope, receivedAt: clock.now() });
  }
});
