import { fieldOf } from '../../../core/inbound/header-block.ts';
import type { MailAddress, ParsedMail } from '../../../core/inbound/parsed-mail.ts';
import { withoutHidden } from '../../../core/inbound/report-from-mail.ts';
import { openEnvelope } from '../../../core/use-cases/inbound/inbound-rows.ts';
import { readMail } from '../../../core/use-cases/inbound/mail-queue.ts';
import { openRawMail } from '../../../core/use-cases/inbound/raw-mail.ts';
import { type MailTextView, mailTextPage } from '../../pages/console-mail-text.ts';
import { sizeText } from '../../views/evidence.ts';
import { htmlAnswer } from '../base/answers.ts';
import type { FormFields } from '../tasks/form-fields.ts';
import type { ConsoleCall } from './console-call.ts';
import { type MailPath, mailAnswer, withMailForm } from './mail-pages.ts';
import { MAILS } from './return-path.ts';

/** As much as a page shows; the rest is in the original. */
const MAX_TEXT = 20_000;
const MAX_FIELD = 500;
const MAX_PARTS = 100;

const addressText = ({ name, address }: MailAddress): string => (name === '' ? address : `${name} <${address}>`);

const shown = (text: string): string | null => withoutHidden(text).slice(0, MAX_FIELD).trim() || null;

const contentOf = ({ headers, from, subject, text, textFrom, parts }: ParsedMail, lang: ConsoleCall['lang']) => {
  const readable = withoutHidden(text);
  return {
    from: shown(from.map(addressText).join(', ')),
    to: shown(fieldOf(headers, 'to')),
    subject: shown(subject),
    date: shown(fieldOf(headers, 'date')),
    messageId: shown(fieldOf(headers, 'message-id')),
    text: readable.slice(0, MAX_TEXT).trim(),
    fromHtml: textFrom === 'HTML',
    isCut: readable.length > MAX_TEXT,
    parts: parts.slice(0, MAX_PARTS).map(({ fileName, mediaType, bytes }) => ({
      fileName: shown(fileName ?? ''),
      mediaType,
      size: sizeText(bytes.byteLength, lang),
    })),
  };
};

/** What a mail says, as text alone, for a reason that is on record first. @throws NotFound */
export const mailTextAnswer = (call: ConsoleCall, path: MailPath, fields: FormFields): Promise<Response> =>
  withMailForm(call, { path, step: 'open-raw', fields }, async (reason) => {
    const { ports, principal, frame, lang } = call;
    const opened = await openRawMail(ports, principal, { ...path, reason });
    if (opened.kind === 'refused') return mailAnswer(call, path, { refused: opened.refusal[lang] });
    const envelope = await openEnvelope(ports, await readMail(ports, principal, path.mailId));
    const parse = await ports.mailParser.parse(opened.raw);
    const view: MailTextView = {
      frame,
      backHref: `${MAILS}/${path.mailId}`,
      envelopeFrom: shown(envelope.from),
      content: parse.outcome === 'parsed' ? contentOf(parse.mail, lang) : null,
    };
    return htmlAnswer(mailTextPage(view, lang));
  });
