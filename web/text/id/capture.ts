import type { CaptureLimitation } from '../../../core/capture/page-capture.ts';
import type { PageChange } from '../../../core/case/events.ts';

const limitation: Readonly<Record<CaptureLimitation, string>> = {
  NO_BROWSER:
    'Diambil tanpa peramban karena di mesin ini tidak ada peramban: tanpa gambar layar, dan isi yang dibuat skrip tidak ikut.',
  BROWSER_FAILED: 'Diambil tanpa peramban karena peramban gagal pada halaman ini: tanpa gambar layar.',
  NOT_A_PAGE: 'Diambil tanpa peramban karena alamat ini memberi berkas, bukan halaman.',
  LED_NOWHERE: 'Diambil tanpa peramban karena halaman ini membawa peramban ke tempat yang tidak dapat dibuka.',
  NEVER_SETTLED: 'Halaman masih memuat atau berubah ketika waktunya habis.',
  SCREENSHOT_CUT: 'Halaman lebih panjang daripada gambar layarnya.',
  NO_SCREENSHOT: 'Gambar layar tidak berhasil dibuat.',
  TEXT_CUT: 'Teks halaman lebih panjang daripada yang disimpan.',
  TRAFFIC_CUT: 'Halaman meminta lebih banyak data daripada batasnya.',
  BODIES_MISSING: 'Sebagian jawaban situs ada di arsip tanpa isinya.',
  REQUESTS_REFUSED: 'Halaman mencoba membuka alamat yang tidak diizinkan; permintaan itu ditolak.',
  DOWNLOAD_REFUSED: 'Halaman menawarkan unduhan; unduhan itu ditolak.',
  FRAMES_MISSING: 'Sebagian bingkai di dalam halaman tidak terbaca, sehingga teksnya tidak ikut.',
  WEB_SOCKETS_UNRECORDED: 'Halaman memakai sambungan langsung (WebSocket); isinya tidak ada di arsip, hanya jumlahnya.',
};

const change: Readonly<Record<PageChange, { label: string; meaning: string }>> = {
  SAME: {
    label: 'Sama',
    meaning: 'Teks halaman sama dengan pengambilan sebelumnya, selain penghitung dan keterangan waktu.',
  },
  CHANGED: {
    label: 'Berubah',
    meaning:
      'Teks halaman berbeda dari pengambilan sebelumnya. Lihat keduanya dan nilailah sendiri: yang berubah mungkin hanya iklan atau tata letak.',
  },
  GONE: { label: 'Sudah tidak ada', meaning: 'Halaman dulu ada, sekarang situs menyatakan tidak ada lagi.' },
  NOT_COMPARABLE: {
    label: 'Tidak dapat dibandingkan',
    meaning: 'Salah satu pengambilan terhalang, galat, atau diambil dengan cara lain. Lihat keduanya.',
  },
};

/** What pages say about captures of pages. */
export const capture = {
  limitation,
  change,
  comparedWith: 'Dibandingkan dengan',
  again: 'Ambil ulang',
  requested: 'Sedang diambil. Muat ulang halaman ini sebentar lagi.',
  picture: 'Lihat gambar layar',
  pictureNote: 'Melihat gambar dicatat.',
  pictureAlt: (title: string) => `${title}: seluruh halaman seperti terlihat`,
  about: 'Tentang halaman ini',
  platform: 'Platform',
  post: 'Unggahan',
  author: 'Akun',
  from: { ADDRESS: 'menurut alamatnya', PAGE: 'menurut halaman itu sendiri' },
  times: 'Waktu yang tampak',
  title: 'Judul',
  finalUrl: 'Alamat akhir',
  redirects: 'Dialihkan lewat',
  noRedirect: 'tidak dialihkan',
  status: 'Jawaban situs',
  address: 'Alamat IP situs',
  certificate: 'Sertifikat situs (TLS)',
  noCertificate: 'tidak ada; halaman dibuka tanpa sambungan aman',
  issuedBy: (issuer: string) => `diterbitkan oleh ${issuer}`,
  valid: (from: string, to: string) => `berlaku ${from} sampai ${to}`,
  browser: 'Peramban',
  noBrowser: 'tanpa peramban',
  traffic: 'Lalu lintas',
  requests: (n: number, size: string) => `${n} sambungan, ${size}`,
  refused: (n: number) => `${n} ditolak`,
  webSockets: (n: number, sent: number, received: number) =>
    `${n} sambungan langsung (WebSocket): ${sent} pesan dikirim, ${received} diterima`,
  page: {
    title: 'Ambil ulang halaman',
    lede: 'Sistem membuka halaman ini sekali lagi dan mencatat apakah isinya sama, berubah, atau sudah tidak ada.',
    note: 'Pengambilan yang sudah ada tidak diubah. Permintaan ini dicatat bersama nama Anda sebelum halaman dibuka. Situs melihat satu kunjungan biasa.',
    source: 'Alamat',
    submit: 'Ambil ulang sekarang',
    back: 'Kembali',
  },
};
