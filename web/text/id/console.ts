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
  decisionRecord: 'Catatan keputusan (PDF)',
  principlesTitle: 'Prinsip yang diusulkan dan ditetapkan',
  confirmed: 'Ditetapkan dalam tinjauan',
  openTasks: 'Tugas terbuka',
  answerTask: 'Menunggu jawaban pelapor',
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

/** The staff console. */
export const consoleTexts = { signIn, list, casePage, tasks };
