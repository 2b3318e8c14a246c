import type { SuggestionVerdict } from '../codes.ts';
import { fields } from './task-fields.ts';
import { facts } from './task-history.ts';
import { kinds, outcomes, waiting } from './task-kinds.ts';
import { parts } from './task-parts.ts';

const gate = {
  neutralTitle: 'Halaman tugas',
  neutralText:
    'Tautan ini milik satu orang pegawai. Untuk melanjutkan, mintalah kode 6 angka. Kode dikirim ke kotak surat dinas pemilik tautan.',
  neutralSubmit: 'Kirim kode ke surel saya',
  neutralHint: 'Tidak ada yang berubah sebelum kode dimasukkan.',
  codeTitle: 'Masukkan kode',
  codeText: 'Kode 6 angka sudah dikirim ke kotak surat dinas Anda. Berlaku 10 menit, hanya untuk peramban ini.',
  code: 'Kode 6 angka',
  codeHint: 'Periksa juga folder spam. Kode dapat dicoba paling banyak 5 kali.',
  codeSubmit: 'Buka tugas',
  codeAgain: 'Kode tidak datang? Buka kembali tautan di surel Anda untuk meminta kode baru.',
};

const verdicts: Readonly<Record<SuggestionVerdict, string>> = {
  confident:
    'Mesin menemukan kalimat yang mungkin terkait dengan prinsip di bawah. Ini usulan, bukan penilaian. Belum ada yang dicentang.',
  abstain:
    'Mesin menahan diri: ada kata yang cocok, tetapi konteksnya meragukan (misalnya kutipan, sangkalan, atau pelurusan). Nilailah sendiri.',
  'no-signal':
    'Mesin tidak menemukan tanda apa pun. Itu bukan berarti bersih: mesin hanya mengenal kata dan pola tertentu. Nilailah sendiri.',
};

const act = {
  due: 'Tenggat',
  overdue: 'Tenggat sudah lewat',
  round: (n: number) => `Putaran ${n}`,
  caseTitle: 'Pokok perkara',
  caseNumber: 'Nomor perkara',
  agency: 'Instansi',
  received: 'Diterima',
  incident: 'Waktu peristiwa',
  track: 'Jalur',
  respondent: 'Terlapor',
  nip: 'NIP',
  position: 'Jabatan',
  unit: 'Unit kerja',
  accounts: 'Akun',
  reportText: 'Isi laporan',
  reportNote: 'Ditulis pelapor; belum diperiksa kebenarannya.',
  evidenceTitle: 'Bukti',
  noEvidence: 'Tidak ada bukti selain isi laporan.',
  evidenceFailed: 'Tidak dapat diambil',
  evidenceSource: 'Sumber',
  evidenceCaptured: 'Diambil',
  evidenceDetails: 'Rincian teknis',
  evidenceMethod: 'Cara',
  evidenceHash: 'SHA-256',
  evidenceOpen: 'Buka berkas',
  evidenceOpenNote: 'Setiap pembukaan dicatat.',
  historyTitle: 'Langkah sebelumnya',
  suggestionTitle: 'Usulan mesin',
  suggestionBy: 'Versi aturan mesin',
  findingsTitle: 'Hasil tinjauan',
  actTitle: 'Putusan Anda',
  toForm: 'Langsung ke isian putusan',
  outcome: 'Hasil',
  outcomeHint: 'Tidak ada pilihan bawaan. Pilih satu.',
  reason: 'Alasan',
  reasonHint: 'Wajib, dengan kata-kata Anda sendiri. Alasan menjadi bagian tetap dari jejak perkara.',
  rechoose: 'Demi kehati-hatian, hasil harus dipilih ulang. Isian Anda yang lain tidak hilang.',
  respondentNip: 'NIP terlapor',
  respondentNipHint: 'Untuk “Lanjutkan”. 18 angka, harus ada di daftar pegawai.',
  trackLegend: 'Jalur penanganan',
  trackHint: 'Untuk “Lanjutkan”.',
  tracks: {
    DISCIPLINE_PNS: { label: 'Disiplin PNS', meaning: 'Terlapor PNS.' },
    DISCIPLINE_PPPK: { label: 'Disiplin PPPK', meaning: 'Terlapor PPPK; aturan instansi.' },
    ETHICS: { label: 'Kode etik', meaning: 'Sanksi moral melalui majelis kode etik.' },
  },
  mergeCase: 'Nomor perkara tujuan',
  mergeCaseHint: 'Untuk “Gabungkan”.',
  principles: 'Prinsip yang dilanggar',
  principlesHint: 'Untuk “Lanjutkan”. Centang hanya yang Anda nilai terbukti cukup.',
  suggested: 'Usulan mesin',
  withheld: 'Mesin menahan diri',
  confidence: { high: 'keyakinan tinggi', medium: 'keyakinan sedang' },
  reasonOfMachine: 'Sebab',
  sanction: 'Hukuman',
  sanctionHint: 'Satu saja. Yang tidak dapat dipilih disebutkan sebabnya.',
  provisions: 'Ketentuan yang dilanggar',
  provisionsHint:
    'Hanya yang disangkakan kepada terlapor. Tanpa centang, yang ditemukan laporan pemeriksaan dipakai semua.',
  otherProvisions: (n: number) => `Ketentuan lain (${n})`,
  impact: 'Dampak negatif',
  impactHint: 'Seberapa luas akibatnya. Untuk sebagian ketentuan, inilah yang menentukan tingkat hukuman.',
  impacts: { UNIT: 'Unit kerja', AGENCY: 'Instansi', STATE: 'Negara atau pemerintah' },
  disclosure: 'Keputusan ini terikat pada bukti yang ditampilkan di halaman ini',
  contentHash: 'Sidik halaman ini',
  final: 'Sesudah ditetapkan, tautan ini tidak berlaku lagi dan putusan tidak dapat diubah.',
};

const result = {
  doneTitle: 'Putusan Anda tercatat',
  doneInConsole: 'Putusan Anda sudah menjadi bagian dari jejak perkara.',
  backToTasks: 'Kembali ke tugas saya',
  doneText: 'Tautan ini sekarang tidak berlaku lagi. Anda boleh menutup halaman.',
  outcome: 'Hasil',
  recordedAt: 'Dicatat',
  record: (seq: number) => `Catatan nomor ${seq} dalam jejak perkara, dengan sidik`,
  next: 'Berikutnya',
  refusalTitle: 'Tautan ini tidak dapat dibuka',
  refusalText:
    'Tautan mungkin sudah dipakai, sudah lewat waktunya, atau bukan untuk Anda. Demi keamanan kami tidak menyebutkan sebabnya.',
  refusalHelp: 'Bila Anda merasa masih punya tugas, buka surel tugas terbaru atau hubungi bagian kepegawaian.',
  actedTitle: 'Tugas ini sudah diputuskan',
  actedText: 'Putusan untuk tugas ini sudah tercatat lebih dahulu. Kiriman Anda tidak mengubah apa pun.',
};

/** Pages behind a mailed task link. */
export const task = { gate, kinds, waiting, outcomes, verdicts, act, parts, fields, facts, result };
