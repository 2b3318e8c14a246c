import type { NextKind } from '../../../core/board/next-thing.ts';
import { letterForm, process, register } from './console-process.ts';

const signIn = {
  title: 'Masuk ke konsol pegawai',
  text: 'Masuk dengan akun dinas Anda. Setiap pembacaan perkara dicatat.',
  submit: 'Masuk dengan akun dinas',
  outTitle: 'Keluar dari konsol',
  outText: 'Anda akan keluar dari konsol di peramban ini.',
  outSubmit: 'Keluar',
};

const list = {
  title: 'Perkara',
  navCases: 'Perkara',
  navBoard: 'Papan tenggat',
  navSilence: 'Kelalaian',
  navTasks: 'Tugas saya',
  consoleNavigation: 'Navigasi konsol',
  status: 'Keadaan',
  anyStatus: 'Semua keadaan',
  search: 'Cari',
  searchHint: 'Nomor perkara atau NIP terlapor.',
  filter: 'Tampilkan',
  caption: 'Daftar perkara, terbaru di atas',
  number: 'Nomor',
  received: 'Diterima',
  respondent: 'Terlapor',
  track: 'Jalur',
  due: 'Tenggat',
  empty: 'Tidak ada perkara yang cocok.',
  first: 'Halaman pertama',
  next: 'Berikutnya',
  pager: 'Halaman',
};

const casePage = {
  trailTitle: 'Jejak perkara',
  trailCaption: 'Semua catatan menurut urutan',
  seq: 'No.',
  time: 'Waktu',
  actor: 'Pelaku',
  type: 'Catatan',
  hash: 'Sidik',
  verdict: 'Hasil verifikasi',
  verdictAt: (seq: number) => `Terjadi pada catatan nomor ${seq}.`,
  head: 'Sidik terakhir',
  export: 'Unduh jejak untuk diperiksa sendiri',
  decision: 'Keputusan',
  decisionRecord: 'Surat keputusan (PDF)',
  principlesTitle: 'Prinsip yang diusulkan dan ditetapkan',
  confirmed: 'Ditetapkan dalam tinjauan',
  openTasks: 'Tugas terbuka',
  assignee: 'Pemegang tugas',
  readRecorded: 'Pembacaan halaman ini tercatat.',
};

const tasks = {
  title: 'Tugas saya',
  caption: 'Tugas terbuka, tenggat terdekat di atas',
  task: 'Tugas',
  case: 'Perkara',
  due: 'Tenggat',
  open: 'Buka',
  openFor: (caseNumber: string) => `perkara ${caseNumber}`,
  empty: 'Tidak ada tugas terbuka.',
};

/** What a case waits for. */
const next: Readonly<Record<NextKind, string>> = {
  triage: 'Telaah laporan',
  answer: 'Jawaban pelapor',
  review: 'Tinjauan atasan langsung',
  team: 'Pembentukan tim pemeriksa',
  examination: 'Pemeriksaan terlapor',
  response: 'Tanggapan terlapor',
  decision: 'Keputusan pejabat yang berwenang',
  service: 'Penyampaian keputusan',
  remedy: 'Upaya administratif terlapor',
  appeal: 'Putusan upaya administratif',
  execution: 'Pelaksanaan hukuman',
  COLLECT_EVIDENCE: 'Pengumpulan bukti',
  ASSIGN: 'Penunjukan pemegang tugas',
  PREPARE_EXAMINATION: 'Panggilan dan penyiapan pemeriksaan',
  REPORT_EXAMINATION: 'Laporan hasil pemeriksaan',
  ISSUE_DECISION: 'Penerbitan keputusan',
  FORWARD_APPEAL: 'Penerusan upaya administratif',
  TAKE_EFFECT: 'Pemberlakuan keputusan',
  CONCLUDE: 'Pemberitahuan dan penutupan',
};

const board = {
  title: 'Papan tenggat',
  lede: 'Perkara terbuka menurut sisa waktu; yang lewat tenggat di atas. Pembacaan daftar ini tercatat.',
  caption: 'Perkara terbuka, sisa waktu paling sedikit di atas',
  next: 'Berikutnya',
  responsible: 'Penanggung jawab',
  left: 'Sisa waktu',
  empty: 'Tidak ada perkara terbuka yang cocok.',
  stopped: 'Terhenti',
  overdue: (days: number) => (days === 0 ? 'Lewat hari ini' : `Lewat ${days} hari`),
  remaining: (days: number) => (days === 0 ? 'Hari ini' : `${days} hari lagi`),
};

const silence = {
  title: 'Laporan kelalaian',
  lede: 'Pejabat yang membiarkan tenggat lewat, menurut jejak perkara. Pembacaan laporan ini tercatat untuk setiap perkara di dalamnya.',
  rule: 'Dasar',
  from: 'Dari tanggal',
  to: 'Sampai tanggal',
  filter: 'Tampilkan',
  download: 'Unduh CSV',
  total: (silences: number, cases: number) => `${silences} tenggat lewat dalam ${cases} perkara.`,
  empty: 'Tidak ada tenggat yang dilewatkan pejabat dalam kurun ini.',
  byPerson: 'Menurut pejabat',
  byUnit: 'Menurut unit kerja',
  mostFirst: 'Terbanyak di atas',
  oldestFirst: 'Yang paling lama di atas',
  lines: 'Setiap tenggat yang lewat',
  person: 'Pejabat',
  unit: 'Unit kerja',
  position: 'Jabatan',
  count: 'Tenggat lewat',
  cases: 'Perkara',
  task: 'Tugas',
  case: 'Nomor perkara',
  due: 'Tenggat',
  recorded: 'Tercatat',
  name: 'Nama',
  dateError: 'Isi tanggal yang benar.',
  periodError: 'Tanggal akhir tidak boleh mendahului tanggal awal.',
};

/** The staff console. */
export const consoleTexts = { signIn, list, casePage, tasks, next, board, silence, letterForm, process, register };
