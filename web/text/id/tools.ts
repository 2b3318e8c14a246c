const verify = {
  title: 'Verifikasi tanda terima atau jejak',
  lede: 'Tempel bukti pelaporan, atau unggah berkas ekspor jejak. Isinya diperiksa lalu dibuang; tidak ada yang disimpan.',
  document: 'Teks bukti pelaporan',
  documentHint: 'Teks panjang yang terdiri atas tiga bagian dipisah titik.',
  file: 'Atau pilih berkas',
  fileHint: 'Bukti pelaporan (.jws) atau ekspor jejak (.json).',
  submit: 'Periksa',
  offline: 'Tidak ingin percaya pada situs ini? Berkas ekspor dapat diperiksa sendiri tanpa jaringan:',
  verdictTitle: 'Hasil verifikasi',
  kind: 'Jenis',
  kinds: { RECEIPT: 'Bukti pelaporan', TRAIL: 'Jejak perkara', OTHER: 'Tidak dikenal' },
  factsTitle: 'Yang dinyatakan dokumen ini',
  again: 'Periksa yang lain',
};

const docs = {
  title: 'API Tertib',
  lede: 'Semua yang dapat dilakukan halaman ini dapat juga dilakukan program lain.',
  openapi: 'Deskripsi lengkap (OpenAPI 3.1)',
  contents: 'Daftar rute',
  access: 'Hak akses',
  parameters: 'Masukan',
  name: 'Nama',
  place: 'Letak',
  type: 'Jenis',
  meaning: 'Arti',
  required: 'wajib',
  responses: 'Jawaban',
  status: 'Kode',
  errors: 'Kesalahan dijawab dengan application/problem+json (RFC 9457) dalam bahasa menurut Accept-Language.',
};

const inbox = {
  title: 'Kotak surat percobaan',
  lede: 'Semua surel yang dikirim sistem di komputer ini. Hanya ada pada pemasangan satu komputer.',
  codes:
    'Kode aplikasi contoh dihitung menurut waktu program (/dev/clock), bukan jam ponsel. Bila waktunya pernah dimajukan, mintalah kode yang berlaku di /dev/totp?agency=contoh&nip=<NIP>.',
  caption: 'Surel, terbaru di atas',
  received: 'Waktu',
  to: 'Kepada',
  from: 'Dari',
  subject: 'Perihal',
  empty: 'Belum ada surel.',
  headers: 'Kepala surel',
  raw: 'Surel mentah (.eml)',
  back: 'Semua surel',
};

/** Verification, API documentation and the trial inbox. */
export const tools = { verify, docs, inbox };
