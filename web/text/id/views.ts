import type { ArtifactMethod, TaskKind } from '../codes.ts';

const artifact = {
  report: 'Isi laporan',
  message: (n: number) => `Pesan pelapor ${n}`,
  attachment: (n: number) => `Lampiran ${n}`,
  capture: (n: number, round: number) => (round === 1 ? `Tautan ${n}` : `Tautan ${n}, putaran ${round}`),
  manifest: (n: number) => `Catatan pengambilan tautan ${n}`,
  captureText: (n: number) => `Teks dari tautan ${n}`,
  decisionRecord: 'Catatan keputusan',
};

const method: Readonly<Record<ArtifactMethod, string>> = {
  FORM: 'Formulir',
  API: 'API',
  HTTP: 'Pengambilan HTTP',
  UPLOAD: 'Unggahan',
  GENERATED: 'Dibuat sistem',
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
  stale: 'Halaman ini tidak lengkap atau sudah usang. Baca kembali, lalu putuskan.',
};

const handedOver = {
  outcome: 'Tugas dialihkan',
  RECUSED: 'Pejabat lain menerima tugas ini.',
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
    PROCEED: 'Pejabat yang berwenang mendapat tugas untuk memutuskan.',
    MORE_EVIDENCE: 'Bukti dikumpulkan lagi; putaran berikutnya dimulai.',
    DISMISS: 'Para pihak diberi tahu, lalu perkara ini ditutup.',
  },
  decision: {
    SANCTION: 'Keputusan ditandatangani dan disampaikan.',
    DISMISS: 'Keputusan ditandatangani dan disampaikan.',
    RETURN: 'Bukti dikumpulkan lagi; putaran berikutnya dimulai.',
  },
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
  system: 'Sistem',
  erased: '[teks sudah dihapus]',
};
