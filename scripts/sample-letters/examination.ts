import type {
  ExaminationRecordData,
  ExaminationReportData,
  ExaminingTeamData,
  SummonsData,
  TemporaryReleaseData,
} from '../../core/letters/letter-data.ts';
import {
  auditor,
  common,
  hash,
  mayor,
  personnelOfficer,
  principles,
  provisions,
  respondent,
  superior,
} from './people.ts';

const team = { kind: 'TEAM', number: 'TP/CONTOH-2026-7K3M9QXA/1.1/XII/2026', date: '2026-12-03' } as const;
const chair = { ...superior, capacity: 'CHAIR' } as const;

export const firstSummons: SummonsData = {
  ...common('SP', 1),
  ordinal: 1,
  person: respondent,
  reportTo: superior,
  meeting: { date: '2026-12-10', time: '09:00', place: 'Ruang Rapat Inspektorat, Lantai 2', mode: 'IN_PERSON' },
  violations: provisions,
  principles,
  signatory: { ...superior, capacity: 'SUPERIOR' },
  disclosureHash: hash,
};
export const secondSummons: SummonsData = {
  ...firstSummons,
  ...common('SP', 10),
  ordinal: 2,
  meeting: { ...firstSummons.meeting, date: '2026-12-21', mode: 'VIRTUAL' },
  previous: { number: firstSummons.letter.number, date: firstSummons.letter.date },
  signatory: chair,
};

export const examinationRecord: ExaminationRecordData = {
  ...common('BAP', 10),
  examination: { date: '2026-12-10', place: 'Ruang Rapat Inspektorat, Lantai 2', mode: 'IN_PERSON' },
  examiners: [superior, auditor, personnelOfficer],
  basis: team,
  examinee: respondent,
  companion: 'Sri Wahyuni, S.H. (rekan kerja)',
  violations: provisions,
  questions: [
    { question: 'Apakah Saudara dalam keadaan sehat dan bersedia diperiksa?', answer: 'Ya, saya sehat dan bersedia.' },
    {
      question: 'Apakah unggahan tanggal 21 November 2026 yang diperlihatkan kepada Saudara dibuat oleh Saudara?',
      answer:
        'Benar. Unggahan itu saya buat dari akun pribadi pada malam hari, dan saya hapus keesokan harinya setelah ditegur rekan kerja. Tanda 😡 di akhir kalimat juga dari saya.',
    },
    {
      question: 'Apakah Saudara mengetahui bahwa unggahan tersebut dapat dibaca umum?',
      answer: 'Saya tahu akun saya terbuka untuk umum, tetapi tidak menyangka akan dibagikan ulang.',
    },
  ],
  statement: 'Saya menyesal, sudah meminta maaf secara terbuka, dan bersedia menerima pembinaan.',
  corrections: 'pada jawaban nomor 2, "malam hari" dibaca "sekitar pukul 21.00 WIB".',
  signing: 'REFUSED',
  signingNote: 'Yang diperiksa ingin berkonsultasi lebih dahulu dengan pendampingnya.',
  disclosureHash: hash,
};

export const examinationReport: ExaminationReportData = {
  ...common('LHP', 14),
  to: mayor.position,
  attendance: 'HELD',
  examination: { date: '2026-12-10' },
  summonses: [],
  examiners: [superior, auditor, personnelOfficer],
  basis: team,
  respondent,
  acts: [
    {
      form: 'Mengunggah dan membagikan tulisan yang merendahkan suatu kelompok masyarakat melalui akun media sosial pribadi.',
      time: 'Sabtu, 21 November 2026, sekitar pukul 21.00 WIB',
      place: 'Media sosial (akun pribadi), di luar jam kerja',
      aggravating: 'Akun mencantumkan jabatan dan instansi.',
      mitigating: 'Mengakui perbuatan, menghapus unggahan, dan meminta maaf; belum pernah dijatuhi hukuman.',
      impact: 'Unit kerja: nama baik unit kerja menurun dan beberapa warga menyampaikan keberatan.',
    },
  ],
  finding: 'PROVEN',
  findings:
    'Yang bersangkutan mengakui membuat unggahan tersebut. Tangkapan halaman dan keterangan dua saksi bersesuaian dengan pengakuan itu. Unggahan dibaca dan dibagikan ulang oleh warga yang dilayani unit kerja.',
  violations: provisions,
  recommended: { code: 'R2', name: 'teguran tertulis', level: 'ringan' },
  authority: 'Kepala Dinas Kependudukan dan Pencatatan Sipil',
  attachments: [
    'Berita Acara Pemeriksaan Nomor BAP/CONTOH-2026-7K3M9QXA/1.1/XII/2026',
    'Daftar bahan yang disampaikan kepada yang bersangkutan',
  ],
  signatory: chair,
  disclosureHash: hash,
};
export const reportInAbsentia: ExaminationReportData = {
  ...examinationReport,
  attendance: 'ABSENT',
  examiners: [superior],
  basis: { kind: 'OWN' },
  signatory: { ...superior, capacity: 'SUPERIOR' },
  summonses: [
    { number: firstSummons.letter.number, date: firstSummons.letter.date, servedOn: '2026-12-02' },
    { number: 'SP/CONTOH-2026-7K3M9QXA/1.2/XII/2026', date: '2026-12-10', servedOn: '2026-12-11' },
  ],
  acts: examinationReport.acts.map((act) => ({ ...act, aggravating: '', mitigating: '' })),
  attachments: [],
};

export const examiningTeam: ExaminingTeamData = {
  ...common('TP', 3),
  authority: mayor,
  respondent,
  violations: provisions,
  members: [
    { ...superior, element: 'SUPERIOR', seat: 'CHAIR' },
    { ...auditor, element: 'OVERSIGHT', seat: 'SECRETARY' },
    { ...personnelOfficer, rank: undefined, element: 'PERSONNEL', seat: 'MEMBER' },
  ],
};

export const temporaryRelease: TemporaryReleaseData = {
  ...common('BST', 10),
  authority: superior,
  respondent,
  violations: provisions,
  from: '2026-12-10',
  actingOfficial: personnelOfficer,
};
