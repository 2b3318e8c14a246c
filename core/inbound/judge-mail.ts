import { type AutomaticSign, automaticSign, isListMail } from './automatic.ts';
import { type Complaint, complaintIn, type DeliveryReport, deliveryReport } from './delivery-report.ts';
import { fieldOf, messageIdsIn } from './header-block.ts';
import type { MailEnvelope, ParsedMail } from './parsed-mail.ts';
import type { InboundAddress } from './reply-address.ts';

/** What a mail is, by its headers and its envelope alone: nothing in its text decides. */
export type MailJudgement =
  | { readonly kind: 'DELIVERY_REPORT'; readonly report: DeliveryReport }
  | { readonly kind: 'COMPLAINT'; readonly complaint: Complaint }
  | { readonly kind: 'AUTOMATIC'; readonly sign: AutomaticSign }
  | { readonly kind: 'LIST' }
  /** Sent to the address of one case; whether its token is right is still to be seen. */
  | { readonly kind: 'REPLY'; readonly reply: NonNullable<InboundAddress['reply']> }
  /** An answer to a mail of ours that did not go to the address of its case. */
  | { readonly kind: 'STRAY_REPLY' }
  | { readonly kind: 'EMPTY' }
  | { readonly kind: 'REPORT' };

export interface Judged {
  readonly mail: ParsedMail;
  readonly envelope: MailEnvelope;
  /** What the address says that this copy of the mail came to. */
  readonly address: InboundAddress;
  /** Domain of the message ids of our own mails. */
  readonly ownDomain: string;
}

/** Message ids are ours by their domain; nothing rests on it but that a person looks before a case begins. */
const answersOurs = ({ headers }: ParsedMail, ownDomain: string): boolean =>
  [...messageIdsIn(fieldOf(headers, 'in-reply-to')), ...messageIdsIn(fieldOf(headers, 'references'))].some((id) =>
    id.toLowerCase().endsWith(`@${ownDomain.toLowerCase()}`),
  );

const isEmpty = ({ text, parts }: ParsedMail): boolean =>
  text.trim() === '' && parts.every(({ bytes }) => bytes.byteLength === 0);

/**
 * Judges a mail. Machines come first, whatever address they write to: automatic mail, reports of delivery and lists never open a case,
 * never answer a question, and are never answered (RFC 3834).
 */
export const judgeMail = ({ mail, envelope, address, ownDomain }: Judged): MailJudgement => {
  const complaint = complaintIn(mail);
  if (complaint !== undefined) return { kind: 'COMPLAINT', complaint };
  const report = deliveryReport(mail);
  if (report !== undefined) return { kind: 'DELIVERY_REPORT', report };
  const sign = automaticSign(mail, envelope);
  if (sign !== undefined) return { kind: 'AUTOMATIC', sign };
  if (isListMail(mail)) return { kind: 'LIST' };
  if (isEmpty(mail)) return { kind: 'EMPTY' };
  if (address.reply !== undefined) return { kind: 'REPLY', reply: address.reply };
  return answersOurs(mail, ownDomain) ? { kind: 'STRAY_REPLY' } : { kind: 'REPORT' };
};
