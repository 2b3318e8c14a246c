import { S3Client } from '@aws-sdk/client-s3';
import middy from '@middy/core';
import * as z from 'zod';
import { awsClientOptions } from '../../adapters/aws-client.ts';
import { S3InboundMail } from '../../adapters/s3-inbound-mail.ts';
import { NotFound } from '../../core/errors.ts';
import { receiveMail } from '../../core/use-cases/inbound/receive-mail.ts';
import { receiveMailEnv } from '../env/receive-mail.env.ts';
import { parseEnv } from '../shared/ports/client.ts';
import { inboundPorts } from '../shared/ports/inbound-mail.ts';
import { clock } from '../shared/ports/stores.ts';

const env = parseEnv(receiveMailEnv);
const ports = inboundPorts(env);
const mails = new S3InboundMail({
  client: new S3Client(awsClientOptions({ region: env.MAIL_REGION, requestTimeoutMs: 60_000 })),
  bucket: env.MAIL_BUCKET,
});

const event = z.object({ Records: z.array(z.object({ Sns: z.object({ Message: z.string() }) })) });

/** What SES says of a mail that it has put into the bucket: where it is, and what stood on its envelope. */
const notice = z.object({
  mail: z.object({ source: z.string().default('') }),
  receipt: z.object({
    recipients: z.array(z.string()),
    action: z.object({ objectKey: z.string() }),
  }),
});

const take = async (message: string): Promise<void> => {
  const { mail, receipt } = notice.parse(JSON.parse(message));
  const { objectKey } = receipt.action;
  const raw = await mails.read(objectKey);
  if (raw === undefined) throw new NotFound(`no raw message at ${objectKey}`);
  const from = mail.source === '<>' ? '' : mail.source;
  await receiveMail(ports, { raw, envelope: { from, to: receipt.recipients }, receivedAt: clock.now() });
};

/** Takes in what the receiving service announces. What fails is tried again by the service, and ends in a queue for people. */
export const handler = middy().handler(async (given: unknown) => {
  for (const { Sns } of event.parse(given).Records) await take(Sns.Message);
});
