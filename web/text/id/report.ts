const start = {
  title: 'Laporkan pelanggaran etika bermedia sosial oleh ASN',
  lede: 'Melihat unggahan atau komentar aparatur sipil negara yang menyebar kebencian, kabar bohong, atau memihak dalam pemilu? Laporkan di sini. Anda boleh tanpa nama.',
  reportAction: 'Buat laporan',
  reportHint: 'Sekitar 5 menit. Tidak perlu akun.',
  followAction: 'Lacak laporan',
  followHint: 'Dengan kode tanda terima.',
  howTitle: 'Apa yang terjadi sesudah Anda melapor',
  how: [
    {
      title: 'Laporan tersimpan',
      text: 'Anda langsung mendapat nomor perkara, kode tanda terima, dan bukti bertanda tangan.',
    },
    { title: 'Bukti diamankan', text: 'Sistem mengambil salinan tautan yang Anda berikan, sebelum unggahan dihapus.' },
    {
      title: 'Petugas dan atasan menilai',
      text: 'Mesin hanya mengusulkan. Yang menilai dan memutuskan selalu orang, dengan alasan tertulis.',
    },
    {
      title: 'Pejabat berwenang memutuskan',
      text: 'Setiap langkah punya tenggat dalam hari kerja. Bila pejabat diam, itu pun tercatat.',
    },
  ],
  protectTitle: 'Perlindungan bagi pelapor',
  protect: [
    'Identitas Anda disimpan terpisah dan terenkripsi. Setiap pembukaan identitas dicatat.',
    'Terlapor dan atasannya tidak melihat siapa pelapornya.',
    'Surel dari kami tidak pernah memuat isi perkara.',
  ],
  basisTitle: 'Dasar',
  basis:
    'Surat Edaran Menteri PANRB Nomor 137 Tahun 2018 dan Peraturan Pemerintah Nomor 94 Tahun 2021 tentang Disiplin PNS.',
};

const form = {
  title: 'Buat laporan',
  lede: 'Isi yang Anda ketahui saja. Hanya bagian bertanda “wajib” yang harus diisi.',
  required: 'wajib',
  agency: 'Instansi tempat terlapor bekerja',
  agencyHint: 'Bila tidak yakin, pilih yang paling mendekati. Petugas dapat melimpahkannya.',
  reporterLegend: 'Anda ingin melapor sebagai apa?',
  anonymous: 'Tanpa nama',
  anonymousHint: 'Kami tidak meminta data apa pun. Anda tetap dapat mengikuti laporan dengan kode tanda terima.',
  named: 'Dengan nama atau kontak',
  namedHint: 'Disimpan terpisah dan terenkripsi. Isi satu saja pun cukup.',
  contactLegend: 'Tentang Anda',
  contactHint: 'Isi hanya bila Anda melapor dengan nama atau kontak.',
  name: 'Nama Anda',
  email: 'Alamat surel',
  phone: 'Nomor telepon',
  respondentLegend: 'Siapa yang dilaporkan?',
  respondentName: 'Nama terlapor',
  respondentNip: 'NIP',
  respondentNipHint: '18 angka, bila tahu.',
  respondentPosition: 'Jabatan',
  respondentUnit: 'Unit kerja',
  accountPlatform: 'Media sosial',
  accountPlatformHint: 'Misalnya Facebook, Instagram, X, TikTok, WhatsApp.',
  accountHandle: 'Nama akun',
  accountHandleHint: 'Misalnya @namaakun.',
  incidentLegend: 'Apa yang terjadi?',
  description: 'Ceritakan peristiwanya',
  descriptionHint:
    'Apa yang ditulis atau dibagikan, di mana, dan mengapa menurut Anda melanggar. Paling sedikit 20 huruf.',
  occurredAt: 'Kapan terjadi',
  occurredAtHint: 'Tanggal kira-kira sudah cukup.',
  urls: 'Tautan unggahan',
  urlsHint: (max: number) =>
    `Satu tautan per baris, paling banyak ${max}. Salinannya kami ambil segera sesudah laporan terkirim.`,
  attachmentsTitle: 'Punya tangkapan layar atau berkas?',
  attachments: 'Berkas diunggah pada halaman berikutnya, sesudah laporan terkirim.',
  submit: 'Kirim laporan',
  submitHint: 'Laporan palsu yang disengaja dapat berakibat hukum.',
};

const filed = {
  title: 'Laporan Anda tersimpan',
  caseNumber: 'Nomor perkara',
  receiptCode: 'Kode tanda terima',
  once: 'Kode ini hanya ditampilkan sekali. Kami tidak dapat mengirim ulang.',
  keepTitle: 'Simpan kode ini sekarang',
  keep: [
    'Catat di kertas, foto layar ini, atau simpan di pengelola kata sandi.',
    'Siapa pun yang memegang kode ini dapat membaca kabar laporan Anda. Jangan dibagikan.',
    'Tanpa kode ini Anda tidak dapat mengikuti laporan.',
  ],
  follow: 'Lacak laporan ini',
  receiptTitle: 'Bukti pelaporan bertanda tangan',
  receiptText:
    'Berkas kecil ini membuktikan kepada siapa pun bahwa Anda melapor, kapan, dan bahwa isinya tidak berubah. Dapat diperiksa di halaman Verifikasi.',
  receiptDownload: 'Unduh bukti pelaporan',
  receiptShow: 'Tampilkan sebagai teks',
  receiptLabel: 'Teks bukti pelaporan',
};

const upload = {
  title: 'Unggah berkas bukti',
  hint: (files: number, mib: number) =>
    `Paling banyak ${files} berkas, masing-masing sampai ${mib} MB. Gambar, PDF, video, atau suara.`,
  label: 'Pilih berkas',
  submit: 'Unggah',
  received: 'Berkas yang sudah diterima',
};

const follow = {
  title: 'Lacak laporan',
  lede: 'Masukkan kode tanda terima yang Anda dapat saat melapor.',
  code: 'Kode tanda terima',
  codeHint: 'Huruf besar atau kecil sama saja. Tanda hubung boleh dilewati.',
  submit: 'Lihat laporan',
  statusTitle: 'Keadaan laporan',
  updated: 'Diperbarui',
  received: 'Diterima',
  stepsTitle: 'Perjalanan laporan',
  stepDone: 'selesai',
  stepNow: 'sekarang',
  stepLater: 'belum',
  messagesTitle: 'Pesan',
  noMessages: 'Belum ada pesan.',
  fromYou: 'Anda',
  fromOffice: 'Petugas',
  replyTitle: 'Kirim pesan atau tambahan keterangan',
  reply: 'Pesan Anda',
  replyHint: 'Hindari menyebut identitas Anda bila melapor tanpa nama.',
  replySubmit: 'Kirim pesan',
  sent: 'Pesan Anda terkirim.',
  asked: (until: string) =>
    `Petugas bertanya kepada Anda. Jawab paling lambat ${until}; sesudah itu laporan ditangani tanpa jawaban.`,
  answer: 'Jawab sekarang',
};

/** Start page, report form, the page after filing, and following a report. */
export const report = { start, form, filed, upload, follow };
