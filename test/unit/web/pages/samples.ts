import type { Frame } from '../../../../web/design/layout.ts';
import { apiDocsPage } from '../../../../web/pages/api-docs.ts';
import { inboxPage, mailPage } from '../../../../web/pages/dev-inbox.ts';
import { followFormPage, followStatusPage } from '../../../../web/pages/follow.ts';
import { problemPage } from '../../../../web/pages/problem.ts';
import { reportFiledPage } from '../../../../web/pages/report-filed.ts';
import { reportFormPage } from '../../../../web/pages/report-form.ts';
import { startPage } from '../../../../web/pages/start.ts';
import { verifyFormPage, verifyVerdictPage } from '../../../../web/pages/verify.ts';
import { consoleSamples } from './samples-console.ts';
import { mailSamples } from './samples-mail.ts';
import { at, type Sample, type Say, sha, taskSamples } from './samples-task.ts';

const frame = (say: Say): Frame => ({
  otherLanguageHref: say('?lang=en'),
  account: null,
  inboxHref: say('/dev/inbox'),
});
const target = (say: Say, action: string) => ({ action: say(action), hidden: { csrf: say('t0k3n') } });
const upload = (say: Say) => ({
  form: target(say, '/lapor/berkas'),
  maxFiles: 20,
  maxMiB: 25,
  received: [
    {
      fileName: say('tangkapan-layar.png'),
      size: '312 kB',
      sha256: sha('b'),
      notes: [{ tone: 'info' as const, text: say('Berkas tersimpan.') }],
    },
  ],
});
const agencies = (say: Say) => [
  { value: 'contoh', label: say('Pemerintah Kota Contoh') },
  { value: 'lain', label: say('Kementerian Contoh') },
];

const reporterSamples: readonly Sample[] = [
  { name: 'start', render: (lang, say) => startPage({ frame: frame(say) }, lang) },
  {
    name: 'report-form',
    render: (lang, say) =>
      reportFormPage(
        {
          frame: frame(say),
          form: target(say, '/lapor'),
          agencies: agencies(say),
          maxUrls: 20,
          values: {},
          errors: [],
        },
        lang,
      ),
  },
  {
    name: 'report-form-errors',
    render: (lang, say) =>
      reportFormPage(
        {
          frame: frame(say),
          form: target(say, '/lapor'),
          agencies: agencies(say),
          maxUrls: 20,
          values: {
            agencyId: 'contoh',
            reporterKind: 'named',
            name: say('Siti Aminah'),
            respondentNip: say('19850312'),
            description: say('Terlalu pendek'),
            urls: say('javascript:alert(1)\nhttps://media.contoh.test/1'),
          },
          errors: [
            { field: 'description', message: say('Ceritakan peristiwanya paling sedikit 20 huruf.') },
            { field: 'urls', message: say('Baris 1: hanya tautan http atau https.') },
            { field: 'respondentNip', message: say('NIP terdiri atas 18 angka.') },
            { field: 'reporterKind', message: say('Pilih salah satu.') },
            { field: 'agencyId', message: say('Pilih instansi.') },
          ],
        },
        lang,
      ),
  },
  {
    name: 'report-filed',
    render: (lang, say) =>
      reportFiledPage(
        {
          frame: { ...frame(say), otherLanguageHref: null },
          caseNumber: say('CONTOH-2026-7K3M9QXA'),
          receiptCode: say('K7QD-2M9F-XW4T-8PZA-3NHV'),
          receipt: say(`eyJhbGciOiJFUzI1NiJ9.${'eyJjYXNlTnVtYmVyIjoi'.repeat(8)}.c2lnbmF0dXJl`),
          upload: upload(say),
        },
        lang,
      ),
  },
  {
    name: 'follow-form',
    render: (lang, say) =>
      followFormPage(
        {
          frame: frame(say),
          form: target(say, '/lacak'),
          errors: [{ field: 'receiptCode', message: say('Kode ini tidak dikenal.') }],
        },
        lang,
      ),
  },
  {
    name: 'follow-status',
    render: (lang, say) =>
      followStatusPage(
        {
          frame: { ...frame(say), otherLanguageHref: null },
          caseNumber: say('CONTOH-2026-7K3M9QXA'),
          status: 'REVIEW',
          receivedAt: at(say, '23 November 2026 pukul 14.02 WIB'),
          answerBy: at(say, 'Senin, 30 November 2026 pukul 16.00 WIB'),
          updatedAt: at(say, '24 November 2026 pukul 10.15 WIB'),
          messages: [
            {
              from: 'OFFICE',
              at: at(say, '24 November 2026 pukul 08.00 WIB'),
              text: say('Apakah Anda masih menyimpan tangkapan layar unggahan itu?'),
            },
            {
              from: 'REPORTER',
              at: at(say, '24 November 2026 pukul 10.15 WIB'),
              text: say('Ya, saya unggah di bawah.\nAda dua gambar.'),
            },
          ],
          reply: { ...target(say, '/lacak/pesan'), errors: [], text: '', sent: true },
          upload: upload(say),
        },
        lang,
      ),
  },
  {
    name: 'follow-ended',
    render: (lang, say) =>
      followStatusPage(
        {
          frame: frame(say),
          caseNumber: say('CONTOH-2026-7K3M9QXA'),
          status: 'DISMISSED',
          receivedAt: at(say, '23 November 2026'),
          updatedAt: at(say, '3 Desember 2026'),
          answerBy: null,
          messages: [],
          reply: null,
          upload: null,
        },
        lang,
      ),
  },
];

const toolSamples: readonly Sample[] = [
  {
    name: 'verify-form',
    render: (lang, say) =>
      verifyFormPage(
        {
          frame: frame(say),
          form: target(say, '/verifikasi'),
          typed: say('bukan bukti'),
          errors: [{ field: 'document', message: say('Teks ini bukan bukti pelaporan.') }],
        },
        lang,
      ),
  },
  {
    name: 'verify-valid',
    render: (lang, say) =>
      verifyVerdictPage(
        {
          frame: frame(say),
          kind: 'RECEIPT',
          verdict: { code: 'VALID', seq: null, detail: null },
          stated: [
            { label: say('Nomor perkara'), value: say('CONTOH-2026-7K3M9QXA') },
            { label: say('Diterima'), value: say('23 November 2026 pukul 14.02 WIB') },
          ],
        },
        lang,
      ),
  },
  {
    name: 'verify-edited',
    render: (lang, say) =>
      verifyVerdictPage(
        {
          frame: frame(say),
          kind: 'TRAIL',
          verdict: { code: 'EDIT', seq: 4, detail: say('TriageDecided: isi tidak cocok dengan sidiknya.') },
          stated: [],
        },
        lang,
      ),
  },
  {
    name: 'api-docs',
    render: (lang, say) =>
      apiDocsPage(
        {
          frame: frame(say),
          routes: [
            {
              method: 'POST',
              path: say('/v1/reports'),
              summary: say('Menerima laporan. Laporan tersimpan sebelum 201 dikirim.'),
              access: say('siapa saja'),
              parameters: [
                {
                  name: say('agencyId'),
                  place: 'body',
                  type: say('string'),
                  required: true,
                  meaning: say('instansi terlapor'),
                },
                {
                  name: say('Idempotency-Key'),
                  place: 'header',
                  type: say('string'),
                  required: false,
                  meaning: say('kunci kirim ulang'),
                },
              ],
              responses: [
                { status: 201, meaning: say('tersimpan') },
                { status: 409, meaning: say('kunci sama, isi berbeda') },
              ],
            },
            {
              method: 'GET',
              path: say('/v1/cases/{caseNumber}'),
              summary: say('Satu perkara.'),
              access: say('auditor'),
              parameters: [],
              responses: [],
            },
          ],
        },
        lang,
      ),
  },
  {
    name: 'inbox',
    render: (lang, say) =>
      inboxPage(
        {
          frame: frame(say),
          rows: [
            {
              href: say('/dev/inbox/1'),
              to: say('sri.wahyuni@contoh.test'),
              subject: say('Tugas baru menunggu Anda'),
              receivedAt: at(say, '23 November 2026 pukul 14.05 WIB'),
            },
          ],
        },
        lang,
      ),
  },
  { name: 'inbox-empty', render: (lang, say) => inboxPage({ frame: frame(say), rows: [] }, lang) },
  {
    name: 'mail',
    render: (lang, say) =>
      mailPage(
        {
          frame: frame(say),
          from: say('tertib@contoh.test'),
          to: say('sri.wahyuni@contoh.test'),
          subject: say('Tugas baru menunggu Anda'),
          receivedAt: at(say, '23 November 2026 pukul 14.05 WIB'),
          text: say(
            'Ada tugas baru untuk Anda.\n\nBuka tautan ini:\nhttp://127.0.0.1:4180/t/7K3M9QXA4E5F6G7H.abc\n\nJangan teruskan surel ini.',
          ),
          headers: [{ name: say('Auto-Submitted'), value: say('auto-generated') }],
          rawHref: say('/dev/inbox/1.eml'),
        },
        lang,
      ),
  },
  {
    name: 'problem',
    render: (lang, say) =>
      problemPage(
        {
          frame: frame(say),
          status: 404,
          title: say('Halaman tidak ditemukan'),
          detail: say('Alamat ini tidak ada.'),
          reference: say('req-8812'),
        },
        lang,
      ),
  },
];

/** Every page in its states. */
export const samples: readonly Sample[] = [
  ...reporterSamples,
  ...taskSamples,
  ...consoleSamples,
  ...mailSamples,
  ...toolSamples,
];
