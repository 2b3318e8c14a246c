import { fieldOf, fieldsOf, type HeaderLine, headerBlock, messageIdsIn } from './header-block.ts';
import type { ParsedMail } from './parsed-mail.ts';

/** What became of a mail of ours that could not be delivered, as far as the report says. */
export interface Undelivered {
  /** `X-Tertib-Mail-Id` of the mail it is about. */
  readonly mailId: string | undefined;
  /** `Message-ID` of the mail it is about. */
  readonly messageId: string | undefined;
  /** RFC 3463, e.g. `5.1.1`. */
  readonly status: string | undefined;
}

export interface DeliveryReport extends Undelivered {
  /** The mailbox that could not be reached. Never part of an event. */
  readonly recipient: string | undefined;
  /** Whether the mail will not arrive: a delay or a relay is not a failure. */
  readonly failed: boolean;
}

export interface Complaint extends Undelivered {
  readonly recipient: string | undefined;
}

const text = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, 64 * 1024);

const partOf = (mail: ParsedMail, ...mediaTypes: readonly string[]) =>
  mail.parts.find(({ mediaType }) => mediaTypes.includes(mediaType));

/** The header of the mail that a report is about, returned whole or as header alone (RFC 6522). */
const returnedHeader = (mail: ParsedMail): readonly HeaderLine[] => {
  const returned = partOf(mail, 'message/rfc822', 'message/global', 'text/rfc822-headers', 'message/global-headers');
  return returned === undefined ? [] : headerBlock(returned.bytes);
};

const idsOf = (header: readonly HeaderLine[], given = ''): Pick<Undelivered, 'mailId' | 'messageId'> => ({
  mailId: fieldOf(header, 'x-tertib-mail-id') || undefined,
  messageId: messageIdsIn(fieldOf(header, 'message-id'))[0] ?? messageIdsIn(given)[0],
});

/** The groups of fields of a `message/delivery-status` part: one for the message, then one for each recipient (RFC 3464). */
const groupsOf = (bytes: Uint8Array): readonly (readonly HeaderLine[])[] =>
  new TextDecoder()
    .decode(text(bytes))
    .replaceAll('\r\n', '\n')
    .split(/\n\s*\n/)
    .map((group) => headerBlock(new TextEncoder().encode(group)))
    .filter((group) => group.length > 0);

const addressIn = (value: string): string | undefined => /[^\s;<>]+@[^\s;<>]+/.exec(value)?.[0];

const reportTypeOf = (mail: ParsedMail): string =>
  /report-type\s*=\s*"?([\w-]+)/i.exec(fieldOf(mail.headers, 'content-type'))?.[1]?.toLowerCase() ?? '';

const isReport = (mail: ParsedMail): boolean => /^multipart\/report\b/i.test(fieldOf(mail.headers, 'content-type'));

/** A report that a mail was not delivered (RFC 3464), or what older servers send in its place; undefined for any other mail. */
export const deliveryReport = (mail: ParsedMail): DeliveryReport | undefined => {
  const status = partOf(mail, 'message/delivery-status', 'message/global-delivery-status');
  const failedRecipients = fieldOf(mail.headers, 'x-failed-recipients');
  const isDelivery = isReport(mail) && (status !== undefined || reportTypeOf(mail) === 'delivery-status');
  if (!isDelivery && failedRecipients === '') return undefined;
  const groups = status === undefined ? [] : groupsOf(status.bytes);
  const recipients = groups.filter((group) =>
    group.some(({ name }) => name === 'final-recipient' || name === 'action'),
  );
  const failed = recipients.find((group) => /^failed\b/i.test(fieldOf(group, 'action'))) ?? recipients[0];
  const given = groups.flatMap((group) => fieldsOf(group, 'x-original-message-id'))[0] ?? '';
  return {
    ...idsOf(returnedHeader(mail), given),
    recipient: addressIn(failed === undefined ? failedRecipients : fieldOf(failed, 'final-recipient')),
    status: /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(failed === undefined ? '' : fieldOf(failed, 'status'))?.[0],
    failed: failed === undefined || fieldOf(failed, 'action') === '' || /^failed\b/i.test(fieldOf(failed, 'action')),
  };
};

/** A complaint that a recipient made about a mail of ours (RFC 5965). */
export const complaintIn = (mail: ParsedMail): Complaint | undefined => {
  const feedback = partOf(mail, 'message/feedback-report');
  if (feedback === undefined && !(isReport(mail) && reportTypeOf(mail) === 'feedback-report')) return undefined;
  const fields = feedback === undefined ? [] : headerBlock(feedback.bytes);
  return {
    ...idsOf(returnedHeader(mail)),
    recipient: addressIn(fieldOf(fields, 'original-rcpt-to') || fieldOf(fields, 'removal-recipient')),
    status: undefined,
  };
};
