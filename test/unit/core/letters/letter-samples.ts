import type { DismissalLetterData, SanctionLetterData } from '../../../../core/letters/letter-data.ts';
import { instantSchema } from '../../../../core/time.ts';
import { letterTemplates } from '../../../../rules/letters/index.ts';

export const { sanction: sanctionTemplate, dismissal: dismissalTemplate } = letterTemplates;

export const dismissalData: DismissalLetterData = {
  case: { number: 'CONTOH-2026-7K3M9QXA', track: 'DISCIPLINE_PNS', receivedOn: '2026-11-23' },
  agency: { name: 'Pemerintah Kota Contoh', city: 'Kota Contoh' },
  authority: { position: 'Wali Kota Contoh', name: 'Dr. Hasanuddin Mahmud', nip: '196503121990031005' },
  respondent: {
    name: 'Budi Raharja, S.Sos.',
    nip: '198503122010011004',
    rank: 'Penata, III/c',
    position: 'Analis Kebijakan Ahli Muda',
    unit: 'Dinas Kependudukan dan Pencatatan Sipil',
  },
  incident: { date: '2026-11-21' },
  decision: {
    number: '800.1.6/17/BKPSDM/2026',
    date: '2026-12-01',
    at: instantSchema.parse('2026-12-01T03:04:05.006Z'),
    reason:
      'Unggahan menyerang suatu kelompok masyarakat, diakui oleh yang bersangkutan, dan berdampak pada nama baik unit kerja.',
    disclosureHash: 'd'.repeat(64),
  },
  copies: [
    'Deputi Bidang Sistem Informasi Kepegawaian BKN',
    'Kepala BKPSDM Kota Contoh',
    'Kepala Dinas Kependudukan dan Pencatatan Sipil',
  ],
};

export const sanctionData: SanctionLetterData = {
  ...dismissalData,
  sanction: { code: 'R2', name: 'teguran tertulis', level: 'ringan' },
  violations: [
    { article: 'PP 94/2021 Pasal 3 huruf b', text: 'menjaga persatuan dan kesatuan bangsa' },
    { article: 'PP 94/2021 Pasal 3 huruf f', text: 'menunjukkan integritas dan keteladanan' },
  ],
};
