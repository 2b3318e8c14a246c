import type { EventTypeCode, QualityCode, StatusCode, VerdictCode } from '../codes.ts';

const status: Readonly<Record<StatusCode, { label: string; meaning: string }>> = {
  RECEIVED: { label: 'Diterima', meaning: 'Laporan Anda sudah tersimpan dan bernomor.' },
  CAPTURING: { label: 'Bukti diamankan', meaning: 'Salinan tautan dan berkas sedang diambil agar tidak hilang.' },
  TRIAGE: { label: 'Ditelaah', meaning: 'Petugas pengaduan memastikan siapa terlapor dan jalur penanganannya.' },
  REVIEW: { label: 'Ditinjau atasan', meaning: 'Atasan langsung terlapor menilai laporan dan bukti.' },
  EXAMINATION: { label: 'Diperiksa', meaning: 'Terlapor dipanggil dan diperiksa secara tertutup.' },
  DECISION: { label: 'Menunggu keputusan', meaning: 'Pejabat yang berwenang menimbang hasil pemeriksaan.' },
  SERVICE: { label: 'Keputusan disampaikan', meaning: 'Keputusan sudah diambil dan sedang disampaikan kepada terlapor.' },
  APPEAL_WINDOW: { label: 'Masa upaya administratif', meaning: 'Terlapor masih dapat mengajukan keberatan atau banding.' },
  APPEAL: { label: 'Upaya administratif', meaning: 'Keberatan atau banding terlapor sedang diperiksa.' },
  EFFECTIVE: { label: 'Berlaku', meaning: 'Keputusan sudah berlaku.' },
  CLOSED: { label: 'Selesai', meaning: 'Penanganan laporan ini selesai.' },
  REJECTED: { label: 'Tidak ditangani', meaning: 'Laporan ini bukan kewenangan instansi atau tidak memenuhi syarat.' },
  REFERRED: { label: 'Dilimpahkan', meaning: 'Laporan ini diteruskan kepada pihak yang berwenang.' },
  MERGED: { label: 'Digabungkan', meaning: 'Peristiwa yang sama sudah ditangani dalam perkara lain.' },
  DISMISSED: { label: 'Tidak terbukti', meaning: 'Pelanggaran tidak terbukti dan perkara dihentikan.' },
};

const event: Readonly<Record<EventTypeCode, string>> = {
  ReportReceived: 'Laporan diterima',
  ReportMerged: 'Laporan digabungkan',
  EvidenceRequested: 'Bukti diminta',
  EvidenceStored: 'Bukti disimpan',
  EvidenceCaptureFailed: 'Bukti gagal diambil',
  PrinciplesSuggested: 'Prinsip diusulkan mesin',
  TaskOpened: 'Tugas dibuka',
  TaskReminded: 'Pengingat dikirim',
  TaskReassigned: 'Tugas dialihkan',
  TaskEscalated: 'Tugas dinaikkan',
  TaskExpired: 'Tugas lewat tenggat',
  TriageDecided: 'Telaah diputuskan',
  ReviewDecided: 'Tinjauan diputuskan',
  SummonsIssued: 'Panggilan diterbitkan',
  SummonsServed: 'Panggilan disampaikan',
  ExaminationHeld: 'Pemeriksaan dilaksanakan',
  ExaminationMissed: 'Pemeriksaan tidak dihadiri',
  StatementRecorded: 'Keterangan dicatat',
  DisclosureFrozen: 'Bahan pembelaan ditetapkan',
  ExaminationReported: 'Hasil pemeriksaan dilaporkan',
  SanctionDecided: 'Hukuman disiplin diputuskan',
  CaseDismissed: 'Perkara dihentikan',
  DecisionSigned: 'Keputusan ditandatangani',
  DecisionServed: 'Keputusan disampaikan',
  NotificationSent: 'Pemberitahuan dikirim',
  NotificationBounced: 'Pemberitahuan tidak sampai',
  AppealFiled: 'Upaya administratif diajukan',
  AppealDecided: 'Upaya administratif diputuskan',
  SanctionEffective: 'Hukuman berlaku',
  IdentityRevealed: 'Identitas dibuka',
  PersonErased: 'Data orang dihapus',
  CaseClosed: 'Perkara ditutup',
};

const quality: Readonly<Record<QualityCode, string>> = {
  COMPLETE: 'Lengkap',
  PARTIAL: 'Sebagian',
  FAILED: 'Gagal diambil',
  UNKNOWN: 'Belum dinilai',
};

const verdict: Readonly<Record<VerdictCode, { label: string; meaning: string }>> = {
  VALID: { label: 'Sah', meaning: 'Semua tanda tangan dan sidik (hash) cocok. Tidak ada yang berubah.' },
  EDIT: { label: 'Diubah', meaning: 'Isi sebuah catatan berbeda dari sidiknya. Catatan itu diubah sesudah ditulis.' },
  GAP: { label: 'Ada yang hilang', meaning: 'Nomor urut tidak bersambung. Satu catatan atau lebih hilang.' },
  FORK: { label: 'Bercabang', meaning: 'Ada dua catatan untuk satu nomor urut, atau rantai tidak bersambung.' },
  UNSEALED: { label: 'Belum tersegel', meaning: 'Rantai utuh, tetapi belum masuk ke log publik.' },
  UNREADABLE: { label: 'Tidak terbaca', meaning: 'Ini bukan tanda terima atau berkas ekspor yang dikenal.' },
};

/** Words for the codes of the domain. */
export const domain = { status, event, quality, verdict };
