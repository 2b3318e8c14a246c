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
  | { readonly kind: 'STRAY_REPLY'; readonly answers: readonly string[] }
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

/** Message ids in an answer that are ours by their domain; whether we wrote them is still to be seen. */
const answersOurs = ({ headers }: ParsedMail, ownDomain: string): readonly string[] =>
  ['in-reply-to', 'references']
    .flatMap((name) => messageIdsIn(fieldOf(headers, name)))
    .filter((id) => id.toLowerCase().endsWith(`@${ownDomain.toLowerCase()}`));

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
  const answers = answersOurs(mail, ownDomain);
  return answers.length > 0 ? { kind: 'STRAY_REPLY', answers } : { kind: 'REPORT' };
};
