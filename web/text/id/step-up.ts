import type { RecoveryRefusal } from '../../../core/use-cases/step-up/recovery.ts';

const gate = {
  title: 'Buktikan bahwa ini Anda',
  enrolTitle: 'Daftarkan bukti diri',
  proveText:
    'Instansi Anda meminta satu bukti lagi sebelum perkara ini dibuka, selain kotak surat atau akun dinas Anda.',
  enrolText:
    'Instansi Anda meminta satu bukti lagi sebelum perkara ini dibuka. Anda belum punya. Daftarkan satu sekarang; selanjutnya cukup memakainya.',
  passkeyTitle: 'Kunci sandi',
  passkeyText: 'Sidik jari, wajah, atau PIN pada perangkat ini, ponsel, atau kunci keamanan.',
  passkeyUse: 'Pakai kunci sandi',
  passkeyEnrol: 'Daftarkan kunci sandi',
  passkeyFailed: 'Kunci sandi tidak terbaca atau dibatalkan. Coba lagi, atau pakai kode di bawah.',
  passkeyOnly: 'Anda mendaftarkan kunci sandi saja. Kunci sandi memerlukan JavaScript dan alamat resmi situs ini.',
  appTitle: 'Aplikasi kode',
  appTextEnrol:
    'Tanpa kunci sandi: pakai aplikasi kode (misalnya Google Authenticator, Microsoft Authenticator, atau Aegis).',
  appStep1: 'Pindai gambar ini dengan aplikasi itu, atau ketik rahasianya.',
  appStep2: 'Ketik 6 angka yang ditampilkan aplikasi.',
  qr: 'Gambar untuk dipindai aplikasi kode',
  secret: 'Rahasia',
  openApp: 'Buka di aplikasi kode pada perangkat ini',
  code: 'Kode dari aplikasi',
  codeHint: '6 angka; berganti tiap 30 detik. Setiap kode hanya dapat dipakai sekali.',
  submit: 'Lanjut',
  lost: 'Perangkat hilang? Mintalah pemulihan kepada administrator Tertib di instansi Anda.',
  elsewhere:
    'Anda belum punya bukti diri, dan instansi Anda hanya mengizinkan pendaftarannya di konsol. Masuklah ke konsol, buka Bukti diri, lalu kembali ke tautan ini.',
  spent: 'Terlalu banyak percobaan. Coba lagi satu jam setelah percobaan pertama.',
  toConsole: 'Ke konsol',
};

const errors = {
  wrong: 'Bukti itu tidak cocok. Coba lagi.',
  used: 'Kode itu sudah pernah dipakai. Tunggu sampai aplikasi menampilkan kode berikutnya.',
  spent: 'Terlalu banyak percobaan. Coba lagi satu jam setelah percobaan pertama.',
  elsewhere: 'Pendaftaran hanya dapat dilakukan di konsol.',
  unproven: 'Buktikan diri dahulu dengan salah satu bukti yang sudah Anda punya.',
  full: 'Jumlah bukti diri sudah paling banyak. Hapus salah satu dahulu.',
};

const factors = {
  nav: 'Bukti diri',
  title: 'Bukti diri saya',
  lede: 'Bukti diri diminta sebelum memutus, selain kotak surat atau akun dinas. Daftar ini hanya Anda yang dapat melihatnya.',
  none: 'Anda belum punya bukti diri.',
  noNip: 'Akun ini tidak terkait dengan pegawai, sehingga tidak dapat punya bukti diri.',
  caption: 'Yang Anda punya',
  kind: 'Jenis',
  added: 'Didaftarkan',
  used: 'Terakhir dipakai',
  remove: 'Hapus',
  removeThis: (kind: string, added: string) => `${kind} yang didaftarkan ${added}`,
  kinds: { PASSKEY: 'Kunci sandi', TOTP: 'Aplikasi kode' },
  proveTitle: 'Buktikan diri untuk mengubah',
  proveText: 'Menambah atau menghapus bukti diri memerlukan salah satu bukti yang sudah Anda punya.',
  addTitle: 'Tambah bukti diri',
  addText: 'Daftarkan lebih dari satu, supaya kehilangan satu perangkat tidak menghentikan Anda.',
};

const refusals: Readonly<Record<RecoveryRefusal, string>> = {
  UNKNOWN_PERSON: 'Tidak ada pegawai aktif dengan NIP itu di instansi ini.',
  OWN_FACTORS: 'Pemulihan untuk diri sendiri harus diminta dan disetujui dua administrator lain.',
  ASKED_ALREADY: 'Sudah ada permintaan pemulihan untuk pegawai ini yang menunggu.',
  SAME_ADMINISTRATOR: 'Yang meminta tidak boleh menyetujui. Administrator lain harus memeriksanya.',
  NOT_OPEN: 'Permintaan ini sudah selesai atau lewat 72 jam.',
  TOO_MANY: 'Pegawai ini sudah terlalu sering dipulihkan. Hubungi pengelola sistem.',
};

const recovery = {
  nav: 'Pemulihan',
  title: 'Pemulihan bukti diri',
  lede: 'Bila pegawai kehilangan perangkatnya, seorang administrator meminta pemulihan dan administrator lain menyetujuinya. Semua bukti dirinya yang lama lalu tidak berlaku. Pegawai itu dan para administrator diberi tahu.',
  hidden: 'Halaman ini tidak menunjukkan siapa punya bukti diri apa.',
  askTitle: 'Minta pemulihan',
  nip: 'NIP pegawai',
  reason: 'Alasan',
  reasonHint: '10 sampai 500 huruf. Tulis bagaimana Anda memastikan bahwa pegawai itu sendiri yang memintanya.',
  reasonError: 'Tulis alasan, 10 sampai 500 huruf.',
  nipError: 'Tulis NIP 18 angka.',
  ask: 'Minta pemulihan',
  openTitle: 'Menunggu administrator kedua',
  noneOpen: 'Tidak ada yang menunggu.',
  confirm: 'Setujui: bukti diri yang lama dihapus',
  decline: 'Tolak',
  withdraw: 'Tarik permintaan',
  decisionError: 'Pilih setujui atau tolak.',
  ownAsk: 'Anda yang memintanya. Administrator lain harus menyetujuinya; Anda dapat menariknya.',
  historyTitle: 'Catatan',
  none: 'Belum pernah ada pemulihan.',
  caption: 'Yang terbaru di atas.',
  person: 'Pegawai',
  askedBy: 'Diminta oleh',
  askedAt: 'Diminta',
  state: 'Keadaan',
  closed: 'Diselesaikan',
  states: { ASKED: 'Menunggu', CONFIRMED: 'Disetujui', DECLINED: 'Ditolak atau ditarik', EXPIRED: 'Lewat waktu' },
};

/** With what an act was proven, in the history of a case. */
const means = { PASSKEY: 'dengan kunci sandi', TOTP: 'dengan aplikasi kode' };

export const stepUp = { gate, errors, factors, recovery, refusals, means };
