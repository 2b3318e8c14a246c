import type {
  DismissalLetterData,
  PppkSanctionData,
  ProposalData,
  SanctionLetterData,
} from '../../core/letters/letter-data.ts';
import type { DisciplineCode } from '../../core/rules/codes.ts';
import { latestRule } from '../../core/rules/rule-book.ts';
import { ruleBook } from '../../rules/index.ts';
import { common, hash, mayor, principles, provisions, respondent } from './people.ts';

const report = { number: 'LHP/CONTOH-2026-7K3M9QXA/1.1/XII/2026', date: '2026-12-14' };
const catalogue = latestRule(ruleBook.sanctions);
const catalogued = (wanted: DisciplineCode) => {
  const found = catalogue.sanctions.find(({ code }) => code === wanted);
  if (found === undefined) throw new Error(`no sanction ${wanted} in ${catalogue.id}`);
  return found;
};

export const dismissal: DismissalLetterData = {
  ...common('HP', 16),
  authority: mayor,
  respondent,
  incident: { date: '2026-11-21' },
  examination: { attendance: 'HELD', report },
  decision: {
    reason:
      'Unggahan tersebut merupakan kutipan berita yang sumbernya jelas dan tidak memuat pernyataan yang bersangkutan.',
    disclosureHash: hash,
  },
};

/** A decision on a civil servant, with what is known of its execution. */
export const sanctionOn = (code: DisciplineCode): SanctionLetterData => {
  const { name, level } = catalogued(code);
  return {
    ...dismissal,
    ...common(`HD-${code}`, 16),
    decision: {
      reason:
        'Unggahan menyerang suatu kelompok masyarakat, diakui oleh yang bersangkutan, dan berdampak pada nama baik unit kerja.',
      disclosureHash: hash,
    },
    sanction: { code, name: name.id, level: catalogue.levels[level].id },
    violations: provisions,
  };
};

const known = { effective: { from: '2027-01-08', restoredOn: '2027-10-08' } };
export const allowanceCut: SanctionLetterData = { ...sanctionOn('S1'), manner: 'ALLOWANCE_CUT' };
export const allowanceCutInFigures: SanctionLetterData = {
  ...sanctionOn('S2'),
  ...known,
  manner: 'ALLOWANCE_CUT',
  allowance: { before: '4.000.000', after: '3.000.000' },
};
export const transitional: SanctionLetterData = {
  ...sanctionOn('S3'),
  manner: 'TRANSITION',
  sanction: {
    code: 'S3',
    name: catalogued('S3').substitute?.name.id ?? catalogued('S3').name.id,
    level: catalogue.levels.MODERATE.id,
  },
};
export const demotion: SanctionLetterData = { ...sanctionOn('B1'), newPost: 'Analis Kebijakan Ahli Pertama' };
export const inAbsentia: SanctionLetterData = {
  ...sanctionOn('B3'),
  examination: {
    attendance: 'ABSENT',
    report,
    summonses: [
      { number: 'SP/CONTOH-2026-7K3M9QXA/1.1/XII/2026', date: '2026-12-01' },
      { number: 'SP/CONTOH-2026-7K3M9QXA/1.2/XII/2026', date: '2026-12-10' },
    ],
  },
};
export const classReduction: SanctionLetterData = {
  ...sanctionOn('B1'),
  ...common('HD-KJ', 16),
  respondent: { ...respondent, rank: undefined, position: 'Pengadministrasi Umum' },
  sanction: { ...sanctionOn('B1').sanction, name: 'penurunan kelas jabatan selama 12 (dua belas) bulan' },
  oldClass: '6',
};

const moral = (code: 'M1' | 'M2', name: string): SanctionLetterData => ({
  ...sanctionOn('R1'),
  ...common(`SM-${code}`, 16),
  case: { ...common('', 16).case, track: 'ETHICS' },
  sanction: { code, name, level: 'moral' },
  violations: [],
  principles,
});
export const closedStatement = moral('M1', 'sanksi moral berupa pernyataan secara tertutup');
export const openStatement = moral('M2', 'sanksi moral berupa pernyataan secara terbuka');

export const pppkSanction: PppkSanctionData = {
  ...sanctionOn('R3'),
  ...common('HD-PK', 16),
  case: { ...common('', 16).case, track: 'DISCIPLINE_PPPK' },
  respondent: { ...respondent, nip: '199001012023211005', rank: undefined, position: 'Pranata Komputer Ahli Pertama' },
  sanction: { code: 'R3', name: 'peringatan tertulis ketiga', level: 'ringan' },
  agencyRule:
    'Peraturan Wali Kota Contoh Nomor 12 Tahun 2024 tentang Disiplin Pegawai Pemerintah dengan Perjanjian Kerja',
};

export const proposal: ProposalData = {
  ...common('UP', 18),
  to: 'Presiden Republik Indonesia',
  proposer: mayor,
  respondent: { ...respondent, rank: 'Pembina Utama Madya, IV/d', position: 'Sekretaris Daerah' },
  incident: { date: '2026-11-21' },
  violations: provisions,
  sanction: sanctionOn('B3').sanction,
  report,
  reason: 'Perbuatan berdampak pada negara dan dilakukan dengan menyebutkan jabatan.',
  attachments: [
    'Laporan Hasil Pemeriksaan',
    'Berita Acara Pemeriksaan',
    'Bahan yang disampaikan kepada yang bersangkutan',
  ],
  disclosureHash: hash,
};
