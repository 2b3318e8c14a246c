import type { Html } from '../../../../web/design/html.ts';
import type { Frame } from '../../../../web/design/layout.ts';
import type { EvidenceView } from '../../../../web/pages/case-parts.ts';
import type { PrincipleView } from '../../../../web/pages/suggestions.ts';
import { type ActView, taskActPage } from '../../../../web/pages/task-act.ts';
import type { DecisionInputs } from '../../../../web/pages/task-decision.ts';
import { codePage, neutralPage } from '../../../../web/pages/task-gate.ts';
import { taskActedPage, taskDonePage, taskRefusalPage } from '../../../../web/pages/task-result.ts';
import type { Lang } from '../../../../web/text/lang.ts';

/** Passes every text that comes from outside, so that a test can put another in its place. */
export type Say = (text: string) => string;

export interface Sample {
  readonly name: string;
  readonly render: (lang: Lang, say: Say) => Html;
}

export const bareFrame: Frame = { otherLanguageHref: null, account: null, inboxHref: null };
export const sha = (digit: string): string => digit.repeat(64);
export const at = (say: Say, text: string) => ({ iso: '2026-11-23T07:02:00.000Z', text: say(text) });

const report =
  'Pada Sabtu malam akun ini mengunggah tulisan bahwa “kelompok itu pendatang haram yang harus diusir”.\nUnggahan dibagikan 240 kali dan banyak warga kelurahan yang melihatnya.';

export const evidence = (say: Say): EvidenceView[] => [
  {
    artifactId: 'laporan',
    title: say('Isi laporan'),
    mediaType: 'application/json',
    size: '1,2 kB',
    sha256: sha('3'),
    sourceUrl: null,
    capturedAt: at(say, '23 November 2026 pukul 14.02 WIB'),
    method: say('Formulir'),
    quality: 'NOT_JUDGED',
    note: null,
    href: say('/konsol/bukti/laporan'),
  },
  {
    artifactId: 'tangkapan-1',
    title: say('Tautan 1'),
    mediaType: 'text/html',
    size: '84 kB',
    sha256: sha('a'),
    sourceUrl: say(
      'https://media.contoh.test/akun/kiriman/883120045512?ref=bagikan&panjang=sekali-supaya-terlihat-patah',
    ),
    capturedAt: at(say, '23 November 2026 pukul 14.03 WIB'),
    method: say('Pengambilan HTTP'),
    quality: 'LOGIN_WALL',
    note: say('Halaman meminta masuk; sebagian isi tidak terlihat.'),
    href: null,
  },
  {
    artifactId: 'tangkapan-2',
    title: say('Tautan 2'),
    mediaType: null,
    size: null,
    sha256: null,
    sourceUrl: say('https://video.contoh.test/v/99120'),
    capturedAt: at(say, '23 November 2026 pukul 14.03 WIB'),
    method: say('Pengambilan HTTP'),
    quality: 'FAILED',
    note: say('Situs tidak selesai menjawab pada waktunya.'),
    href: null,
  },
];

const titles = [
  'Setia pada Pancasila dan tidak berpihak',
  'Menjaga etika dan nama baik ASN',
  'Menjaga rahasia, memberi informasi benar',
  'Tidak menyalahgunakan informasi intern',
  'Bijaksana dan mempererat persatuan',
  'Sumber jelas dan dapat dipastikan',
  'Tidak menyebar hoaks, fitnah, provokasi',
  'Tidak menyebar kebencian SARA',
] as const;
const codes = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8'] as const;

export const principles = (say: Say): PrincipleView[] =>
  codes.map((code, i) => ({
    code,
    title: say(titles[i] ?? ''),
    wording: say('Tidak memproduksi dan menyebarkan informasi yang memiliki muatan yang menimbulkan rasa kebencian.'),
    hits:
      code === 'P8'
        ? [
            {
              before: say('… bahwa “kelompok itu '),
              span: say('pendatang haram yang harus diusir'),
              after: say('”. Unggahan …'),
              source: say('Isi laporan'),
              reason: say('ajakan mengusir suatu kelompok'),
              confidence: 'high',
            },
          ]
        : code === 'P5'
          ? [
              {
                before: say('… '),
                span: say('memecah belah'),
                after: say(' …'),
                source: say('Tautan 1'),
                reason: say('kalimat ini menyangkal, bukan mengajak'),
                confidence: null,
              },
            ]
          : [],
  }));

const actBase = (say: Say): Omit<ActView, 'input'> => ({
  frame: bareFrame,
  action: say('/t/7K3M9QXA4E5F6G7H.abc'),
  csrf: say('c5rf'),
  contentHash: sha('c'),
  round: 2,
  due: at(say, '30 November 2026'),
  overdue: true,
  caseFacts: {
    caseNumber: say('CONTOH-2026-7K3M9QXA'),
    agencyName: say('Pemerintah Kota Contoh'),
    receivedAt: at(say, '23 November 2026 pukul 14.02 WIB'),
    incidentAt: at(say, '21 November 2026'),
    track: 'DISCIPLINE_PNS',
    respondent: {
      name: say('Budi Raharja'),
      nip: say('198503122010011004'),
      position: say('Analis Kebijakan'),
      unit: say('Dinas Kependudukan'),
      accounts: [say('Facebook: @budi.raharja'), say('X: @braharja')],
    },
  },
  reportText: say(report),
  evidence: evidence(say),
  history: [
    {
      round: 1,
      at: at(say, '24 November 2026'),
      actor: say('Sri Wahyuni'),
      what: say('Minta bukti tambahan'),
      reason: say('Tangkapan layar unggahan asli belum ada.'),
    },
  ],
  suggestion: { verdict: 'confident', by: say('paket aturan 2026.11.1') },
  errors: [],
  typed: {},
});

const decisionInputs = (say: Say): DecisionInputs => ({
  kind: 'decision',
  confirmed: [{ code: 'P8', title: say('Tidak menyebar kebencian SARA') }],
  sanctions: [
    {
      label: say('Ringan'),
      options: [
        { value: 'R1', label: say('Teguran lisan') },
        { value: 'R2', label: say('Teguran tertulis') },
      ],
    },
    { label: say('Sedang'), options: [{ value: 'S1', label: say('Pemotongan tunjangan kinerja 25% selama 6 bulan') }] },
  ],
  provisions: [
    {
      code: '3b',
      citation: say('PP 94/2021 Pasal 3 huruf b'),
      wording: say('menjaga persatuan dan kesatuan bangsa'),
      proposed: true,
    },
    {
      code: '3f',
      citation: say('PP 94/2021 Pasal 3 huruf f'),
      wording: say('menunjukkan integritas dan keteladanan'),
      proposed: false,
    },
  ],
  disclosureHash: sha('d'),
});

export const actSamples: readonly Sample[] = [
  {
    name: 'task-triage',
    render: (lang, say) =>
      taskActPage(
        {
          ...actBase(say),
          round: 1,
          overdue: false,
          history: [],
          suggestion: { verdict: 'no-signal', by: say('paket aturan 2026.11.1') },
          input: { kind: 'triage' },
        },
        lang,
      ),
  },
  {
    name: 'task-triage-errors',
    render: (lang, say) =>
      taskActPage(
        {
          ...actBase(say),
          reportText: null,
          evidence: [],
          errors: [
            { field: 'outcome', message: say('Pilih satu hasil.') },
            { field: 'respondentNip', message: say('NIP ini tidak ada di daftar pegawai.') },
            { field: 'reason', message: say('Tulis alasan paling sedikit 10 huruf.') },
          ],
          typed: {
            respondentNip: say('198503122010011009'),
            reason: say('singkat'),
            caseNumber: '',
            outcome: 'PROCEED',
            track: 'ETHICS',
          },
          input: { kind: 'triage' },
        },
        lang,
      ),
  },
  {
    name: 'task-review',
    render: (lang, say) =>
      taskActPage({ ...actBase(say), input: { kind: 'review', principles: principles(say) } }, lang),
  },
  {
    name: 'task-decision',
    render: (lang, say) =>
      taskActPage(
        {
          ...actBase(say),
          suggestion: null,
          typed: { sanctionCode: 'R1', impact: 'UNIT' },
          input: decisionInputs(say),
        },
        lang,
      ),
  },
];

export const taskSamples: readonly Sample[] = [
  ...actSamples,
  {
    name: 'task-neutral',
    render: (lang, say) => neutralPage({ frame: bareFrame, action: say('/t/x.y') }, lang),
  },
  {
    name: 'task-code',
    render: (lang, say) => codePage({ frame: bareFrame, action: say('/t/x.y'), csrf: say('c'), errors: [] }, lang),
  },
  {
    name: 'task-code-wrong',
    render: (lang, say) =>
      codePage(
        {
          frame: bareFrame,
          action: say('/t/x.y'),
          csrf: say('c'),
          errors: [{ field: 'code', message: say('Kode tidak cocok. Tersisa 4 percobaan.') }],
        },
        lang,
      ),
  },
  {
    name: 'task-done',
    render: (lang, say) =>
      taskDonePage(
        {
          frame: bareFrame,
          caseNumber: say('CONTOH-2026-7K3M9QXA'),
          outcome: say('Lanjutkan'),
          recordedAt: at(say, '25 November 2026 pukul 09.10 WIB'),
          event: { seq: 9, hash: sha('e') },
          next: say('Pejabat yang berwenang mendapat tugas untuk memutuskan.'),
        },
        lang,
      ),
  },
  { name: 'task-refused', render: (lang) => taskRefusalPage({ frame: bareFrame }, lang) },
  { name: 'task-already-acted', render: (lang) => taskActedPage({ frame: bareFrame }, lang) },
];
