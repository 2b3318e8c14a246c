import type { ScanCause } from '../../../core/evidence/scan.ts';

const notScanned: Readonly<Record<ScanCause, string>> = {
  NO_ENGINE: 'Sistem ini tidak memiliki pemeriksa program berbahaya.',
  TOO_LARGE: 'Berkas ini terlalu besar bagi pemeriksa.',
  UNSUPPORTED:
    'Pemeriksa tidak dapat melihat seluruh isinya: terkunci dengan kata sandi, atau bertumpuk terlalu dalam.',
  REFUSED: 'Pemeriksa tidak dapat membaca berkas ini.',
  FAILED: 'Pemeriksa gagal bekerja.',
  TIMED_OUT: 'Pemeriksa tidak menjawab pada waktunya.',
  CASE_CLOSED: 'Perkara ditutup sebelum pemeriksa menjawab.',
};

/** Berkas dari luar: pemeriksaan, jenis, salinan kerja. */
export const files = {
  scan: {
    CLEAN: 'Bebas program berbahaya',
    INFECTED: 'Berbahaya',
    NOT_SCANNED: 'Belum diperiksa',
    PENDING: 'Sedang diperiksa',
  },
  notScanned,
  notScannedNote: (why: string) =>
    `Berkas ini belum diperiksa dari program berbahaya. ${why} Buka hanya di komputer yang dilindungi antivirus.`,
  earlier: 'Berkas ini masuk sebelum ada pemeriksaan.',
  infected: (name: string) =>
    `Berkas ini berisi program berbahaya (${name}). Isinya disimpan apa adanya sebagai bukti, tetapi tidak dapat dibuka dari halaman tugas, tidak diperlihatkan kepada terlapor, dan tidak dapat mendukung keputusan. Petugas pengaduan dan auditor dapat mengunduhnya dari konsol dengan menyebut keperluan.`,
  pending: 'Berkas ini masih diperiksa dari program berbahaya. Muat ulang halaman ini beberapa menit lagi.',
  declared: (said: string, is: string) => `Pengirim menyebut berkas ini ${said}, tetapi isinya ${is}.`,
  copyNote:
    'Yang dibuka adalah salinan kerja: yang terlihat sama, tanpa data tentang perangkat, tempat, dan pembuatnya.',
  noCopy: {
    OTHER_KIND: 'Salinan kerja hanya dibuat untuk gambar dan PDF. Berkas ini hanya ada dalam bentuk asli.',
    BROKEN:
      'Berkas ini rusak atau terkunci, sehingga salinan kerja tidak dapat dibuat. Berkas ini hanya ada dalam bentuk asli.',
  },
  openCopy: 'Buka salinan kerja',
  openOriginal: 'Unduh berkas asli',
  openOriginalNote: 'Perlu alasan tertulis.',
  removed: 'Dihapus dari salinan kerja',
  nothingRemoved: 'tidak ada',
  copyHash: 'SHA-256 salinan kerja',
  scannedBy: 'Pemeriksaan program berbahaya',
  engine: { CLAMAV: 'ClamAV', GUARDDUTY: 'Amazon GuardDuty', NONE: 'tidak ada pemeriksa' },
  parts: {
    EXIF: 'EXIF (perangkat, waktu, tempat)',
    XMP: 'XMP',
    IPTC: 'IPTC',
    COMMENT: 'komentar',
    TEXT: 'teks tersembunyi',
    TIME: 'waktu',
    THUMBNAIL: 'gambar kecil',
    APPLICATION_DATA: 'data program',
    TRAILING_DATA: 'data di belakang gambar',
    DOCUMENT_INFORMATION: 'keterangan dokumen (penulis, program)',
    FILE_IDENTIFIER: 'tanda pengenal berkas',
    EARLIER_VERSIONS: 'versi terdahulu',
    ATTACHMENTS: 'lampiran di dalamnya',
    SCRIPTS: 'skrip',
    ANNOTATIONS: 'catatan',
    FORM: 'isian formulir',
    STRUCTURE: 'struktur dokumen',
    SHARING_TOKENS: 'tanda berbagi',
    REQUESTED_ADDRESS: 'alamat yang diminta',
  },
  original: {
    title: 'Unduh berkas asli',
    text: 'Berkas asli memuat data yang tidak ada dalam salinan kerja, misalnya tempat dan perangkat pembuatnya, dan dapat menunjukkan siapa pelapornya. Sebutkan keperluan Anda. Pengunduhan ini dicatat bersama nama Anda.',
    submit: 'Unduh berkas asli',
    choice: 'Yang dibuka',
    working: 'Salinan kerja, tanpa data tentang pembuatnya',
    asIs: 'Berkas asli',
    danger: (name: string) =>
      `Peringatan: berkas ini berisi program berbahaya (${name}). Jangan dibuka di komputer kerja. Serahkan kepada petugas keamanan informasi.`,
    dangerPending: 'Peringatan: berkas ini belum selesai diperiksa dari program berbahaya.',
    back: 'Kembali',
  },
  sender: {
    infected:
      'Berkas ini berisi program berbahaya. Berkas disimpan, tetapi tidak akan dibuka dan tidak dapat dipakai sebagai dasar keputusan. Periksa perangkat Anda; bila ada gambar layar atau salinan yang bersih, kirimkan juga.',
    pending: 'Berkas tersimpan dan sedang diperiksa dari program berbahaya.',
    notScanned: 'Berkas tersimpan. Berkas belum diperiksa dari program berbahaya.',
    broken:
      'Berkas tersimpan, tetapi rusak atau terkunci. Bila ada, kirimkan lagi berkas yang utuh dan tanpa kata sandi.',
  },
};
