import type { LetterCommon, LetterPerson } from '../../core/letters/letter-data.ts';
import { instantSchema } from '../../core/time.ts';

/** Invented people of an invented city. */
export const mayor: LetterPerson = {
  name: 'Dr. Hasanuddin Mahmud',
  nip: '196503121990031005',
  rank: 'Pembina Utama, IV/e',
  position: 'Wali Kota Contoh',
  unit: 'Pemerintah Kota Contoh',
};
export const superior: LetterPerson = {
  name: 'Ratna Sulistyowati, S.Sos., M.Si.',
  nip: '197204151998032003',
  rank: 'Pembina, IV/a',
  position: 'Kepala Bidang Pelayanan Pendaftaran Penduduk',
  unit: 'Dinas Kependudukan dan Pencatatan Sipil',
};
export const respondent: LetterPerson = {
  name: 'Budi Raharja, S.Sos.',
  nip: '198503122010011004',
  rank: 'Penata, III/c',
  position: 'Analis Kebijakan Ahli Muda',
  unit: 'Dinas Kependudukan dan Pencatatan Sipil',
};
export const auditor: LetterPerson = {
  name: 'I Gede Wirawan, S.H.',
  nip: '197011201995031002',
  rank: 'Pembina Tingkat I, IV/b',
  position: 'Auditor Ahli Madya',
  unit: 'Inspektorat',
};
export const personnelOfficer: LetterPerson = {
  name: 'Maria Fransiska Lende, S.Psi.',
  nip: '197906082005012007',
  rank: 'Penata Tingkat I, III/d',
  position: 'Kepala Bidang Penilaian Kinerja dan Disiplin',
  unit: 'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia',
};

export const provisions = [
  { article: 'PP 94/2021 Pasal 3 huruf b', text: 'menjaga persatuan dan kesatuan bangsa' },
  {
    article: 'PP 94/2021 Pasal 3 huruf f',
    text: 'menunjukkan integritas dan keteladanan sikap, perilaku, ucapan, dan tindakan kepada setiap orang, baik di dalam maupun di luar kedinasan',
  },
];
export const principles = [
  {
    code: 'P5',
    text: 'Menggunakan sarana media sosial secara bijaksana, serta diarahkan untuk mempererat persatuan dan kesatuan Negara Kesatuan Republik Indonesia;',
  },
];
export const hash = 'd0c5'.repeat(16);

/** What the letters of the sample case share; `code` and the day in December 2026 differ. */
export const common = (code: string, day: number): LetterCommon => ({
  case: { number: 'CONTOH-2026-7K3M9QXA', track: 'DISCIPLINE_PNS', receivedOn: '2026-11-23' },
  agency: { name: 'Pemerintah Kota Contoh', city: 'Kota Contoh', zone: 'WIB' },
  letter: {
    number: `${code}/CONTOH-2026-7K3M9QXA/1.1/XII/2026`,
    date: `2026-12-${String(day).padStart(2, '0')}`,
    at: instantSchema.parse(`2026-12-${String(day).padStart(2, '0')}T03:04:05.006Z`),
  },
  copies: [
    'Deputi Bidang Sistem Informasi Kepegawaian Badan Kepegawaian Negara',
    'Kepala Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Kota Contoh',
    'Kepala Dinas Kependudukan dan Pencatatan Sipil',
  ],
});
