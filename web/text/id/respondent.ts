/** What lists of files and facts on the respondent's pages are called. */
const parts = {
  daysLeft: (n: number) => (n > 0 ? `sisa ${n} hari kerja` : 'hari ini hari terakhir'),
  overdue: 'waktu sudah lewat',
  derivation: 'Cara menghitung',
  caseTitle: 'Perkara ini',
  actDate: 'Tanggal perbuatan',
  download: 'Unduh',
  downloadNote: 'Setiap pengunduhan dicatat.',
  fingerprint: 'Sidik berkas (SHA-256)',
  isNew: 'baru',
  basis: 'Dasar',
  unconfirmed: (citation: string) => `${citation} (belum dipastikan dari naskah resminya)`,
  toForm: 'Langsung ke isian Anda',
  lettersTitle: 'Surat untuk Anda',
  noLetters: 'Belum ada surat.',
};

const rights = {
  title: 'Hak Anda',
  items: [
    'Anda belum dinyatakan bersalah. Yang tertulis di bawah adalah sangkaan.',
    'Anda boleh menjawab secara tertulis di sini, dan boleh juga menjawab saat diperiksa.',
    'Anda boleh mengajukan saksi dan mengirim berkas yang meringankan atau membantah.',
    'Anda boleh didampingi. Sebutkan siapa pendamping Anda.',
    'Tidak menjawab bukan pengakuan. Perkara tetap diperiksa berdasarkan bukti yang ada.',
    'Anda menerima salinan berita acara, dan boleh mengoreksinya sebelum menandatangani.',
  ],
};

const charges = {
  title: 'Yang disangkakan',
  note: 'Keputusan hanya boleh didasarkan pada sangkaan ini. Bila ada sangkaan lain, Anda diberi tahu dan diberi waktu lagi.',
  ethics: 'Perkara ini ditangani sebagai pelanggaran kode etik; tidak ada ketentuan disiplin yang disangkakan.',
  principles: 'Prinsip etika yang dinilai dilanggar',
};

const evidence = {
  title: 'Bukti yang dipakai',
  note: 'Hanya bukti dalam daftar ini yang boleh dipakai terhadap Anda. Berkasnya salinan tanpa keterangan tentang siapa yang mengirim.',
  none: 'Tidak ada berkas bukti yang dipakai.',
  withheld: (n: number) =>
    `${n} berkas tidak diperlihatkan karena tidak dapat dibersihkan dari jejak pengirimnya atau tidak aman dibuka, dan karena itu tidak dapat dipakai terhadap Anda.`,
  words: 'Identitas dan kata-kata pelapor tidak diperlihatkan, dan karena itu tidak dapat dipakai terhadap Anda.',
  disclosure: (version: number) => `Daftar ini versi ${version}. Sidiknya`,
  attachment: (n: number) => `Berkas yang diserahkan ${n}`,
  capture: (n: number) => `Salinan halaman ${n}`,
  captureText: (n: number) => `Teks dari halaman ${n}`,
  screenshot: (n: number) => `Gambar layar halaman ${n}`,
  renderedPage: (n: number) => `Halaman ${n} seperti ditampilkan`,
  manifest: (n: number) => `Catatan pengambilan halaman ${n}`,
  captured: (when: string) => `diambil sistem ${when}`,
};

const letters = {
  summons: (ordinal: number) => `Surat Panggilan ${ordinal === 1 ? 'I' : 'II'}`,
  EXAMINATION_RECORD: 'Berita Acara Pemeriksaan',
  TEMPORARY_RELEASE: 'Keputusan Pembebasan Sementara dari Tugas',
  DELIVERY_SUMMONS: 'Panggilan untuk Menerima Keputusan',
  DELIVERY_RECEIPT: 'Tanda Terima Keputusan',
  APPEAL_RECEIPT: 'Tanda Terima Upaya Administratif',
  decision: 'Surat keputusan',
  numbered: (name: string, number: string) => `${name} nomor ${number}`,
};

const summons = {
  title: 'Panggilan pemeriksaan',
  ordinal: (n: number) => `Panggilan ${n === 1 ? 'I' : 'II'}`,
  which: 'Surat',
  when: 'Hari dan jam',
  place: 'Tempat',
  mode: 'Cara',
  examiner: 'Menghadap kepada',
  interval: 'Jarak dari tanggal surat',
  days: (n: number) => `${n} hari kerja`,
  states: {
    STANDS:
      'Hadirlah pada waktu ini. Bila dua kali dipanggil dengan patut dan Anda tidak hadir, perkara diputus tanpa kehadiran Anda.',
    HELD: 'Pemeriksaan ini sudah dilaksanakan.',
    OVER: 'Panggilan ini tidak berlaku lagi. Bila Anda masih harus hadir, panggilan baru muncul di sini.',
  },
  none: 'Belum ada panggilan.',
};

const record = {
  title: 'Berita acara pemeriksaan Anda',
  pending:
    'Bacalah dengan teliti. Anda boleh menandatangani, atau menolak, dan menuliskan apa yang tidak sesuai dengan yang Anda katakan.',
  heldOn: 'Tanggal pemeriksaan',
  signing: 'Tanda tangan',
  question: (n: number) => `Pertanyaan ${n}`,
  answer: 'Jawaban Anda',
  statement: 'Keterangan Anda',
  file: 'Isi berita acara sebagai berkas',
  gone: 'Isi berita acara tidak dapat dibaca. Hubungi bagian kepegawaian.',
};

const sent = {
  title: 'Yang sudah Anda kirim',
  none: 'Anda belum mengirim apa pun.',
  answer: 'Jawaban',
  lastAnswer: 'Jawaban terakhir',
  signed: 'Berita acara ditandatangani',
  refused: 'Berita acara ditolak',
  statement: 'Jawaban',
  witnesses: 'Saksi',
  companion: 'Pendamping',
  corrections: 'Koreksi',
  grounds: 'Alasan',
  text: 'Teks kiriman ini',
  file: (n: number) => `Berkas ${n}`,
};

const response = {
  title: 'Panggilan dan hak jawab Anda',
  lede: 'Di halaman ini Anda membaca apa yang disangkakan kepada Anda dan bukti yang dipakai, lalu menjawabnya.',
  due: 'Jawab paling lambat',
  formTitle: 'Kirim jawaban Anda',
};

const form = {
  outcome: 'Apa yang Anda kirim?',
  outcomeHint: 'Tidak ada pilihan bawaan. Pilih satu.',
  outcomes: {
    ANSWER: { label: 'Jawaban', meaning: 'Tercatat sekarang. Anda masih boleh menambah sampai batas waktu.' },
    FINISH: { label: 'Jawaban terakhir', meaning: 'Tidak akan ada tambahan. Tautan ini tertutup sesudahnya.' },
    SIGN_RECORD: {
      label: 'Menandatangani berita acara',
      meaning: 'Isinya sesuai. Yang kurang tepat boleh Anda tulis sebagai koreksi.',
    },
    REFUSE_RECORD: {
      label: 'Menolak menandatangani berita acara',
      meaning: 'Penolakan dicatat. Berita acara tetap berlaku, bersama koreksi Anda.',
    },
    FILE: { label: 'Ajukan upaya administratif', meaning: 'Tercatat saat ini juga.' },
  },
  answerTitle: 'Untuk jawaban',
  answerHint: 'Isi bila Anda memilih “Jawaban” atau “Jawaban terakhir”.',
  statement: 'Jawaban Anda atas sangkaan',
  statementHint: 'Dengan kata-kata Anda sendiri, paling banyak 20.000 huruf.',
  witnesses: 'Saksi yang Anda ajukan',
  witnessesHint: 'Nama, dan apa yang diketahuinya.',
  companion: 'Pendamping Anda',
  companionHint: 'Nama orang yang mendampingi Anda saat diperiksa.',
  files: 'Berkas',
  filesHint: (files: number, mib: number) =>
    `Paling banyak ${files} berkas dan bersama-sama ${mib} MB sekali kirim. Untuk lebih dari itu, kirim beberapa kali.`,
  filesOnce: (files: number, mib: number) => `Paling banyak ${files} berkas, bersama-sama paling besar ${mib} MB.`,
  recordTitle: 'Untuk berita acara',
  recordHint: 'Isi bila Anda menandatangani atau menolak berita acara, dan ada yang tidak sesuai.',
  corrections: 'Yang tidak sesuai dalam berita acara',
  grounds: 'Alasan Anda',
  groundsHint: 'Mengapa keputusan ini keliru atau terlalu berat, paling banyak 20.000 huruf.',
  hurry: (minutes: number) =>
    `Kirim dalam ${minutes} menit sesudah memasukkan kode. Bila perlu waktu lebih lama, tulis dahulu di tempat lain.`,
  submit: 'Kirim',
  again: 'Teks Anda tidak hilang. Pilih lagi apa yang Anda kirim, dan lampirkan lagi berkas Anda.',
  recorded: 'Yang Anda kirim menjadi bagian tetap dari perkara dan tidak dapat dihapus.',
};

const errors = {
  outcome: 'Pilih apa yang Anda kirim.',
  statement: 'Tulis jawaban Anda, paling banyak 20.000 huruf.',
  witnesses: 'Saksi paling banyak 5.000 huruf.',
  companion: 'Pendamping paling banyak 300 huruf.',
  corrections: 'Koreksi paling banyak 20.000 huruf.',
  grounds: 'Tulis alasan Anda, paling banyak 20.000 huruf.',
  tooManyFiles: (files: number) => `Paling banyak ${files} berkas sekali kirim.`,
  emptyFile: (name: string) => `Berkas ${name} kosong.`,
  largeFile: (name: string, mib: number) => `Berkas ${name} lebih besar dari ${mib} MB.`,
  recordChanged: 'Berita acara di halaman ini sudah ditanggapi atau berubah. Baca lagi, lalu pilih.',
};

const remedy = {
  title: 'Keputusan dan upaya administratif',
  lede: 'Bacalah keputusan atas perkara Anda, dan putuskan apakah Anda mengajukan upaya administratif.',
  decisionTitle: 'Keputusan',
  sanction: 'Hukuman',
  level: 'Tingkat',
  number: 'Nomor keputusan',
  decidedOn: 'Ditetapkan',
  provisions: 'Ketentuan yang dinyatakan dilanggar',
  principles: 'Prinsip etika yang dinyatakan dilanggar',
  reason: 'Pertimbangan',
  receivedOn: 'Anda terima',
  refusedToSign: 'Anda menolak menandatangani tanda terima; hari itu dihitung sebagai hari penerimaan.',
  effectiveOn: 'Mulai berlaku',
  effectiveNote: 'bila tidak ada upaya administratif',
  remedyTitle: 'Bila Anda tidak setuju dengan keputusan ini',
  route: 'Yang dapat Anda ajukan',
  addressee: 'Kepada',
  until: 'Paling lambat',
  suspends:
    'Selama upaya ini belum diputus, hukuman tidak dilaksanakan. Putusannya dapat menguatkan, mengubah, atau membatalkan.',
  runs: 'Hukuman tetap berlaku selama upaya ini belum diputus. Putusannya dapat menguatkan, mengubah, atau membatalkan.',
  silence: 'Tidak mengajukan juga hak Anda. Keputusan lalu berlaku pada hari yang disebut di atas.',
  none: 'Terhadap keputusan ini tidak tersedia upaya administratif.',
  over: 'Batas waktu untuk mengajukan upaya administratif sudah lewat.',
  formTitle: 'Ajukan upaya administratif',
};

const done = {
  title: 'Kiriman Anda tercatat',
  open: 'Tautan ini masih berlaku sampai batas waktu.',
  closed: 'Tautan ini sekarang tidak berlaku lagi. Simpan halaman ini sebagai bukti.',
  outcome: 'Kiriman',
  stored: 'Yang kami terima, dengan sidiknya',
  back: 'Kembali ke halaman Anda',
  next: {
    ANSWER: 'Jawaban Anda dibaca oleh pemeriksa. Anda masih boleh menambah.',
    FINISH: 'Jawaban Anda diteruskan kepada pemeriksa. Hadirlah bila Anda masih dipanggil.',
    SIGN_RECORD: 'Laporan hasil pemeriksaan dibuat bersama koreksi Anda, bila ada.',
    REFUSE_RECORD: 'Laporan hasil pemeriksaan dibuat. Penolakan dan koreksi Anda ikut dicatat.',
    FILE: 'Upaya Anda diteruskan kepada yang berwenang memutus, dan tanda terimanya diterbitkan.',
  },
  actedTitle: 'Halaman ini sudah tertutup',
  actedText:
    'Batas waktu sudah lewat, atau kiriman terakhir Anda sudah tercatat lebih dahulu. Kiriman ini tidak mengubah apa pun.',
};

/** The respondent's own pages: being heard, and what they may do against a decision. */
export const respondent = {
  parts,
  rights,
  charges,
  evidence,
  letters,
  summons,
  record,
  sent,
  response,
  form,
  errors,
  remedy,
  done,
};
