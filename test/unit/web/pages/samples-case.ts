import type { EvidenceView } from '../../../../web/pages/case-parts.ts';
import type { PrincipleView } from '../../../../web/pages/suggestions.ts';
import type { ActView } from '../../../../web/pages/task-act.ts';
import { at, bareFrame, type Say, sha } from './sample.ts';

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

/** Everything on an act page but what its kind asks for. */
export const actBase = (say: Say): Omit<ActView, 'input'> => ({
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
