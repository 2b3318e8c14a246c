import type { ArtifactMethod, TaskKind } from '../codes.ts';

const artifact = {
  mailRaw: 'Surel asli',
  report: 'Isi laporan',
  message: (n: number) => `Pesan pelapor ${n}`,
  attachment: (n: number) => `Lampiran ${n}`,
  capture: (n: number, round: number) => (round === 1 ? `Tautan ${n}` : `Tautan ${n}, putaran ${round}`),
  manifest: (n: number) => `Catatan pengambilan tautan ${n}`,
  captureText: (n: number) => `Teks dari tautan ${n}`,
  screenshot: (n: number) => `Gambar layar tautan ${n}`,
  renderedPage: (n: number) => `Halaman tautan ${n} seperti ditampilkan`,
  archive: (n: number) => `Arsip lalu lintas tautan ${n} (WACZ)`,
  again: (n: number) => `pengambilan ulang ${n}`,
  decisionRecord: 'Surat keputusan',
  statement: (n: number) => `Keterangan terlapor ${n}`,
  statementFile: (n: number) => `Berkas terlapor ${n}`,
  examinationRecord: (n: number) => (n === 1 ? 'Berita acara pemeriksaan' : `Berita acara pemeriksaan ${n}`),
  appeal: (n: number) => (n === 1 ? 'Alasan upaya administratif' : `Alasan upaya administratif ${n}`),
  appealFile: (n: number) => `Berkas upaya administratif ${n}`,
  letter: (number: string) => `Surat ${number}`,
};

const method: Readonly<Record<ArtifactMethod, string>> = {
  FORM: 'Formulir',
  API: 'API',
  HTTP: 'Pengambilan HTTP',
  BROWSER: 'Pengambilan dengan peramban',
  UPLOAD: 'Unggahan',
  GENERATED: 'Dibuat sistem',
  MAIL: 'Surel',
};

const role = {
  triage: 'Petugas pengaduan',
  superior: 'Atasan',
  examiner: 'Tim pemeriksa',
  ppk: 'Pejabat yang berwenang menghukum',
  auditor: 'Auditor',
  admin: 'Administrator',
};

const proposed = {
  primary: 'diusulkan',
  secondary: 'diusulkan sebagai tambahan',
  conditional: (when: string) => `diusulkan ${when}`,
};

const codeErrors = {
  wrong: 'Kode tidak cocok. Periksa surel terbaru, lalu coba lagi.',
  expired: 'Kode tidak berlaku lagi. Buka kembali tautan di surel tugas Anda untuk meminta kode baru.',
  throttled: 'Terlalu banyak kode diminta. Pakai kode di surel terbaru, atau coba lagi dalam 15 menit.',
};

const fieldErrors = {
  outcome: 'Pilih satu hasil.',
  reason: 'Tulis alasan, 10 sampai 5.000 huruf.',
  respondentNip: 'Isi NIP terlapor yang sah: 18 angka.',
  track: 'Pilih jalur penanganan.',
  caseNumber: 'Isi nomor perkara tujuan, misalnya CONTOH-2026-7K3M9QXA.',
  principles: 'Centang paling sedikit satu prinsip.',
  sanctionCode: 'Pilih jenis hukuman disiplin.',
  provisions: 'Pilih ketentuan dari daftar.',
  impact: 'Pilih dampak dari daftar, atau kosongkan.',
  charges: 'Pilih ketentuan dari daftar.',
  examinationOn: 'Isi tanggal pemeriksaan.',
  examinationAt: 'Isi jam pemeriksaan, misalnya 09.00.',
  examinationPlace: 'Isi tempat pemeriksaan, 3 sampai 300 huruf.',
  examinationMode: 'Pilih tatap muka atau melalui layar.',
  members: 'Pilih anggota dari daftar.',
  chair: 'Pilih ketua dari daftar.',
  secretary: 'Pilih sekretaris dari daftar.',
  statement: 'Keterangan terlapor paling banyak 20.000 huruf.',
  questions: 'Setiap pertanyaan paling banyak 2.000 huruf.',
  answers: 'Setiap jawaban paling banyak 5.000 huruf.',
  findings: 'Tulis perbuatan yang terbukti, paling banyak 5.000 huruf.',
  impactReason: 'Alasan dampak paling banyak 5.000 huruf.',
  aggravating: 'Hal yang memberatkan paling banyak 5.000 huruf.',
  mitigating: 'Hal yang meringankan paling banyak 5.000 huruf.',
  recommendedSanction: 'Pilih rekomendasi dari daftar.',
  signing: 'Pilih salah satu, atau kosongkan.',
  serviceMethod: 'Pilih bagaimana panggilan sampai.',
  servedOn: 'Isi tanggal panggilan sampai.',
  releaseFrom: 'Isi tanggal yang benar.',
  actingOfficial: 'Isi NIP pelaksana harian yang sah: 18 angka.',
  deviationReason: 'Tulis alasan perbedaan, 10 sampai 5.000 huruf.',
  receivedOn: 'Isi tanggal keputusan diterima.',
  dispatchedOn: 'Isi tanggal keputusan dikirim.',
  method: 'Tulis cara penyampaian, 2 sampai 60 huruf.',
  body: 'Tulis siapa yang memutus, 3 sampai 200 huruf.',
  decisionNumber: 'Tulis nomor putusan.',
  decidedOn: 'Isi tanggal putusan.',
  restoredOn: 'Isi tanggal pemulihan.',
  stale: 'Halaman ini tidak lengkap atau sudah usang. Baca kembali, lalu putuskan.',
};

const handedOver = {
  outcome: 'Tugas dialihkan',
  RECUSED: 'Pejabat lain menerima tugas ini.',
  FORWARDED: 'Pejabat yang lebih tinggi menerima tugas ini.',
  INELIGIBLE:
    'Anda tidak dapat memegang tugas ini karena hubungan dengan terlapor atau pelapor. Pejabat lain menerimanya.',
};

const next: Readonly<Record<TaskKind, Readonly<Record<string, string>>>> = {
  triage: {
    PROCEED: 'Atasan langsung terlapor mendapat tugas untuk meninjau.',
    ASK_REPORTER: 'Pertanyaan Anda disampaikan kepada pelapor.',
    MERGE: 'Perkara ini ditutup dan disatukan dengan perkara tujuan.',
    REFER: 'Pelapor diberi tahu, lalu perkara ini ditutup.',
    REJECT: 'Pelapor diberi tahu, lalu perkara ini ditutup.',
  },
  review: {
    PROCEED: 'Terlapor diberi tahu sangkaannya dan dipanggil; sesudah itu diperiksa.',
    CHANGE_TRACK: 'Perkara ditinjau menurut jalur yang baru.',
    MORE_EVIDENCE: 'Bukti dikumpulkan lagi; putaran berikutnya dimulai.',
    DISMISS: 'Para pihak diberi tahu, lalu perkara ini ditutup.',
  },
  team: {
    FORM: 'Surat keputusan tim diterbitkan, lalu terlapor dipanggil.',
    DECLINE: 'Atasan langsung memeriksa sendiri, lalu terlapor dipanggil.',
  },
  examination: {
    HELD: 'Terlapor dapat menanggapi berita acara, lalu laporan hasil pemeriksaan dibuat.',
    ABSENT: 'Panggilan berikutnya diterbitkan, atau perkara dilanjutkan tanpa kehadiran terlapor.',
    RESCHEDULE: 'Panggilan baru diterbitkan.',
    REQUEST_TEAM: 'Pejabat yang berwenang mendapat tugas untuk membentuk tim.',
    RETURN_FOR_EVIDENCE: 'Bukti dikumpulkan lagi; putaran berikutnya dimulai.',
    RELEASE: 'Surat pembebasan sementara diterbitkan; pemeriksaan tetap berjalan.',
    CHANGE_TRACK: 'Perkara dilanjutkan menurut jalur yang baru.',
  },
  decision: {
    SANCTION: 'Keputusan ditandatangani dan disampaikan.',
    DISMISS: 'Keputusan ditandatangani dan disampaikan.',
    RETURN: 'Terlapor diperiksa lagi; putaran berikutnya dimulai.',
    PROPOSE: 'Usul disampaikan; pelapor diberi tahu bahwa perkara dilimpahkan.',
  },
  service: {
    SERVED: 'Masa upaya administratif berjalan; sesudah itu hukuman berlaku.',
    DISPATCHED: 'Bila kiriman sampai, catat tanggal penerimaannya. Sebelum itu keputusan belum berlaku.',
    REFUSED_TO_SIGN: 'Penolakan dihitung sebagai penerimaan; masa upaya administratif berjalan.',
  },
  appeal: {
    UPHELD: 'Hukuman berlaku.',
    CHANGED: 'Hukuman pengganti berlaku.',
    ANNULLED: 'Hukuman batal; para pihak diberi tahu, lalu perkara ini ditutup.',
  },
  execution: { COMPLETED: 'Perkara ini ditutup.' },
};

const evidenceAccess = {
  title: 'Buka berkas bukti',
  text: 'Sebutkan keperluan Anda. Pembukaan ini dicatat bersama nama Anda.',
  reason: 'Keperluan',
  reasonHint: 'Paling sedikit 5 huruf.',
  reasonError: 'Tulis keperluan, 10 sampai 500 huruf.',
  submit: 'Unduh berkas',
};

const signInErrors = {
  failed: 'Masuk tidak berhasil. Coba lagi.',
  noRole: 'Akun Anda tidak mempunyai peran di sistem ini. Hubungi administrator.',
};

/** Words that turn a case into what its pages show. */
export const views = {
  artifact,
  method,
  role,
  proposed,
  codeErrors,
  fieldErrors,
  handedOver,
  next,
  evidenceAccess,
  signInErrors,
  rulePack: (version: string) => `paket aturan ${version}`,
  reporter: 'Pelapor',
  respondent: 'Terlapor',
  system: 'Sistem',
  erased: '[teks sudah dihapus]',
};
