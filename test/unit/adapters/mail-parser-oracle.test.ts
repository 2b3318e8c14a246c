import { simpleParser } from 'mailparser';
import { PostalMailParser } from '../../../adapters/mail-parser.ts';
import { oddMails } from '../../support/mails/odd-mails.ts';

const parser = new PostalMailParser();
const words = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** In what the second parser reads another mail than ours; empty where both read the same. */
const differences = async (raw: Uint8Array): Promise<string> => {
  const ours = await parser.parse(raw);
  const theirs = await simpleParser(Buffer.from(raw), { skipHtmlToText: true, skipTextToHtml: true });
  if (ours.outcome === 'unreadable') return `ours: ${ours.reason}`;
  const { mail } = ours;
  const text = theirs.text ?? '';
  const facts: readonly (readonly [string, unknown, unknown])[] = [
    [
      'from',
      mail.from[0]?.address ?? '',
      theirs.from?.value[0]?.address ?? theirs.from?.value[0]?.group?.[0]?.address ?? '',
    ],
    ['subject', words(mail.subject), words(theirs.subject ?? '')],
    ['attachments', mail.parts.length, theirs.attachments.length],
    ['text', mail.textFrom === 'TEXT' ? words(mail.text) : '', words(text)],
  ];
  return facts
    .filter(([, mine, other]) => mine !== other)
    .map(([what]) => what)
    .join(', ');
};

describe('a second parser as oracle', () => {
  it('reads the odd mails as ours does, but for these', async () => {
    const disagreements: Record<string, string> = {};
    for (const { name, raw } of oddMails) {
      const found = await differences(raw);
      if (found !== '') disagreements[name] = found;
    }
    expect(disagreements).toMatchSnapshot();
  });
});
