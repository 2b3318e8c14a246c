import fc from 'fast-check';
import { readHtml } from '../../../../core/capture/html-text.ts';
import { withoutOwnQuote } from '../../../../core/inbound/quoted-text.ts';
import { composeMail } from '../../../../core/mails/compose-mail.ts';
import { mailTexts } from '../../../../rules/mails/index.ts';

const mailIn = (lang: 'id' | 'en') =>
  composeMail(mailTexts, {
    mailId: 'notice:x',
    to: 'warga@surat.example',
    name: 'reporterQuestion',
    lang,
    replyTo: 'lapor+contoh-2026-7k3m9qxa.x@contoh.tertib.test',
    values: { caseNumber: 'CONTOH-2026-7K3M9QXA', link: 'https://tertib.test/lacak', dueAt: '3 Maret 2026' },
  });
const ours = mailIn('id');
const acknowledged = composeMail(mailTexts, {
  mailId: 'mail-ack:x',
  to: 'warga@surat.example',
  name: 'mailAcknowledged',
  lang: 'id',
  values: {
    caseNumber: 'CONTOH-2026-7K3M9QXA',
    agencyName: 'Pemerintah Kabupaten Contoh',
    link: `https://tertib.test/lacak/surat/${'a'.repeat(64)}.${'B'.repeat(43)}`,
  },
  replyTo: 'x@y.example',
});

const ANSWER = 'Akunnya @contoh, diunggah hari Senin.\n\nSalam';
const marked = (text: string): string =>
  text
    .trim()
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
/** As mail programs break lines of marked text. */
const broken = (text: string): string => marked(text.replace(/(.{30,60}?) /g, '$1\n'));
const header = 'From: Tertib <no-reply@tertib.test>\nSent: Monday\nTo: warga@surat.example\nSubject: Ada pertanyaan';
const GMAIL = 'Pada Sen, 2 Mar 2026 pukul 09.00 Tertib <\nno-reply@tertib.test> menulis:';

describe('an answer that quotes a mail of ours at its end', () => {
  it.each([
    ['with marks', `${ANSWER}\n\n${marked(ours.text)}`],
    ['with marks and broken lines', `${ANSWER}\n\n${broken(ours.text)}`],
    ['with marks twice', `${ANSWER}\n\n${marked(marked(ours.text))}`],
    ['as Gmail in Indonesian', `${ANSWER}\n\n${GMAIL}\n\n${broken(ours.text)}\n`],
    ['as Gmail in English', `${ANSWER}\n\nOn Mon, 2 Mar 2026 at 09:00, Tertib wrote:\n\n${marked(mailIn('en').text)}`],
    ['as Outlook', `${ANSWER}\n\n-----Original Message-----\n${header}\n\n${ours.text}`],
    [
      'as Outlook in Indonesian',
      `${ANSWER}\n\n________________________________\n${header.replace('From', 'Dari')}\n\n${ours.text}`,
    ],
    ['as HTML read as text', `${ANSWER}\n${GMAIL}\n${readHtml(ours.html).text}`],
    ['the acknowledgement with its link', `${ANSWER}\n\n${GMAIL}\n${broken(acknowledged.text)}`],
  ])('loses the quote and nothing else: %s', (_name, text) => {
    expect(withoutOwnQuote(text, mailTexts).trim()).toBe(ANSWER);
  });
});

describe('an answer is kept whole', () => {
  it.each([
    ['with nothing quoted', ANSWER],
    ['written below the quote', `${GMAIL}\n${marked(ours.text)}\n\n${ANSWER}`],
    [
      'written between the sentences of the quote',
      `Lihat di bawah.\n\n${marked(ours.text)}\n\nJawaban: ya.\n\n> Terima kasih`,
    ],
    ['written into the quote', `Lihat.\n\n${marked(`${ours.text}\nini jawaban saya`)}`],
    ['that quotes somebody else', `Ini kata pegawai itu:\n\n> Saya sebarkan saja berita ini`],
    [
      'that forwards a mail of somebody else',
      `Teruskan.\n\n-----Original Message-----\nFrom: a@b.example\n\nBerita bohong itu`,
    ],
    ['that is a quote alone', marked(ours.text)],
    [
      'that says from where it comes',
      `Saya lihat ini.\nDari: grup WhatsApp kantor\nPada hari Senin ia menulis: "bohong"`,
    ],
  ])('%s', (_name, text) => {
    expect(withoutOwnQuote(text, mailTexts)).toBe(text);
  });

  it('whatever stands before a quote of ours is never lost', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 200 }), (said) => {
        const left = withoutOwnQuote(`${said}\n\n${GMAIL}\n${marked(ours.text)}`, mailTexts);
        for (const word of said.split(/\s+/)) expect(left).toContain(word);
      }),
      { numRuns: 200 },
    );
  });

  it('and no text takes long', () => {
    const text = `a\n${'> On '.repeat(20_000)}\n${'On x wrote\n'.repeat(5000)}`;
    expect(withoutOwnQuote(text, mailTexts)).toBe(text);
  });
});
