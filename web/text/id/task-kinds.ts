import type { OutcomeOf, TaskKind, WaitingKind } from '../codes.ts';

type Choice = { label: string; meaning: string };

/** What each task page is called, what it asks for, and what its button says. */
export const kinds: Readonly<Record<TaskKind, { title: string; lede: string; submit: string }>> = {
  triage: {
    title: 'Telaah laporan',
    lede: 'Pastikan siapa terlapor dan jalur penanganannya, atau akhiri penelaahan.',
    submit: 'Tetapkan hasil telaah',
  },
  review: {
    title: 'Tinjauan atasan langsung',
    lede: 'Nilai laporan dan bukti, lalu tetapkan prinsip yang menurut Anda dilanggar.',
    submit: 'Tetapkan hasil tinjauan',
  },
  team: {
    title: 'Pembentukan tim pemeriksa',
    lede: 'Tetapkan siapa yang memeriksa terlapor, atau serahkan pemeriksaan kepada atasan langsung.',
    submit: 'Tetapkan pemeriksa',
  },
  examination: {
    title: 'Pemeriksaan terlapor',
    lede: 'Dengarkan terlapor, catat tanya jawab, lalu tulis hasil pemeriksaan. Pilih dahulu hasilnya; isian mengikuti.',
    submit: 'Tetapkan hasil pemeriksaan',
  },
  decision: {
    title: 'Keputusan pejabat yang berwenang',
    lede: 'Jatuhkan hukuman, hentikan perkara, atau kembalikan untuk dilengkapi.',
    submit: 'Tetapkan keputusan',
  },
  service: {
    title: 'Penyampaian keputusan',
    lede: 'Sampaikan keputusan kepada terlapor, lalu catat kapan dan bagaimana keputusan itu diterima.',
    submit: 'Catat penyampaian',
  },
  appeal: {
    title: 'Putusan upaya administratif',
    lede: 'Catat apa yang diputuskan atas keberatan atau banding terlapor.',
    submit: 'Catat putusan',
  },
  execution: {
    title: 'Akhir masa hukuman',
    lede: 'Pastikan hukuman selesai dijalani dan keadaan sudah dipulihkan, lalu catat tanggalnya.',
    submit: 'Catat selesai',
  },
};

/** What waits for the reporter or the respondent, as lists call it. */
export const waiting: Readonly<Record<WaitingKind, string>> = {
  answer: 'Jawaban pelapor',
  response: 'Hak jawab terlapor',
  remedy: 'Upaya administratif terlapor',
};

const recuse: Choice = { label: 'Mundur', meaning: 'Ada benturan kepentingan. Tugas naik ke atasan berikutnya.' };
const changeTrack: Choice = { label: 'Pindahkan jalur', meaning: 'Perkara ini milik jalur lain. Pilih jalurnya.' };
const moreEvidence: Choice = {
  label: 'Minta bukti tambahan',
  meaning: 'Perkara kembali ke pengumpulan bukti; putaran berikutnya dimulai.',
};

export const outcomes: { readonly [K in TaskKind]: Readonly<Record<OutcomeOf<K>, Choice>> } = {
  triage: {
    PROCEED: { label: 'Lanjutkan', meaning: 'Teruskan kepada atasan langsung terlapor. Isi NIP dan jalur.' },
    ASK_REPORTER: { label: 'Tanya pelapor', meaning: 'Alasan di bawah dikirim sebagai pertanyaan kepada pelapor.' },
    MERGE: { label: 'Gabungkan', meaning: 'Peristiwa ini sudah ditangani. Isi nomor perkara tujuan.' },
    REFER: { label: 'Limpahkan', meaning: 'Kewenangan ada pada pihak lain.' },
    REJECT: { label: 'Tolak', meaning: 'Bukan ASN, bukan kewenangan, atau tidak memenuhi syarat.' },
  },
  review: {
    PROCEED: {
      label: 'Lanjutkan',
      meaning: 'Ada dugaan pelanggaran. Centang prinsip yang dilanggar; terlapor lalu dipanggil.',
    },
    MORE_EVIDENCE: moreEvidence,
    CHANGE_TRACK: changeTrack,
    DISMISS: { label: 'Hentikan', meaning: 'Tidak ada pelanggaran.' },
    RECUSE: recuse,
  },
  team: {
    FORM: { label: 'Bentuk tim', meaning: 'Tim memeriksa terlapor. Tanpa centang, tim yang diusulkan dibentuk.' },
    DECLINE: { label: 'Tanpa tim', meaning: 'Atasan langsung memeriksa sendiri. Hukuman berat lalu tidak mungkin.' },
  },
  examination: {
    HELD: { label: 'Terlapor hadir dan diperiksa', meaning: 'Isi berita acara dan hasil pemeriksaan.' },
    ABSENT: {
      label: 'Terlapor tidak hadir',
      meaning: 'Catat bagaimana panggilan sampai. Sesudah dua panggilan yang terbukti sampai, perkara berlanjut.',
    },
    RESCHEDULE: { label: 'Jadwalkan ulang', meaning: 'Pemeriksaan pindah hari; panggilan baru diterbitkan.' },
    REQUEST_TEAM: { label: 'Minta tim pemeriksa', meaning: 'Perkara ini perlu diperiksa oleh tim.' },
    RETURN_FOR_EVIDENCE: moreEvidence,
    RELEASE: {
      label: 'Bebaskan sementara dari tugas jabatan',
      meaning: 'Hanya bila hukuman berat mungkin dijatuhkan. Pemeriksaan tetap berjalan.',
    },
    CHANGE_TRACK: changeTrack,
    RECUSE: recuse,
  },
  decision: {
    SANCTION: { label: 'Jatuhkan hukuman', meaning: 'Pilih hukuman atau sanksi moral.' },
    DISMISS: { label: 'Hentikan perkara', meaning: 'Pelanggaran tidak terbukti.' },
    RETURN: { label: 'Kembalikan', meaning: 'Pemeriksaan perlu dilengkapi; putaran berikutnya dimulai.' },
    FORWARD: {
      label: 'Teruskan ke atas',
      meaning: 'Ini bukan kewenangan Anda. Pejabat yang lebih tinggi menerimanya.',
    },
    PROPOSE: {
      label: 'Usulkan kepada Presiden',
      meaning: 'Hanya Presiden yang berwenang. Pilih hukuman yang diusulkan.',
    },
    RECUSE: recuse,
  },
  service: {
    SERVED: { label: 'Diterima terlapor', meaning: 'Terlapor menerima keputusan. Isi tanggal diterima.' },
    DISPATCHED: {
      label: 'Dikirim',
      meaning: 'Terlapor tidak datang; keputusan dikirim ke alamat terakhir. Isi tanggal dikirim.',
    },
    REFUSED_TO_SIGN: { label: 'Menolak menerima', meaning: 'Terlapor menolak menerima atau menandatangani.' },
  },
  appeal: {
    UPHELD: { label: 'Dikuatkan', meaning: 'Hukuman tetap.' },
    CHANGED: { label: 'Diubah', meaning: 'Hukuman diganti. Pilih penggantinya.' },
    ANNULLED: { label: 'Dibatalkan', meaning: 'Hukuman batal.' },
  },
  execution: {
    COMPLETED: { label: 'Selesai dijalani', meaning: 'Masa hukuman berakhir dan keadaan sudah dipulihkan.' },
  },
};
