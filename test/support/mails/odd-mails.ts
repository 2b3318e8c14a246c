import type { InboundReason, InboundStatus } from '../../../core/inbound/inbound-row.ts';
import type { MailEnvelope } from '../../../core/inbound/parsed-mail.ts';
import {
  base64,
  between,
  bytes,
  type Fields,
  file,
  header,
  joined,
  latin1,
  multipart,
  part,
  plain,
  type Raw,
  SENDER,
  STORY,
  story,
} from './compose.ts';

export interface OddMail {
  readonly name: string;
  readonly raw: Raw;
  readonly envelope: MailEnvelope;
  /** What is to become of it. */
  readonly status: InboundStatus;
  readonly reason?: InboundReason;
}

const envelope: MailEnvelope = { from: SENDER, to: ['lapor@uji.tertib.test'] };
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 1, 2, 3, 4]);
const TNEF = Uint8Array.from([0x78, 0x9f, 0x3e, 0x22, 1, 0, 1, 9, 0, 4, 0, 0, 0]);

const filed = (name: string, raw: Raw): OddMail => ({ name, raw, envelope, status: 'FILED' });
const ignored = (name: string, raw: Raw, reason: InboundReason, from = SENDER): OddMail => ({
  name,
  raw,
  envelope: { ...envelope, from },
  status: 'IGNORED',
  reason,
});
const queued = (name: string, raw: Raw, reason: InboundReason): OddMail => ({
  name,
  raw,
  envelope,
  status: 'QUEUED',
  reason,
});

const withText = (type: string, content: Raw | string, encoding?: string): Raw =>
  plain({ 'Content-Type': type, 'Content-Transfer-Encoding': encoding }, content);

const HTML = `<html><head><style>p{color:red}</style><script>alert(1)</script></head><body><p>${STORY}</p><p>Terima&nbsp;kasih &amp; salam.</p></body></html>`;

const texts: readonly OddMail[] = [
  filed('plain text without any MIME field', plain({ 'MIME-Version': undefined })),
  filed('text in UTF-8, 8bit', withText('text/plain; charset=utf-8', `${STORY} Café — “kutipan”`, '8bit')),
  filed('text in ISO-8859-1', withText('text/plain; charset=iso-8859-1', latin1(`${STORY} Caf\u00e9`), '8bit')),
  filed(
    'text in Windows-1252',
    withText('text/plain; charset=windows-1252', latin1(`${STORY} \u0093kutip\u0094`), '8bit'),
  ),
  filed('text in UTF-16LE', withText('text/plain; charset=utf-16le', base64(Buffer.from(STORY, 'utf16le')), 'base64')),
  filed(
    'text in UTF-16 with a byte order mark',
    withText('text/plain; charset=utf-16', base64(Buffer.from(`\ufeff${STORY}`, 'utf16le')), 'base64'),
  ),
  filed(
    'text in ISO-2022-JP',
    withText('text/plain; charset=iso-2022-jp', joined(latin1('\u001b$B$3$s$K$A$O\u001b(B '), STORY), '7bit'),
  ),
  filed(
    'text in Shift_JIS',
    withText('text/plain; charset=shift_jis', joined(latin1('\u0082\u00b1\u0082\u00f1 '), STORY), '8bit'),
  ),
  filed(
    'text in GB18030',
    withText('text/plain; charset=gb18030', joined(latin1('\u00c4\u00e3\u00ba\u00c3 '), STORY), '8bit'),
  ),
  filed('text in KOI8-R', withText('text/plain; charset=koi8-r', joined(latin1('\u00f0\u00d2\u00c9 '), STORY), '8bit')),
  filed('text in a charset that does not exist', withText('text/plain; charset=x-tidak-ada', STORY)),
  filed(
    'text that says UTF-8 and is not',
    withText('text/plain; charset=utf-8', joined(latin1('\u00ff\u00fe\u0080 '), STORY), '8bit'),
  ),
  filed('text in UTF-7 by its word', withText('text/plain; charset=utf-7', STORY)),
  filed(
    'quoted-printable with soft breaks',
    withText('text/plain; charset=utf-8', `${STORY.replace('akun', 'a=\r\nkun')} =C3=A9`, 'quoted-printable'),
  ),
  filed(
    'quoted-printable that is broken',
    withText('text/plain; charset=utf-8', `${STORY} =ZZ =C3 =`, 'quoted-printable'),
  ),
  filed(
    'base64 with rubbish in it',
    withText('text/plain; charset=utf-8', base64(STORY).replace(/(.{8})/, '$1!*?\r\n '), 'base64'),
  ),
  filed('base64 without padding', withText('text/plain; charset=utf-8', base64(STORY).replace(/=+$/, ''), 'base64')),
  filed('an unknown transfer encoding', withText('text/plain; charset=utf-8', STORY, 'x-uuencode')),
  filed(
    'format=flowed',
    withText('text/plain; charset=utf-8; format=flowed; delsp=yes', STORY.replaceAll('. ', '. \r\n'), '7bit'),
  ),
  filed('lines that end in LF only', bytes(`${header({}, '\n')}\n${STORY}\n`)),
  filed('lines that end in CR only in the text', plain({}, STORY.replaceAll('. ', '.\r'))),
  filed('one line of 200,000 characters', plain({}, `${STORY} ${'panjang '.repeat(25_000)}`)),
  filed('null bytes in the text', plain({}, joined(STORY, Uint8Array.from([0, 0, 0]), ' akhir'))),
  filed('characters that turn the reading direction', plain({}, `${STORY} \u202e tersembunyi \u202c \u200f`)),
  filed('emoji and combining marks', plain({}, `${STORY} 🙏🏽 👩‍👩‍👧 a\u0301\u0302\u0303`)),
  filed(
    'a lone half of a surrogate pair',
    withText(
      'text/plain; charset=utf-16le',
      base64(Uint8Array.from([...Buffer.from(STORY, 'utf16le'), 0x00, 0xd8])),
      'base64',
    ),
  ),
  filed('text after a dot alone on its line', plain({}, `${STORY}\r\n.\r\nmasih ada`)),
  filed('text that looks like boundaries', plain({}, `${STORY}\r\n${'--garis\r\n'.repeat(600)}`)),
  filed(
    'text that looks like another mail',
    plain({}, `${STORY}\r\n\r\nFrom: lain@example.test\r\nAuto-Submitted: auto-replied\r\n\r\nisi`),
  ),
  filed('a mail of mbox, with its From line', joined('From warga@surat.example Mon Mar  2 09:00:00 2026\r\n', plain())),
];

const htmls: readonly OddMail[] = [
  filed('HTML alone', withText('text/html; charset=utf-8', HTML)),
  filed('HTML alone, base64', withText('text/html; charset=utf-8', base64(HTML), 'base64')),
  filed('HTML that never closes a tag', withText('text/html; charset=utf-8', `<div><p><b>${STORY}<table><tr><td>`)),
  filed(
    'HTML with a form, an event handler and a tracking pixel',
    withText(
      'text/html',
      `<form action="https://x.example"><input name=a></form><img src="https://x.example/p.gif" onerror="a()">${STORY}`,
    ),
  ),
  filed(
    'HTML beside text',
    multipart([story(), part({ type: 'text/html; charset=utf-8', content: HTML })], { subtype: 'alternative' }),
  ),
  filed(
    'an empty text beside HTML',
    multipart([part({ content: '' }), part({ type: 'text/html', content: HTML })], { subtype: 'alternative' }),
  ),
  filed(
    'HTML in the wrong charset',
    withText('text/html; charset=us-ascii', joined('<p>', latin1('Caf\u00e9 '), STORY), '8bit'),
  ),
  filed('HTML of 1 MB', withText('text/html', `<p>${STORY}</p>${'<i>x</i>'.repeat(130_000)}`)),
  filed(
    'AMP beside text and HTML',
    multipart(
      [
        story(),
        part({ type: 'text/x-amp-html', content: '<html amp4email>' }),
        part({ type: 'text/html', content: HTML }),
      ],
      { subtype: 'alternative' },
    ),
  ),
  filed('rich text of old', multipart([part({ type: 'text/enriched', content: '<bold>Tebal</bold>' }), story()])),
];

const attached = multipart([story(), file('bukti.png', 'image/png', PNG)]);
const bomb = (count: number): Raw =>
  multipart(Array.from({ length: count }, (_none, place) => file(`f${place}.txt`, 'text/plain', `isi ${place}`)));
const nested = (depth: number): Raw => {
  let inner = story();
  for (let level = 0; level < depth; level += 1) {
    const boundary = `tingkat${level}`;
    inner = joined(`Content-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n`, between(boundary, [inner]));
  }
  return joined(header({}), inner);
};
const attachedMail = (raw: Raw): Raw => part({ type: 'message/rfc822', content: raw });
const mailsInMails = (depth: number): Raw => {
  let inner = plain();
  for (let level = 0; level < depth; level += 1)
    inner = multipart([story(), attachedMail(inner)], { boundary: `dalam${level}` });
  return inner;
};

const attachments: readonly OddMail[] = [
  filed('an attachment', attached),
  filed(
    'an attachment without a name',
    multipart([
      story(),
      part({ type: 'application/pdf', fields: { 'Content-Disposition': 'attachment' }, content: '%PDF-1.4' }),
    ]),
  ),
  filed(
    'an attachment whose name leads elsewhere',
    multipart([story(), file('../../etc/passwd', 'text/plain', 'isi')]),
  ),
  filed(
    'an attachment with a name in RFC 2231 pieces',
    multipart([
      story(),
      part({
        type: 'application/pdf',
        fields: { 'Content-Disposition': "attachment; filename*0*=utf-8''bukti%20;\r\n filename*1*=foto%20%C3%A9.pdf" },
        content: '%PDF',
      }),
    ]),
  ),
  filed(
    'an attachment with an encoded word as its name',
    multipart([story(), file('=?utf-8?B?YnVrdGkgw6kucGRm?=', 'application/pdf', '%PDF')]),
  ),
  filed(
    'an attachment with a name of 5,000 characters',
    multipart([story(), file(`${'n'.repeat(5000)}.pdf`, 'application/pdf', '%PDF')]),
  ),
  filed('an attachment with a media type that is none', multipart([story(), file('x.bin', 'bukan tipe', 'isi')])),
  filed('an attachment of no bytes', multipart([story(), file('kosong.txt', 'text/plain', '')])),
  filed(
    'two attachments of one name',
    multipart([story(), file('a.png', 'image/png', PNG), file('a.png', 'image/png', bytes('lain'))]),
  ),
  filed(
    'the same attachment twice',
    multipart([story(), file('a.png', 'image/png', PNG), file('a.png', 'image/png', PNG)]),
  ),
  filed(
    'thirty attachments',
    multipart([story(), ...Array.from({ length: 30 }, (_none, n) => file(`f${n}.txt`, 'text/plain', `isi ${n}`))]),
  ),
  filed('an attachment in uuencode', plain({}, `${STORY}\r\n\r\nbegin 644 a.txt\r\n#0V%T\r\n\`\r\nend`)),
  filed('an attachment in yEnc', plain({}, `${STORY}\r\n=ybegin line=128 size=3 name=a.bin\r\nabc\r\n=yend size=3`)),
  filed(
    'an inline picture that the HTML shows',
    multipart(
      [
        part({ type: 'text/html', content: `${HTML}<img src="cid:gambar1">` }),
        part({
          type: 'image/png',
          fields: { 'Content-ID': '<gambar1>', 'Content-Transfer-Encoding': 'base64', 'Content-Disposition': 'inline' },
          content: base64(PNG),
        }),
      ],
      { subtype: 'related' },
    ),
  ),
  filed(
    'an inline picture that nothing shows',
    multipart(
      [
        story(),
        part({
          type: 'image/png',
          fields: { 'Content-ID': '<x>', 'Content-Transfer-Encoding': 'base64' },
          content: base64(PNG),
        }),
      ],
      { subtype: 'related' },
    ),
  ),
  filed(
    'a picture as a data address in the HTML',
    withText('text/html', `<p>${STORY}</p><img src="data:image/png;base64,${base64(PNG)}">`),
  ),
  filed('a winmail.dat of Outlook', multipart([story(), file('winmail.dat', 'application/ms-tnef', TNEF)])),
  filed(
    'a signed mail',
    multipart([story(), file('smime.p7s', 'application/pkcs7-signature', 'tanda')], { subtype: 'signed' }),
  ),
  filed(
    'a mail signed by OpenPGP',
    multipart([story(), file('signature.asc', 'application/pgp-signature', '-----BEGIN PGP SIGNATURE-----')], {
      subtype: 'signed',
    }),
  ),
  filed(
    'a mail that is encrypted',
    multipart(
      [
        file('v', 'application/pgp-encrypted', 'Version: 1'),
        file('pesan.asc', 'application/octet-stream', '-----BEGIN PGP MESSAGE-----'),
      ],
      { subtype: 'encrypted' },
    ),
  ),
  filed(
    'an archive that is a bomb by its name',
    multipart([story(), file('42.zip', 'application/zip', bytes('PK\u0003\u0004'))]),
  ),
  filed('a program', multipart([story(), file('foto.jpg.exe', 'application/x-msdownload', 'MZ')])),
  filed('a contact card', multipart([story(), file('warga.vcf', 'text/vcard', 'BEGIN:VCARD\r\nEND:VCARD')])),
  filed('a mail in a mail', multipart([story(), attachedMail(plain({ Subject: 'Yang diteruskan' }))])),
  filed('a mail in a mail in a mail, ten deep', mailsInMails(10)),
  filed(
    'an attached mail that is automatic',
    multipart([story(), attachedMail(plain({ 'Auto-Submitted': 'auto-replied' }))]),
  ),
  filed(
    'an attached mail in base64',
    multipart([
      story(),
      part({ type: 'message/rfc822', fields: { 'Content-Transfer-Encoding': 'base64' }, content: base64(plain()) }),
    ]),
  ),
  filed('an attached mail that is empty', multipart([story(), attachedMail(bytes(''))])),
  filed('a digest of mails', multipart([attachedMail(plain()), attachedMail(plain())], { subtype: 'digest' })),
  filed('a mail in pieces', plain({ 'Content-Type': 'message/partial; number=1; total=2; id="x@y"' })),
  filed(
    'a body that lies elsewhere',
    multipart([
      story(),
      part({
        type: 'message/external-body; access-type=URL; URL="https://x.example/a"',
        content: 'Content-Type: text/plain\r\n\r\n',
      }),
    ]),
  ),
  filed('a voice message', multipart([story(), file('pesan.amr', 'audio/amr', '#!AMR')])),
  queued('a bomb of 1,000 parts', bomb(1000), 'TOO_MANY_PARTS'),
  queued('a bomb of 20,000 parts', bomb(20_000), 'TOO_MANY_PARTS'),
  filed('200 parts', bomb(200)),
  queued(
    'a hundred boundaries',
    joined(
      header({}),
      '\r\n',
      Array.from({ length: 100 }, (_n, n) => `Content-Type: multipart/mixed; boundary="b${n}"\r\n\r\n--b${n}\r\n`).join(
        '',
      ),
    ),
    'TOO_MANY_PARTS',
  ),
  filed('ten multiparts within each other', nested(10)),
  queued('sixty multiparts within each other', nested(60), 'PARSER_FAILED'),
];

const multiparts: readonly OddMail[] = [
  filed(
    'a multipart that is never closed',
    joined(header({ 'Content-Type': 'multipart/mixed; boundary=b' }), `\r\n--b\r\n\r\n${STORY}`),
  ),
  filed(
    'a multipart with a preamble and an epilogue',
    joined(
      header({ 'Content-Type': 'multipart/mixed; boundary=b' }),
      '\r\npembuka\r\n',
      between('b', [story()]),
      'penutup',
    ),
  ),
  queued('a multipart without a boundary', plain({ 'Content-Type': 'multipart/mixed' }), 'EMPTY'),
  queued(
    'a multipart whose boundary is nowhere',
    plain({ 'Content-Type': 'multipart/mixed; boundary=hilang' }),
    'EMPTY',
  ),
  filed('a boundary of odd characters', multipart([story()], { boundary: "a'()+_,-./:=? b" })),
  filed(
    'a boundary that is the beginning of another',
    joined(
      header({ 'Content-Type': 'multipart/mixed; boundary=b' }),
      '\r\n',
      between('b', [joined('Content-Type: multipart/mixed; boundary=bb\r\n\r\n', between('bb', [story()]))]),
    ),
  ),
  filed(
    'an outer boundary that is used inside as well',
    joined(
      header({ 'Content-Type': 'multipart/mixed; boundary=b' }),
      '\r\n',
      between('b', [joined('Content-Type: multipart/alternative; boundary=b\r\n\r\n', between('b', [story()]))]),
    ),
  ),
  filed('parts that are all empty, beside one', multipart([part({ content: '' }), part({ content: '' }), story()])),
  filed(
    'a part without any field',
    joined(header({ 'Content-Type': 'multipart/mixed; boundary=b' }), `\r\n--b\r\n\r\n${STORY}\r\n--b--\r\n`),
  ),
  filed(
    'a multipart in base64, which is forbidden',
    multipart([story()], { fields: { 'Content-Transfer-Encoding': 'base64' } }),
  ),
  filed('two Content-Type fields', joined('Content-Type: text/plain\r\n', plain({ 'Content-Type': 'text/html' }))),
  filed('a Content-Type that is rubbish', plain({ 'Content-Type': ';;;=;"' })),
];

const headers: readonly OddMail[] = [
  filed('no subject', plain({ Subject: undefined })),
  filed('a subject in encoded words', plain({ Subject: '=?utf-8?Q?Laporan_=C3=A9tika?= =?utf-8?B?w6kgbGFn?=' })),
  filed('a subject whose encoded word is broken', plain({ Subject: '=?utf-8?Q?Laporan=?= =?x?Y?z?=' })),
  filed('a subject cut within a character', plain({ Subject: '=?utf-8?B?w?= =?utf-8?B?6kgbGFn?=' })),
  filed('a subject in raw UTF-8', plain({ Subject: 'Laporan étika — penting' })),
  filed('a subject of 50,000 characters', plain({ Subject: 'panjang '.repeat(6000) })),
  filed('a subject folded over lines', plain({ Subject: 'Laporan\r\n dengan\r\n\tbanyak baris' })),
  filed('no From', plain({ From: undefined })),
  filed('an empty From', plain({ From: '' })),
  filed('two senders', plain({ From: `A <${SENDER}>, B <lain@surat.example>`, Sender: SENDER })),
  filed('a From that is a group', plain({ From: `Warga: A <${SENDER}>, lain@surat.example;` })),
  filed('a From with a comment', plain({ From: `${SENDER} (Warga (yang baik))` })),
  filed('a From with an encoded name', plain({ From: `=?utf-8?Q?W=C3=A2rga?= <${SENDER}>` })),
  filed('a From whose name is another address', plain({ From: `"bupati@contoh.go.id" <${SENDER}>` })),
  filed('a From outside of ASCII', plain({ From: 'Warga <wärga@surät.example>' })),
  filed('a From that is no address', plain({ From: 'siapa saja' })),
  filed('a From that injects a line', plain({ From: `"A\\r\\nBcc: x@y.example" <${SENDER}>` })),
  filed('no Date', plain({ Date: undefined })),
  filed('a Date of the year 99999', plain({ Date: 'Mon, 2 Mar 99999 99:99:99 +9999' })),
  filed('no Message-ID', plain({ 'Message-ID': undefined })),
  filed('a field of 200,000 characters', plain({ 'X-Panjang': 'x'.repeat(200_000) })),
  filed('10,000 fields', joined('X-A: b\r\n'.repeat(10_000), plain())),
  filed('a field without a colon', joined('INI BUKAN HEADER\r\n', plain())),
  filed('a field with spaces before the colon', joined('X-Spasi : ya\r\n', plain())),
  filed(
    'Received fields in a hundred',
    joined('Received: from a by b; Mon, 2 Mar 2026 09:00:00 +0700\r\n'.repeat(100), plain()),
  ),
  filed(
    'an ARC chain of fifty',
    joined(
      ...Array.from(
        { length: 50 },
        (_n, n) => `ARC-Seal: i=${n + 1}; a=rsa-sha256; cv=pass; d=x.example; s=s; b=AAAA\r\n`,
      ),
      plain(),
    ),
  ),
  filed(
    'a DKIM signature that is rubbish',
    joined('DKIM-Signature: v=1; a=rsa-sha256; d=; s=; h=from; bh=x; b=y\r\n', plain()),
  ),
  filed(
    'Authentication-Results of the sender',
    joined('Authentication-Results: amazonses.com; spf=pass; dkim=pass; dmarc=pass\r\n', plain()),
  ),
  filed('Auto-Submitted: no, which a person may send', plain({ 'Auto-Submitted': 'no' })),
  filed('a forwarded mail', plain({ Subject: 'Fwd: lihat ini', 'X-Forwarded-For': 'a@b.example' })),
  filed(
    'a mail that a person asks a receipt for',
    plain({ 'Disposition-Notification-To': SENDER, 'Return-Receipt-To': SENDER }),
  ),
  filed('a mail of high priority', plain({ Importance: 'high', 'X-Priority': '1' })),
];

const CALENDAR = 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Rapat\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';
const calendar = (method: string): Raw =>
  multipart([story(), part({ type: `text/calendar; method=${method}; charset=utf-8`, content: CALENDAR })], {
    subtype: 'alternative',
  });

const report = (type: string, parts: readonly Raw[], fields: Fields = {}): Raw =>
  multipart(parts, {
    fields: { 'Content-Type': `multipart/report; report-type=${type}; boundary="batas"`, ...fields },
  });
const status = (action: string, code: string): Raw =>
  part({
    type: 'message/delivery-status',
    content: `Reporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; siapa@x.example\r\nAction: ${action}\r\nStatus: ${code}\r\n`,
  });

const machines: readonly OddMail[] = [
  ignored('a vacation answer', plain({ 'Auto-Submitted': 'auto-replied (vacation)' }), 'AUTO_SUBMITTED'),
  ignored('a mail of a machine', plain({ 'Auto-Submitted': 'auto-generated' }), 'AUTO_SUBMITTED'),
  ignored('a notification', plain({ 'Auto-Submitted': 'auto-notified; owner-email="a@b.example"' }), 'AUTO_SUBMITTED'),
  ignored('Auto-Submitted in capitals', plain({ 'AUTO-SUBMITTED': 'AUTO-REPLIED' }), 'AUTO_SUBMITTED'),
  ignored('Auto-Submitted folded', plain({ 'Auto-Submitted': '\r\n auto-replied' }), 'AUTO_SUBMITTED'),
  ignored(
    'Auto-Submitted twice, once no',
    joined('Auto-Submitted: no\r\n', plain({ 'Auto-Submitted': 'auto-replied' })),
    'AUTO_SUBMITTED',
  ),
  ignored('an answer by Exchange', plain({ 'X-Auto-Response-Suppress': 'All' }), 'RESPONSE_SUPPRESSED'),
  ignored(
    'an answer by Exchange with a list of words',
    plain({ 'X-Auto-Response-Suppress': 'DR, OOF, AutoReply' }),
    'RESPONSE_SUPPRESSED',
  ),
  ignored('Precedence: auto_reply', plain({ Precedence: 'auto_reply' }), 'PRECEDENCE'),
  ignored('Precedence: junk', plain({ Precedence: 'junk' }), 'PRECEDENCE'),
  ignored('X-Autoreply', plain({ 'X-Autoreply': 'yes' }), 'AUTO_REPLY_FIELD'),
  ignored('X-Autorespond', plain({ 'X-Autorespond': 'Re: laporan' }), 'AUTO_REPLY_FIELD'),
  ignored('X-Loop', plain({ 'X-Loop': 'lapor@uji.tertib.test' }), 'AUTO_REPLY_FIELD'),
  ignored('the null sender', plain(), 'NULL_SENDER', ''),
  ignored('an empty Return-Path', plain({ 'Return-Path': '<>' }), 'NULL_SENDER'),
  ignored('MAILER-DAEMON', plain({ From: 'MAILER-DAEMON@surat.example' }), 'MACHINE_SENDER'),
  ignored('a no-reply address', plain({ From: 'No-Reply <no-reply@surat.example>' }), 'MACHINE_SENDER'),
  ignored('a bounce address as envelope sender', plain(), 'MACHINE_SENDER', 'bounces+123@surat.example'),
  ignored('a mail of our own', plain({ 'X-Tertib-Mail-Id': 'notice:X' }), 'OWN_MAIL'),
  ignored(
    'a read receipt',
    report('disposition-notification', [
      story(),
      part({ type: 'message/disposition-notification', content: 'Disposition: automatic-action' }),
    ]),
    'RECEIPT',
  ),
  ignored('an answer to an invitation', calendar('REPLY'), 'CALENDAR_ANSWER'),
  filed('an invitation', calendar('REQUEST')),
  filed('a calendar entry as the whole mail', withText('text/calendar; charset=utf-8', CALENDAR)),
  ignored('a mailing list', plain({ 'List-Id': 'Warga <warga.surat.example>' }), 'LIST'),
  ignored('a newsletter', plain({ 'List-Unsubscribe': '<mailto:x@y.example>' }), 'LIST'),
  ignored('Precedence: bulk', plain({ Precedence: 'bulk' }), 'LIST'),
  ignored('Precedence: list', plain({ Precedence: 'list' }), 'LIST'),
  ignored(
    'a delivery report of a delay',
    report('delivery-status', [story(), status('delayed', '4.4.7')], { From: 'MAILER-DAEMON@x.example' }),
    'DELAYED',
    '',
  ),
  ignored(
    'a delivery report of success',
    report('delivery-status', [story(), status('delivered', '2.0.0')]),
    'DELAYED',
    '',
  ),
  queued(
    'a delivery report about a mail that is not ours',
    report('delivery-status', [
      story(),
      status('failed', '5.1.1'),
      part({ type: 'text/rfc822-headers', content: 'Message-ID: <asing@x.example>\r\n' }),
    ]),
    'UNKNOWN_BOUNCE',
  ),
  queued('a delivery report that returns nothing', report('delivery-status', [story()]), 'UNKNOWN_BOUNCE'),
  queued('a bounce of old, without a report', plain({ 'X-Failed-Recipients': 'a@b.example' }), 'UNKNOWN_BOUNCE'),
  queued(
    'a complaint about a mail that is not ours',
    report('feedback-report', [
      story(),
      part({ type: 'message/feedback-report', content: 'Feedback-Type: abuse\r\nOriginal-Rcpt-To: a@b.example' }),
    ]),
    'UNKNOWN_BOUNCE',
  ),
  queued(
    'an answer to a mail of ours, without the address of its case',
    plain({ 'In-Reply-To': '<notice=X.1@tertib.test>' }),
    'STRAY_REPLY',
  ),
  queued(
    'an answer by References alone',
    plain({ References: '<a@b.example> <mail-ack=1.2@tertib.test>' }),
    'STRAY_REPLY',
  ),
  filed('an answer to somebody else', plain({ 'In-Reply-To': '<a@b.example>', Subject: 'Re: kabar' })),
];

const emptyOnes: readonly OddMail[] = [
  queued('no text at all', plain({ Subject: undefined }, ''), 'EMPTY'),
  queued('a subject and no text', plain({}, ''), 'EMPTY'),
  queued('white space alone', plain({}, ' \r\n\t\r\n '), 'EMPTY'),
  queued('HTML that says nothing', withText('text/html', '<html><body><br><div></div></body></html>'), 'EMPTY'),
  queued(
    'parts that say nothing',
    multipart([part({ content: '' }), part({ type: 'text/html', content: '<br>' })]),
    'EMPTY',
  ),
  queued('two words and no subject', plain({ Subject: undefined }, 'Tolong!'), 'TOO_SHORT'),
  queued('a picture alone', multipart([file('a.png', 'image/png', PNG)], { fields: { Subject: 'foto' } }), 'TOO_SHORT'),
  queued('no bytes', bytes(''), 'NO_HEADERS'),
  queued('line breaks alone', bytes('\r\n\r\n\r\n'), 'NO_HEADERS'),
  queued('a text without a header', bytes('Halo, saya mau melapor tetapi ini bukan surel'), 'NO_HEADERS'),
  queued(
    'random bytes',
    Uint8Array.from({ length: 4096 }, (_none, place) => (place * 197 + 89) % 256),
    'NO_HEADERS',
  ),
  queued('null bytes alone', new Uint8Array(2048), 'NO_HEADERS'),
  queued('a header and nothing after it', bytes('From: a@b.example\r\n'), 'EMPTY'),
  queued('a picture that is no mail', PNG, 'NO_HEADERS'),
  queued(
    'a text in UTF-16 from its first byte',
    new Uint8Array(Buffer.from(`\ufeffFrom: a@b.example\r\n\r\n${STORY}`, 'utf16le')),
    'NO_HEADERS',
  ),
];

/** Mails that people, machines and pranksters send, and what is to become of each. */
export const oddMails: readonly OddMail[] = [
  ...texts,
  ...htmls,
  ...attachments,
  ...multiparts,
  ...headers,
  ...machines,
  ...emptyOnes,
];
