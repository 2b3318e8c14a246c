import { type ParsedMail as OracleMail, simpleParser } from 'mailparser';
import { PostalMailParser } from '../../../adapters/mail-parser.ts';
import { fieldOf, messageIdsIn } from '../../../core/inbound/header-block.ts';
import type { ParsedMail } from '../../../core/inbound/parsed-mail.ts';
import { sha256Hex } from '../../../core/trail/digest.ts';

const parser = new PostalMailParser();

const words = (text: string): string => text.replace(/\s+/g, ' ').trim();

const senderOf = ({ from }: OracleMail): string => {
  const first = from?.value[0];
  return first?.address ?? first?.group?.[0]?.address ?? '';
};

const hashesOf = (contents: readonly Uint8Array[]): string =>
  contents
    .map((bytes) => sha256Hex(bytes))
    .toSorted()
    .join();

/** Facts of a mail, as ours and the oracle read them. */
const facts = (ours: ParsedMail, theirs: OracleMail): readonly (readonly [string, unknown, unknown])[] => [
  ['from', ours.from[0]?.address ?? '', senderOf(theirs)],
  ['subject', words(ours.subject), words(theirs.subject ?? '')],
  [
    'message-id',
    messageIdsIn(fieldOf(ours.headers, 'message-id'))[0] ?? '',
    messageIdsIn(theirs.messageId ?? '')[0] ?? '',
  ],
  ['number of parts', ours.parts.length, theirs.attachments.length],
  [
    'bytes of parts',
    hashesOf(ours.parts.map(({ bytes }) => bytes)),
    hashesOf(theirs.attachments.map(({ content }) => content)),
  ],
  ['text', ours.textFrom === 'TEXT' ? words(ours.text) : '', words(theirs.text ?? '')],
];

/** In what the second parser reads another mail than ours; empty where both read the same. */
export const disagreements = async (raw: Uint8Array): Promise<readonly string[]> => {
  const ours = await parser.parse(raw);
  if (ours.outcome === 'unreadable') return [`not read: ${ours.reason}`];
  const options = { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true };
  try {
    const theirs = await simpleParser(Buffer.from(raw), options);
    return facts(ours.mail, theirs).flatMap(([what, mine, other]) => (mine === other ? [] : [what]));
  } catch {
    return ['the oracle throws'];
  }
};
