import type { EventType } from '../../../core/case/events.ts';
import type { QualityCode, StatusCode, VerdictCode } from '../codes.ts';

const status: Readonly<Record<StatusCode, { label: string; meaning: string }>> = {
  RECEIVED: { label: 'Diterima', meaning: 'Laporan Anda sudah tersimpan dan bernomor.' },
  CAPTURING: { label: 'Bukti diamankan', meaning: 'Salinan tautan dan berkas sedang diambil agar tidak hilang.' },
  TRIAGE: { label: 'Ditelaah', meaning: 'Petugas pengaduan memastikan siapa terlapor dan jalur penanganannya.' },
  REVIEW: { label: 'Ditinjau atasan', meaning: 'Atasan langsung terlapor menilai laporan dan bukti.' },
  DECISION: { label: 'Menunggu keputusan', meaning: 'Pejabat yang berwenang menimbang hasil pemeriksaan.' },
  SERVICE: {
    label: 'Keputusan disampaikan',
    meaning: 'Keputusan sudah diambil dan sedang disampaikan kepada terlapor.',
  },
  CLOSED: { label: 'Selesai', meaning: 'Penanganan laporan ini selesai.' },
  REJECTED: { label: 'Tidak ditangani', meaning: 'Laporan ini bukan kewenangan instansi atau tidak memenuhi syarat.' },
  REFERRED: { label: 'Dilimpahkan', meaning: 'Laporan ini diteruskan kepada pihak yang berwenang.' },
  MERGED: { label: 'Digabungkan', meaning: 'Peristiwa yang sama sudah ditangani dalam perkara lain.' },
  DISMISSED: { label: 'Tidak terbukti', meaning: 'Pelanggaran tidak terbukti dan perkara dihentikan.' },
};

const event: Readonly<Record<EventType, string>> = {
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
  SanctionDecided: 'Hukuman disiplin diputuskan',
  CaseDismissed: 'Perkara dihentikan',
  DecisionReturned: 'Dikembalikan untuk dilengkapi',
  DecisionSigned: 'Keputusan ditandatangani',
  NotificationSent: 'Pemberitahuan dikirim',
  IdentityRevealed: 'Identitas dibuka',
  CaseParked: 'Menunggu penanganan teknis',
  CaseClosed: 'Perkara ditutup',
};

const quality: Readonly<Record<QualityCode, string>> = {
  COMPLETE: 'Lengkap',
  LOGIN_WALL: 'Terhalang halaman masuk',
  NOT_FOUND: 'Tidak ditemukan (404)',
  GONE: 'Sudah dihapus (410)',
  HTTP_ERROR: 'Situs menjawab galat',
  UNDECODABLE: 'Isi tidak terbaca',
  FAILED: 'Gagal diambil',
  NOT_JUDGED: 'Tersimpan',
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
