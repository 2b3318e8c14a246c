import { mailTextPage } from '../../../../web/pages/console-mail-text.ts';
import { inboundMailPage, type MailForm, type MailView, mailListPage } from '../../../../web/pages/console-mails.ts';
import { mailSetupDeadPage, mailSetupDonePage, mailSetupPage } from '../../../../web/pages/mail-setup.ts';
import { staffFrame } from './samples-console-parts.ts';
import { at, type Sample, type Say, sha } from './samples-task.ts';

const verdicts = { source: 'COMPUTED', spf: 'pass', dkim: 'fail', dmarc: 'none', arc: 'none' } as const;

const form = (say: Say, step: MailForm['step'], isWrong = false): MailForm => ({
  step,
  action: say(`/konsol/surat/1/${step}`),
  hidden: { csrf: say('t0k3n') },
  errors: isWrong ? [{ field: `reason-${step}`, message: say('Tulis keperluannya.') }] : [],
  values: { reason: say('lihat'), description: say('uraian'), way: 'CALLED' },
});

const mailView = (say: Say): MailView => ({
  frame: staffFrame(say),
  receivedAt: at(say, '23 November 2026 pukul 14.02 WIB'),
  status: 'QUEUED',
  reason: 'TOO_SHORT',
  size: say('735 B'),
  verdicts,
  sha256: sha('1'),
  omitted: 2,
  caseNumber: null,
  undelivered: null,
  acts: [
    {
      at: at(say, '23 November 2026'),
      who: say('Ratna Widyastuti'),
      action: 'OPENED',
      way: null,
      reason: say('Memeriksa isinya.'),
    },
  ],
  refused: say('Surel ini sudah ditangani.'),
  raw: form(say, 'open-raw', true),
  file: form(say, 'file-report'),
  aside: form(say, 'set-aside'),
  end: null,
  readAction: say('/konsol/surat/1/baca'),
});

/** Pages about mails that came in, and the one that a reporter comes to from a mail of ours. */
export const mailSamples: readonly Sample[] = [
  {
    name: 'console-mails',
    render: (lang, say) =>
      mailListPage(
        {
          frame: staffFrame(say),
          status: 'QUEUED',
          statuses: ['QUEUED', 'IGNORED'],
          rows: [{ ...mailView(say), href: say('/konsol/surat/1') }],
          nextHref: say('/konsol/surat?cursor=x'),
        },
        lang,
      ),
  },
  { name: 'console-mail', render: (lang, say) => inboundMailPage(mailView(say), lang) },
  {
    name: 'console-mail-undelivered',
    render: (lang, say) =>
      inboundMailPage(
        {
          ...mailView(say),
          reason: 'UNDELIVERED',
          caseNumber: say('CONTOH-2026-7K3M9QXA'),
          undelivered: { mailId: say('notice:x'), recipient: 'REPORTER', cause: 'BOUNCED', status: say('5.1.1') },
          file: null,
          aside: null,
          end: form(say, 'end-undelivered', true),
        },
        lang,
      ),
  },
  {
    name: 'console-mail-text',
    render: (lang, say) =>
      mailTextPage(
        {
          frame: staffFrame(say),
          backHref: say('/konsol/surat/1'),
          envelopeFrom: say('warga@surat.example'),
          content: {
            from: say('Warga <warga@surat.example>'),
            to: say('lapor@contoh.tertib.test'),
            subject: say('Laporan'),
            date: say('Mon, 23 Nov 2026'),
            messageId: say('<x@y>'),
            text: say('Isi surel'),
            fromHtml: true,
            isCut: true,
            parts: [{ fileName: say('foto.png'), mediaType: say('image/png'), size: say('8 B') }],
          },
        },
        lang,
      ),
  },
  {
    name: 'mail-setup',
    render: (lang, say) =>
      mailSetupPage(
        {
          frame: staffFrame(say),
          form: { action: say('/lacak/surat/x'), hidden: {} },
          errors: [{ field: 'caseNumber', message: say('Nomor ini tidak cocok.') }],
          values: { caseNumber: say('CONTOH-2026'), treatment: 'anonymous' },
        },
        lang,
      ),
  },
  {
    name: 'mail-setup-done',
    render: (lang, say) =>
      mailSetupDonePage(
        {
          frame: staffFrame(say),
          caseNumber: say('CONTOH-2026-7K3M9QXA'),
          receiptCode: say('7K3M-9QXA-4E5F-6G7H'),
          anonymous: true,
        },
        lang,
      ),
  },
  { name: 'mail-setup-dead', render: (lang, say) => mailSetupDeadPage(staffFrame(say), lang) },
];
