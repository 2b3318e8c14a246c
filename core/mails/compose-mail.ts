import { MalformedItem } from '../errors.ts';
import type { Mail } from '../ports.ts';
import type { MailName, MailTexts } from './mail-texts.ts';

const PLACEHOLDER = /\{(\w+)\}/g;

export interface MailRequest {
  readonly mailId: string;
  readonly to: string;
  readonly name: MailName;
  readonly lang: 'id' | 'en';
  /** A value for every placeholder; one that is an address becomes a link. */
  readonly values: Readonly<Record<string, string>>;
  /** Where an answer goes; the mail then does not say that none is read. */
  readonly replyTo?: string | undefined;
  readonly isReply?: boolean | undefined;
}

const fill = (template: string, values: MailRequest['values']): string =>
  template.replace(PLACEHOLDER, (_whole, key: string) => {
    const value = values[key];
    if (value === undefined) throw new MalformedItem(`mail text needs a value for {${key}}`);
    return value;
  });

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const linked = (escaped: string): string =>
  escaped.replace(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}">${url}</a>`);

/**
 * A mail from its texts: plain and HTML form say the same, Indonesian first, then English where the reader asked for it.
 * @throws MalformedItem where a placeholder has no value
 */
export const composeMail = (texts: MailTexts, request: MailRequest): Mail => {
  const { name, lang, values, mailId, to, replyTo, isReply } = request;
  const { subject, paragraphs } = texts.mails[name];
  const lines = [...paragraphs, replyTo === undefined ? texts.footer : texts.replyFooter].map((paragraph) =>
    fill(paragraph[lang], values),
  );
  const html = lines.map((line) => `<p>${linked(escapeHtml(line)).replaceAll('\n', '<br>')}</p>`).join('\n');
  return {
    mailId,
    to,
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(isReply === undefined ? {} : { isReply }),
    subject: fill(subject[lang], values),
    text: `${lines.join('\n\n')}\n`,
    html: `<!doctype html>\n<html lang="${lang}"><body>\n${html}\n</body></html>\n`,
  };
};
