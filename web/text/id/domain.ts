import type { EventType } from '../../../core/case/events.ts';
import type { SanctionLevel } from '../../../core/rules/codes.ts';
import type {
  ExaminationMode,
  QualityCode,
  RecordSigning,
  RemedyRoute,
  StatusCode,
  SummonsManner,
  TeamElement,
  TeamPosition,
  VerdictCode,
} from '../codes.ts';

const status: Readonly<Record<StatusCode, { label: string; meaning: string }>> = {
  RECEIVED: { label: 'Diterima', meaning: 'Laporan Anda sudah tersimpan dan bernomor.' },
  CAPTURING: { label: 'Bukti diamankan', meaning: 'Salinan tautan dan berkas sedang diambil agar tidak hilang.' },
  TRIAGE: { label: 'Ditelaah', meaning: 'Petugas pengaduan memastikan siapa terlapor dan jalur penanganannya.' },
  REVIEW: { label: 'Ditinjau atasan', meaning: 'Atasan langsung terlapor menilai laporan dan bukti.' },
  EXAMINATION: {
    label: 'Diperiksa',
    meaning: 'Terlapor diberi tahu sangkaannya, dipanggil, dan didengar keterangannya.',
  },
  DECISION: { label: 'Menunggu keputusan', meaning: 'Pejabat yang berwenang menimbang hasil pemeriksaan.' },
  SERVICE: {
    label: 'Keputusan disampaikan',
    meaning: 'Keputusan sudah diambil dan sedang disampaikan kepada terlapor.',
  },
  APPEAL_WINDOW: {
    label: 'Menunggu mulai berlaku',
    meaning: 'Terlapor sudah menerima keputusan dan masih dapat mengajukan upaya administratif.',
  },
  APPEAL: {
    label: 'Upaya administratif',
    meaning: 'Keberatan atau banding terhadap keputusan sedang diputus pihak lain; keputusan belum berlaku.',
  },
  EFFECTIVE: { label: 'Keputusan berlaku', meaning: 'Keputusan sudah berlaku dan sedang dijalankan.' },
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
  EvidenceTimestamped: 'Bukti dicap waktu',
  EvidenceScanned: 'Berkas diperiksa dari program berbahaya',
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
  NotificationBounced: 'Surat tidak sampai',
  BounceHandled: 'Penerima surat dihubungi dengan cara lain',
  AnonymityRequested: 'Pelapor meminta anonim',
  IdentityRevealed: 'Identitas dibuka',
  TrackChanged: 'Jalur penanganan diubah',
  TeamRequested: 'Tim pemeriksa diminta',
  ExaminingTeamFormed: 'Tim pemeriksa dibentuk',
  ExaminingTeamDeclined: 'Tim pemeriksa tidak dibentuk',
  DisclosureFrozen: 'Sangkaan dan bukti diperlihatkan kepada terlapor',
  LetterIssued: 'Surat diterbitkan',
  SummonsIssued: 'Terlapor dipanggil',
  SummonsServed: 'Panggilan diterima terlapor',
  ExaminationHeld: 'Terlapor diperiksa',
  ExaminationMissed: 'Terlapor tidak hadir',
  ExaminationRescheduled: 'Pemeriksaan dijadwalkan ulang',
  ExaminationReturned: 'Pemeriksa meminta bukti tambahan',
  TemporaryReleaseOrdered: 'Dibebaskan sementara dari tugas jabatan',
  StatementRecorded: 'Terlapor memberi keterangan',
  ExaminationRecordSigned: 'Berita acara ditanggapi terlapor',
  ExaminationReported: 'Laporan hasil pemeriksaan dibuat',
  DecisionProposed: 'Diusulkan kepada Presiden',
  ServiceAttempted: 'Keputusan dikirim',
  DecisionServed: 'Keputusan diterima terlapor',
  AppealFiled: 'Upaya administratif diajukan',
  AppealDecided: 'Upaya administratif diputus',
  SanctionEffective: 'Hukuman mulai berlaku',
  ExecutionCompleted: 'Hukuman selesai dijalani',
  DeadlineMoved: 'Tenggat bergeser',
  CaseParked: 'Menunggu penanganan teknis',
  CaseClosed: 'Perkara ditutup',
};

const quality: Readonly<Record<QualityCode, string>> = {
  COMPLETE: 'Lengkap',
  LOGIN_WALL: 'Terhalang halaman masuk',
  CONSENT_WALL: 'Terhalang dialog persetujuan',
  TRUNCATED: 'Terpotong pada batas',
  NOT_FOUND: 'Tidak ditemukan',
  GONE: 'Sudah dihapus',
  HTTP_ERROR: 'Situs menjawab galat',
  UNDECODABLE: 'Isi tidak terbaca',
  FAILED: 'Gagal diambil',
  REQUESTED: 'Sedang diambil',
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

const level: Readonly<Record<SanctionLevel, string>> = {
  MORAL: 'Sanksi moral',
  LIGHT: 'Hukuman ringan',
  MODERATE: 'Hukuman sedang',
  HEAVY: 'Hukuman berat',
};

const teamElement: Readonly<Record<TeamElement, string>> = {
  SUPERIOR: 'Atasan langsung',
  OVERSIGHT: 'Unsur pengawasan',
  PERSONNEL: 'Unsur kepegawaian',
  OTHER: 'Pejabat lain',
};

const teamPosition: Readonly<Record<TeamPosition, string>> = {
  CHAIR: 'Ketua',
  SECRETARY: 'Sekretaris',
  MEMBER: 'Anggota',
};

const summonsManner: Readonly<Record<SummonsManner, string>> = {
  OPENED: 'Dibuka di halaman terlapor sendiri',
  HANDED_OVER: 'Diserahkan langsung',
  POSTED: 'Dikirim ke alamat terakhir',
  NOT_SERVED: 'Tidak sampai',
};

const examinationMode: Readonly<Record<ExaminationMode, string>> = {
  IN_PERSON: 'Tatap muka',
  VIRTUAL: 'Melalui layar (virtual)',
};

const remedyRoute: Readonly<Record<RemedyRoute, string>> = {
  OBJECTION: 'Keberatan',
  BPASN: 'Banding administratif ke BPASN',
  NONE: 'Tidak tersedia',
};

const recordSigning: Readonly<Record<RecordSigning, string>> = {
  SIGNED: 'Ditandatangani terlapor',
  REFUSED: 'Terlapor menolak menandatangani',
  PENDING: 'Menunggu tanda tangan terlapor',
};

/** Words for the codes of the domain. */
export const domain = {
  status,
  event,
  quality,
  verdict,
  level,
  teamElement,
  teamPosition,
  summonsManner,
  examinationMode,
  remedyRoute,
  recordSigning,
};
