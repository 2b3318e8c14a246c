import { fieldOf, fieldsOf, type HeaderLine } from './header-block.ts';
import type { MailEnvelope, ParsedMail } from './parsed-mail.ts';

/** By what a mail was told to come from a machine. */
export type AutomaticSign =
  | 'AUTO_SUBMITTED'
  | 'PRECEDENCE'
  | 'RESPONSE_SUPPRESSED'
  | 'AUTO_REPLY_FIELD'
  | 'NULL_SENDER'
  | 'MACHINE_SENDER'
  | 'OWN_MAIL'
  | 'RECEIPT'
  | 'CALENDAR_ANSWER';

/** RFC 3834, section 5: `no` alone says that a person wrote. */
const isAutoSubmitted = (headers: readonly HeaderLine[]): boolean =>
  fieldsOf(headers, 'auto-submitted').some((value) => !/^no\b/i.test(value.trim()));

/** What vacation programs and trackers of before RFC 3834 set. */
const autoReplyFields: ReadonlySet<string> = new Set([
  'x-autoreply',
  'x-autorespond',
  'x-autoresponse',
  'x-autoreply-from',
  'x-auto-reply-from',
  'x-mail-autoreply',
  'x-loop',
  'x-cron-env',
]);
const OFF = /^\s*(no|false|0)?\s*$/i;

/** Local parts that only machines write from (RFC 3834, section 2; RFC 2142). */
const MACHINE =
  /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|owner-.*|.*-(owner|request|bounces?)|bounces?([+-].*)?)$/i;

const localPart = (address: string): string => address.slice(0, Math.max(0, address.lastIndexOf('@')));

const addressesOf = (mail: ParsedMail, envelope: MailEnvelope): readonly string[] =>
  [envelope.from, ...mail.from.map(({ address }) => address)].filter((address) => address !== '');

/** A person never answers a mail with these (RFC 8098, RFC 5546). */
const answerOfProgram = (mail: ParsedMail): AutomaticSign | undefined => {
  if (/^multipart\/report\b/i.test(fieldOf(mail.headers, 'content-type'))) return 'RECEIPT';
  const isAnswer = mail.parts.some(
    ({ method }) => method !== undefined && !['REQUEST', 'PUBLISH', 'ADD'].includes(method),
  );
  return isAnswer ? 'CALENDAR_ANSWER' : undefined;
};

const byHeaders = (headers: readonly HeaderLine[]): AutomaticSign | undefined => {
  // Ours say so themselves, and would come back for ever.
  if (headers.some(({ name }) => name === 'x-tertib-mail-id')) return 'OWN_MAIL';
  if (isAutoSubmitted(headers)) return 'AUTO_SUBMITTED';
  if (fieldsOf(headers, 'precedence').some((value) => /\b(auto_reply|junk)\b/i.test(value))) return 'PRECEDENCE';
  if (fieldsOf(headers, 'x-auto-response-suppress').some((value) => /\b(all|oof|autoreply)\b/i.test(value))) {
    return 'RESPONSE_SUPPRESSED';
  }
  return headers.some(({ name, value }) => autoReplyFields.has(name) && !OFF.test(value))
    ? 'AUTO_REPLY_FIELD'
    : undefined;
};

/** The first sign that a machine wrote a mail, or undefined where a person may have. */
export const automaticSign = (mail: ParsedMail, envelope: MailEnvelope): AutomaticSign | undefined => {
  const told = byHeaders(mail.headers) ?? answerOfProgram(mail);
  if (told !== undefined) return told;
  if (envelope.from === '' || /^<\s*>$/.test(fieldOf(mail.headers, 'return-path'))) return 'NULL_SENDER';
  return addressesOf(mail, envelope).some((address) => MACHINE.test(localPart(address))) ? 'MACHINE_SENDER' : undefined;
};

const listFields = [
  'list-id',
  'list-post',
  'list-unsubscribe',
  'list-help',
  'list-archive',
  'list-owner',
  'mailing-list',
];

/** Whether a mail came through a list (RFC 2369, RFC 2919), or calls itself one. */
export const isListMail = ({ headers }: ParsedMail): boolean =>
  headers.some(({ name }) => listFields.includes(name)) ||
  fieldsOf(headers, 'precedence').some((value) => /\b(bulk|list)\b/i.test(value));
