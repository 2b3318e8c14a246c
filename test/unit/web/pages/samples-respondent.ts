import { respondentClosedPage, respondentDonePage } from '../../../../web/pages/respondent-done.ts';
import type {
  CopyView,
  DisclosedView,
  FileView,
  OwnCaseView,
  OwnDueView,
} from '../../../../web/pages/respondent-parts.ts';
import { type RemedyPageView, respondentRemedyPage } from '../../../../web/pages/respondent-remedy.ts';
import { type ResponseView, respondentResponsePage } from '../../../../web/pages/respondent-response.ts';
import { at, bareFrame, type Sample, type Say, sha } from './sample.ts';

const copy = (say: Say, name: string): CopyView => ({
  href: say(`/t/x.y/bukti/${name}`),
  kind: say('PDF, 84 kB'),
  sha256: sha('a'),
});
const file = (say: Say, title: string, note: string | null = null): FileView => ({
  title: say(title),
  note: note === null ? null : say(note),
  copies: [copy(say, 'a-pdf'), copy(say, 'a-html')],
});

const ownCase = (say: Say): OwnCaseView => ({
  caseNumber: say('CONTOH-2026-7K3M9QXA'),
  agencyName: say('Pemerintah Kota Contoh'),
  track: say('Disiplin PNS'),
  name: say('Rizky Ramadhan'),
  nip: say('199002282015021007'),
  position: say('Pengelola data'),
  unit: say('Dinas Kominfo'),
  actDate: at(say, '20 November 2026'),
});

const due = (say: Say, rest: Partial<OwnDueView> = {}): OwnDueView => ({
  at: at(say, 'Rabu, 2 Desember 2026 pukul 23.59 WIB'),
  overdue: false,
  daysLeft: 7,
  derivation: say('7 hari kerja sejak 23 November 2026: jatuh pada 2 Desember 2026'),
  ...rest,
});

const disclosed = (say: Say): DisclosedView => ({
  files: [file(say, 'Berkas yang diserahkan 1'), file(say, 'Salinan halaman 1', 'diambil sistem 23 November 2026')],
  withheld: 2,
  version: 1,
  hash: sha('d'),
});

const place = (say: Say) => ({
  frame: bareFrame,
  action: say('/t/x.y'),
  csrf: say('c'),
  errors: [],
  typed: {},
  limits: { files: 20, mib: 25, minutes: 60 },
});

const response = (say: Say, rest: Partial<ResponseView> = {}): ResponseView => ({
  ...place(say),
  case: ownCase(say),
  due: due(say),
  charges: [{ citation: say('PP 94/2021 Pasal 3 huruf d'), wording: say('menaati ketentuan'), isNew: true }],
  principles: [{ citation: say('6. Sumber jelas'), wording: say('Memastikan informasi'), isNew: false }],
  summons: {
    ordinal: 2,
    at: at(say, 'Rabu, 2 Desember 2026 pukul 09.00 WIB'),
    place: say('Ruang rapat'),
    mode: say('Tatap muka'),
    examiner: say('Kepala Bidang'),
    workingDays: 5,
    warning: say('Jaraknya kurang dari tujuh hari kerja.'),
    state: 'STANDS',
  },
  letters: [file(say, 'Surat Panggilan II')],
  disclosed: disclosed(say),
  record: null,
  sent: [
    {
      at: at(say, '24 November 2026 pukul 10.00 WIB'),
      what: say('Jawaban'),
      texts: [{ label: say('Jawaban'), text: say('Akun itu bukan milik saya.') }],
      files: [file(say, 'Berkas 1')],
    },
  ],
  ...rest,
});

const record = (say: Say): NonNullable<ResponseView['record']> => ({
  heldOn: at(say, '2 Desember 2026'),
  signing: 'PENDING',
  pending: true,
  text: {
    questions: [{ number: 1, question: say('Apakah akun itu milik Anda?'), answer: say('Ya.') }],
    statement: say('Saya menyesal.'),
  },
  sha256: sha('b'),
  file: file(say, 'Isi berita acara'),
});

const remedy = (say: Say, rest: Partial<RemedyPageView> = {}): RemedyPageView => ({
  ...place(say),
  case: ownCase(say),
  decision: {
    sanction: say('Teguran lisan'),
    level: say('Hukuman ringan'),
    number: say('HD-R1/1'),
    decidedOn: at(say, '1 Desember 2026'),
    provisions: [{ citation: say('PP 94/2021 Pasal 3 huruf d'), wording: say('menaati ketentuan'), isNew: false }],
    principles: [{ citation: say('6. Sumber jelas'), wording: say('Memastikan informasi'), isNew: false }],
    reason: say('Terbukti menyebarkan kabar bohong.'),
    file: file(say, 'Surat keputusan'),
    receivedOn: at(say, '2 Desember 2026'),
    refusedToSign: true,
    effectiveOn: at(say, '23 Desember 2026'),
    derivation: say('15 hari kerja sejak 2 Desember 2026'),
  },
  remedy: {
    kind: 'OPEN',
    route: say('Keberatan'),
    addressee: say('Atasan pejabat'),
    due: due(say, { daysLeft: 0 }),
    suspends: true,
    basis: say('PP 79/2021'),
  },
  letters: [file(say, 'Tanda Terima Keputusan')],
  disclosed: disclosed(say),
  sent: [],
  ...rest,
});

const errors = (say: Say) => [
  { field: 'outcome', message: say('Pilih apa yang Anda kirim.') },
  { field: 'statement', message: say('Tulis jawaban Anda.') },
  { field: 'files', message: say('Berkas kosong.') },
];

/** Pages of the respondent in their states. */
export const respondentSamples: readonly Sample[] = [
  { name: 'respondent-response', render: (lang, say) => respondentResponsePage(response(say), lang) },
  {
    name: 'respondent-response-wrong',
    render: (lang, say) =>
      respondentResponsePage(response(say, { errors: errors(say), typed: { statement: say('Akun itu') } }), lang),
  },
  {
    name: 'respondent-response-record',
    render: (lang, say) => respondentResponsePage(response(say, { record: record(say) }), lang),
  },
  {
    name: 'respondent-response-bare',
    render: (lang, say) =>
      respondentResponsePage(
        response(say, {
          charges: [],
          principles: [],
          summons: null,
          letters: [],
          sent: [],
          due: due(say, { overdue: true, daysLeft: null, derivation: null }),
          disclosed: { files: [], withheld: 0, version: 1, hash: sha('d') },
          record: { ...record(say), text: null, pending: false, signing: 'REFUSED' },
        }),
        lang,
      ),
  },
  { name: 'respondent-remedy', render: (lang, say) => respondentRemedyPage(remedy(say), lang) },
  {
    name: 'respondent-remedy-wrong',
    render: (lang, say) =>
      respondentRemedyPage(
        remedy(say, {
          errors: [{ field: 'grounds', message: say('Tulis alasan Anda.') }],
          typed: { grounds: say('x') },
          disclosed: null,
        }),
        lang,
      ),
  },
  {
    name: 'respondent-remedy-refused-none',
    render: (lang, say) =>
      respondentRemedyPage(remedy(say, { remedy: { kind: 'NONE', basis: say('PP 79/2021') } }), lang),
  },
  {
    name: 'respondent-remedy-refused-over',
    render: (lang, say) =>
      respondentRemedyPage(
        remedy(say, {
          remedy: {
            kind: 'OVER',
            route: say('Keberatan'),
            addressee: null,
            due: due(say, { overdue: true, daysLeft: 0 }),
            suspends: null,
            basis: null,
          },
        }),
        lang,
      ),
  },
  {
    name: 'respondent-done',
    render: (lang, say) =>
      respondentDonePage(
        {
          frame: bareFrame,
          caseNumber: say('CONTOH-2026-7K3M9QXA'),
          outcome: 'ANSWER',
          recordedAt: at(say, '25 November 2026 pukul 09.10 WIB'),
          event: { seq: 19, hash: sha('e') },
          stored: [{ title: say('Teks kiriman ini'), sha256: sha('f') }],
          open: true,
        },
        lang,
      ),
  },
  { name: 'respondent-already-acted', render: (lang) => respondentClosedPage(bareFrame, lang) },
];
