import type { ActView } from '../../../../web/pages/task-act.ts';
import type { AppealInputs } from '../../../../web/pages/task-appeal.ts';
import type { DecisionInputs } from '../../../../web/pages/task-decision.ts';
import type { ExaminationInputs } from '../../../../web/pages/task-examination.ts';
import type { ExecutionInputs } from '../../../../web/pages/task-execution.ts';
import type { ReviewInputs } from '../../../../web/pages/task-review.ts';
import type { ServiceInputs } from '../../../../web/pages/task-service.ts';
import type { TeamInputs } from '../../../../web/pages/task-team.ts';
import { at, type Say, sha } from './sample.ts';
import { derivations, emptyHearing, ethicsDerivation, hearing, paper, report } from './samples-hearing.ts';

const sanctions = (say: Say): DecisionInputs['sanctions'] => [
  {
    label: say('Ringan'),
    options: [
      { value: 'R1', label: say('Teguran lisan') },
      { value: 'R2', label: say('Teguran tertulis') },
    ],
  },
  {
    label: say('Sedang'),
    options: [{ value: 'S1', label: say('Pemotongan tunjangan kinerja sebesar 25% selama 6 bulan') }],
  },
  {
    label: say('Berat'),
    options: [
      {
        value: 'B1',
        label: say('Penurunan jabatan selama 12 bulan (perlu tim pemeriksa: PP 94/2021 Pasal 29)'),
        disabled: true,
      },
    ],
  },
];

const provisions = (say: Say): DecisionInputs['provisions'] => [
  {
    code: '3b',
    citation: say('PP 94/2021 Pasal 3 huruf b'),
    wording: say('menjaga persatuan dan kesatuan bangsa'),
    proposed: true,
    note: say('Utama untuk prinsip 5, 8. Tambahan untuk prinsip 1.'),
  },
  {
    code: '3f',
    citation: say('PP 94/2021 Pasal 3 huruf f'),
    wording: say('menunjukkan integritas dan keteladanan'),
    proposed: false,
  },
];

export const reviewInputs = (say: Say, principles: ReviewInputs['principles']): ReviewInputs => ({
  kind: 'review',
  principles,
  charges: provisions(say),
  appointment: { zone: 'WITA', days: 7 },
  disclosed: [{ artifactId: 'attachment-1', name: say('Lampiran 1: layar.png') }],
  tracks: ['DISCIPLINE_PPPK', 'ETHICS'],
});

export const teamInputs = (say: Say): TeamInputs => ({
  kind: 'team',
  isPanel: false,
  derivations: derivations(say),
  candidates: [
    {
      nip: '197003122000032001',
      name: say('Sri Wahyuni'),
      position: say('Kepala Dinas'),
      unit: say('Dinas Kependudukan'),
      element: 'SUPERIOR',
      proposed: 'CHAIR',
    },
    {
      nip: '197503122000031002',
      name: say('Agus Salim'),
      position: say('Auditor Madya'),
      unit: say('Inspektorat'),
      element: 'OVERSIGHT',
      proposed: 'MEMBER',
    },
    {
      nip: '198003122005012003',
      name: say('Ratna Dewi'),
      position: say('Analis SDM'),
      unit: say('Badan Kepegawaian'),
      element: 'PERSONNEL',
      proposed: 'SECRETARY',
    },
    {
      nip: '198103122005012004',
      name: say('Made Astawa'),
      position: say('Kepala Bidang'),
      unit: say('Dinas Kependudukan'),
      element: 'OTHER',
      proposed: null,
    },
  ],
});

export const examinationInputs = (say: Say): ExaminationInputs => ({
  kind: 'examination',
  hearing: hearing(say),
  summonsOpened: false,
  charges: provisions(say),
  derivations: derivations(say),
  sanctions: sanctions(say),
  appointment: { zone: 'WIB', days: 7 },
  tracks: ['DISCIPLINE_PPPK', 'ETHICS'],
});

/** A code of ethics case before anybody was summoned: no provisions, no impact. */
export const ethicsInputs = (say: Say): ExaminationInputs => ({
  ...examinationInputs(say),
  hearing: emptyHearing,
  summonsOpened: true,
  charges: [],
  derivations: [ethicsDerivation(say)],
  sanctions: [{ label: say('Moral'), options: [{ value: 'M1', label: say('Pernyataan secara tertutup') }] }],
  appointment: { zone: 'WIB', days: null },
});

export const decisionInputs = (say: Say): DecisionInputs => ({
  kind: 'decision',
  hearing: hearing(say),
  report: report(say),
  confirmed: [{ code: 'P8', title: say('Tidak menyebar kebencian SARA') }],
  sanctions: sanctions(say),
  provisions: provisions(say),
  derivations: derivations(say),
  deviation: { recommended: say('Teguran tertulis'), length: 50 },
  earlier: {
    rule: say('PP 94/2021 Pasal 35 ayat (2)'),
    rows: [
      {
        caseNumber: say('CONTOH-2025-7K3M9QXA'),
        sanction: say('Teguran lisan'),
        provisions: say('PP 94/2021 Pasal 3 huruf f'),
        note: say('Dibatalkan'),
      },
    ],
  },
  comparables: [
    {
      year: '2025',
      sanction: say('Teguran tertulis'),
      provisions: say('PP 94/2021 Pasal 3 huruf b; PP 94/2021 Pasal 3 huruf f'),
      impact: say('Unit kerja'),
      note: say('berlaku; Pelaksana'),
    },
    {
      year: '2024',
      sanction: say('Teguran lisan'),
      provisions: say('PP 94/2021 Pasal 3 huruf b'),
      impact: null,
      note: say('dibatalkan'),
    },
  ],
  disclosureHash: sha('d'),
});

/** A moral sanction without a report, history or anything like it. */
export const bareDecision = (say: Say): DecisionInputs => ({
  ...decisionInputs(say),
  hearing: emptyHearing,
  report: null,
  confirmed: [],
  sanctions: [{ label: say('Moral'), options: [{ value: 'M1', label: say('Pernyataan secara tertutup') }] }],
  provisions: [],
  derivations: [ethicsDerivation(say)],
  deviation: null,
  earlier: { rows: [], rule: say('PP 94/2021 Pasal 35 ayat (2)') },
  comparables: [],
});

export const serviceInputs = (say: Say): ServiceInputs => ({
  kind: 'service',
  decisionNumber: say('800.1.6.2/20/HD/2026'),
  decidedOn: at(say, '14 Desember 2026'),
  sanction: say('Teguran tertulis'),
  until: say(
    '14 hari kerja sejak 14 Desember 2026, tanpa 24, 25 Desember 2026 dan 1 Januari 2027: jatuh pada Rabu, 6 Januari 2027',
  ),
  attempts: [say('Pos, 8 Januari 2027. Keputusan dikirim setelah batasnya.')],
  papers: [paper(say, 'Surat 800.1.6.2/21/RHS/2026')],
});

export const appealInputs = (say: Say): AppealInputs => ({
  kind: 'appeal',
  route: 'OBJECTION',
  filedOn: at(say, '20 Desember 2026'),
  grounds: [paper(say, 'Alasan upaya administratif'), paper(say, 'Berkas upaya administratif 1')],
  decisionNumber: say('800.1.6.2/20/HD/2026'),
  sanction: say('Teguran tertulis'),
  papers: [paper(say, 'Surat 800.1.6.2/22/RHS/2026')],
  sanctions: sanctions(say).slice(0, 2),
});

export const executionInputs = (say: Say): ExecutionInputs => ({
  kind: 'execution',
  sanction: say('Pemotongan tunjangan kinerja sebesar 25% selama 6 bulan'),
  decisionNumber: say('800.1.6.2/20/HD/2026'),
  effectiveOn: at(say, '8 Januari 2027'),
  endsOn: at(say, '7 Juli 2027'),
});

/** What a half-filled examination came with. */
export const filledExamination = (say: Say): Pick<ActView, 'typed' | 'lists' | 'errors'> => ({
  errors: [
    { field: 'answers', message: say('Setiap jawaban paling banyak 5.000 huruf.') },
    { field: 'impact', message: say('Pilih dampak dari daftar, atau kosongkan.') },
    { field: 'examinationOn', message: say('Tanggal pemeriksaan harus hari kerja.') },
    { field: 'reason', message: say('Tulis alasan, 10 sampai 5.000 huruf.') },
  ],
  typed: {
    reason: say('singkat'),
    statement: say('Saya menyesal.'),
    findings: say('Mengunggah ajakan.'),
    impact: 'AGENCY',
    recommendedSanction: 'R2',
    signing: '',
    examinationOn: '2026-12-20',
    examinationAt: '09:30',
    examinationMode: 'VIRTUAL',
    serviceMethod: 'POSTED',
  },
  lists: {
    questions: [say('Apakah akun itu milik Saudara?'), '', '', say('Siapa yang mengunggah?'), '', '', '', '', ''],
    answers: [say('Ya.'), '', '', say('Saya.'), '', '', '', '', ''],
    charges: ['3f'],
    impact: ['AGENCY'],
    signing: [''],
    examinationMode: ['VIRTUAL'],
    serviceMethod: ['POSTED'],
  },
});
