import * as z from 'zod';
import type { BounceCause } from '../../core/case/events.ts';
import type { MailEnvelope } from '../../core/inbound/parsed-mail.ts';

const snsEvent = z.object({ Records: z.array(z.object({ Sns: z.object({ Message: z.string() }) })) });

/** What SES says of a mail that it has put into the bucket: where it is, and what stood on its envelope. */
const receivedNotice = z.object({
  mail: z.object({ source: z.string().default('') }),
  receipt: z.object({
    recipients: z.array(z.string()),
    action: z.object({ objectKey: z.string().min(1), objectKeyPrefix: z.string().default('') }),
  }),
});

/** A raw message that waits in the bucket. */
export interface WaitingMail {
  readonly objectKey: string;
  readonly envelope: MailEnvelope;
}

/** Its documentation shows keys with the prefix of the rule and without. */
const fullKey = ({ objectKey, objectKeyPrefix }: z.infer<typeof receivedNotice>['receipt']['action']): string =>
  objectKey.startsWith(objectKeyPrefix) ? objectKey : `${objectKeyPrefix}${objectKey}`;

const waitingMail = (message: string): WaitingMail => {
  const { mail, receipt } = receivedNotice.parse(JSON.parse(message));
  const from = mail.source === '<>' ? '' : mail.source;
  return { objectKey: fullKey(receipt.action), envelope: { from, to: receipt.recipients } };
};

/**
 * The mails that an SNS event of the receiving rule names.
 * @throws ZodError or SyntaxError for anything else: it ends in a queue for people
 */
export const mailsReceived = (event: unknown): readonly WaitingMail[] =>
  snsEvent.parse(event).Records.map(({ Sns }) => waitingMail(Sns.Message));

const headers = z.array(z.object({ name: z.string(), value: z.string() })).default([]);
const status = z.object({ status: z.string().optional() });

/** An event of SES about one mail (`aws.ses` on the default bus). */
const sendingEvent = z.object({
  'detail-type': z.string(),
  detail: z.object({
    mail: z.object({ headers }),
    bounce: z.object({ bouncedRecipients: z.array(status).default([]) }).optional(),
  }),
});

const causes: Readonly<Record<string, BounceCause>> = {
  'Email Bounced': 'BOUNCED',
  'Email Complaint Received': 'COMPLAINED',
  'Email Rejected': 'REJECTED',
};

/** A mail of ours that did not arrive, as SES tells it. */
export interface ToldUndelivered {
  readonly mailId: string;
  readonly cause: BounceCause;
  /** RFC 3463. */
  readonly status: string | undefined;
}

/**
 * What an EventBridge event of SES says; undefined where it is no failure, or about a mail that is not ours.
 * @throws ZodError for what is no event of SES
 */
export const mailUndelivered = (event: unknown): ToldUndelivered | undefined => {
  const { 'detail-type': what, detail } = sendingEvent.parse(event);
  const cause = causes[what];
  const mailId = detail.mail.headers.find(({ name }) => name.toLowerCase() === 'x-tertib-mail-id')?.value;
  if (cause === undefined || mailId === undefined) return undefined;
  const code = /^[245]\.\d{1,3}\.\d{1,3}$/.exec(detail.bounce?.bouncedRecipients[0]?.status ?? '')?.[0];
  return { mailId, cause, status: code };
};
