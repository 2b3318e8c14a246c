import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import { readHtml } from '../core/capture/html-text.ts';
import { headerBlock } from '../core/inbound/header-block.ts';
import type { MailAddress, MailParse, MailPart } from '../core/inbound/parsed-mail.ts';
import { hasTooManyParts } from '../core/inbound/part-count.ts';
import type { MailParser } from '../core/ports.ts';

/** More nesting than any mail of people has; deeper, a parse is given up. */
const LIMITS = { maxNestingDepth: 32, maxHeadersSize: 2 * 1024 * 1024, maxRfc822NestingDepth: 0 } as const;
/** A text of that length is read by nobody, and its HTML takes no longer to read. */
const MAX_TEXT = 2_000_000;

const flat = (address: Address | undefined): readonly MailAddress[] => {
  if (address === undefined) return [];
  return address.group === undefined ? [address] : address.group;
};

const bytesOf = ({ content }: Attachment): Uint8Array => {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
};

const MEDIA_TYPE = /^[\w.+-]+\/[\w.+-]+$/;

const partOf = (attachment: Attachment): MailPart => {
  const { filename, mimeType, disposition, related, method } = attachment;
  return {
    fileName: filename ?? undefined,
    mediaType: MEDIA_TYPE.test(mimeType) ? mimeType.toLowerCase() : 'application/octet-stream',
    bytes: bytesOf(attachment),
    inline: related === true || disposition === 'inline',
    ...(method === undefined ? {} : { method: method.toUpperCase() }),
  };
};

const textOf = ({ text = '', html = '' }: Email): { text: string; textFrom: 'TEXT' | 'HTML' | 'NONE' } => {
  if (text.trim() !== '') return { text: text.slice(0, MAX_TEXT), textFrom: 'TEXT' };
  const read = readHtml(html.slice(0, MAX_TEXT)).text;
  return read === '' ? { text: '', textFrom: 'NONE' } : { text: read, textFrom: 'HTML' };
};

/** Mails through `postal-mime`: any bytes give a mail, or the reason why they give none. Attached mails stay attachments, unread. */
export class PostalMailParser implements MailParser {
  async parse(raw: Uint8Array): Promise<MailParse> {
    const headers = headerBlock(raw);
    if (headers.length === 0) return { outcome: 'unreadable', reason: 'NO_HEADERS' };
    try {
      if (hasTooManyParts(raw)) return { outcome: 'unreadable', reason: 'TOO_MANY_PARTS' };
      const email = await PostalMime.parse(raw, { ...LIMITS, forceRfc822Attachments: true });
      const { subject = '', attachments } = email;
      const mail = { headers, from: flat(email.from), subject, ...textOf(email), parts: attachments.map(partOf) };
      return { outcome: 'parsed', mail };
    } catch {
      // The parser's own words may quote the mail: they are not for a log.
      return { outcome: 'unreadable', reason: 'PARSER_FAILED' };
    }
  }
}
