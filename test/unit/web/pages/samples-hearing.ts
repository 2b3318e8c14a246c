import type { HearingView, PaperView } from '../../../../web/pages/hearing-parts.ts';
import type { DerivationView } from '../../../../web/pages/impact-field.ts';
import type { ReportView } from '../../../../web/pages/report-parts.ts';
import { at, type Say, sha } from './sample.ts';

export const paper = (say: Say, title: string): PaperView => ({ title: say(title), href: say('/t/x.y/bukti/surat') });

const due = 'Senin, 7 Desember 2026 pukul 09.00 WIB';

export const hearing = (say: Say): HearingView => ({
  disclosure: {
    version: 2,
    at: at(say, '24 November 2026 pukul 10.00 WIB'),
    hash: sha('f'),
    charges: [say('PP 94/2021 Pasal 3 huruf b: menjaga persatuan dan kesatuan bangsa')],
    principles: [say('8. Tidak menyebar kebencian SARA')],
    shown: [paper(say, 'Tautan 1')],
    hidden: [
      { title: say('Isi laporan'), href: null },
      { title: say('Lampiran 1: layar.png'), href: null },
    ],
  },
  summonses: [
    {
      ordinal: 1,
      letter: paper(say, 'Surat 800.1.6.2/12/RHS/2026'),
      issuedOn: at(say, '24 November 2026'),
      examinationAt: at(say, 'Kamis, 26 November 2026 pukul 09.00 WIB'),
      place: say('Ruang Rapat Inspektorat, Jalan Merdeka 1'),
      mode: 'IN_PERSON',
      examiner: say('Sri Wahyuni (197003122000032001)'),
      warning: say(
        'Jarak antara surat panggilan dan pemeriksaan adalah 2 hari kerja; yang aman adalah tepat 7 hari kerja.',
      ),
      served: say('Diserahkan langsung, 25 November 2026'),
      standing: 'MISSED',
    },
    {
      ordinal: 2,
      letter: null,
      issuedOn: at(say, '26 November 2026'),
      examinationAt: at(say, due),
      place: say('Rapat virtual; tautan dikirim ke surel dinas'),
      mode: 'VIRTUAL',
      examiner: say('Sri Wahyuni (197003122000032001)'),
      warning: null,
      served: null,
      standing: 'STANDS',
    },
  ],
  statements: [
    {
      at: at(say, '30 November 2026 pukul 20.11 WIB'),
      papers: [paper(say, 'Keterangan terlapor 1'), paper(say, 'Berkas terlapor 1')],
      complete: true,
    },
  ],
  isPanel: false,
  team: [
    {
      name: say('Sri Wahyuni'),
      position: say('Kepala Dinas'),
      unit: say('Dinas Kependudukan'),
      element: 'SUPERIOR',
      place: 'CHAIR',
    },
    {
      name: say('Agus Salim'),
      position: say('Auditor Madya'),
      unit: say('Inspektorat'),
      element: 'OVERSIGHT',
      place: 'MEMBER',
    },
  ],
});

export const emptyHearing: HearingView = {
  disclosure: null,
  summonses: [],
  statements: [],
  isPanel: true,
  team: [],
};

export const derivations = (say: Say): DerivationView[] =>
  (['UNIT', 'AGENCY', 'STATE'] as const).map((impact) => ({
    impact,
    level: say('Hukuman sedang'),
    lines: [
      say('PP 94/2021 Pasal 3 huruf b dengan dampak pada instansi: hukuman sedang (PP 94/2021 Pasal 10 ayat (2)).'),
      say('PP 94/2021 Pasal 3 huruf f dengan dampak pada instansi: hukuman sedang (PP 94/2021 Pasal 10 ayat (2)).'),
    ],
    conclusion: say('Beberapa pelanggaran, satu hukuman yang terberat: sedang (PP 94/2021 Pasal 35 ayat (1)).'),
  }));

export const ethicsDerivation = (say: Say): DerivationView => ({
  impact: null,
  level: say('Sanksi moral'),
  lines: [],
  conclusion: say('Pelanggaran kode etik: sanksi moral (PP 42/2004 Pasal 15).'),
});

export const report = (say: Say): ReportView => ({
  inAbsentia: false,
  findings: say(
    'Pada 21 November 2026 terlapor mengunggah ajakan mengusir suatu kelompok.\nUnggahan dibagikan 240 kali.',
  ),
  charges: [say('PP 94/2021 Pasal 3 huruf b: menjaga persatuan dan kesatuan bangsa')],
  impact: say('Instansi'),
  impactReason: say('Warga mengadu ke kantor kelurahan dan layanan terganggu dua hari.'),
  aggravating: say('Unggahan dibiarkan seminggu.'),
  mitigating: say('Mengaku, meminta maaf, belum pernah dihukum.'),
  recommended: say('Pemotongan tunjangan kinerja sebesar 25% selama 6 bulan'),
  record: { paper: paper(say, 'Berita acara pemeriksaan'), signing: 'REFUSED' },
  letters: [paper(say, 'Surat 800.1.6.2/15/RHS/2026')],
  derivations: derivations(say).slice(1, 2),
});
