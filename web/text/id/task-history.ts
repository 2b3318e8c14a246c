/** Words for what happened in a case before, as sentences of its history. */
export const facts = {
  trackChanged: (from: string, to: string) => `Jalur dipindah dari ${from} ke ${to}`,
  teamRequested: 'Tim pemeriksa diminta',
  teamFormed: (members: string) => `Tim pemeriksa dibentuk: ${members}`,
  teamDeclined: 'Tim pemeriksa tidak dibentuk',
  disclosed: (version: number, charges: string) =>
    charges === ''
      ? `Bukti diperlihatkan kepada terlapor, versi ${version}`
      : `Sangkaan dan bukti diperlihatkan kepada terlapor, versi ${version}: ${charges}`,
  summoned: (ordinal: number, when: string, place: string) =>
    `Panggilan ${ordinal === 1 ? 'I' : 'II'} untuk ${when}, ${place}`,
  served: (manner: string, date: string) => `Panggilan sampai: ${manner}, ${date}`,
  missed: (ordinal: number, proof: string) =>
    `Terlapor tidak memenuhi panggilan ${ordinal === 1 ? 'I' : 'II'} (${proof})`,
  goesOnWithout: 'Perkara berlanjut tanpa kehadiran terlapor.',
  rescheduled: (when: string) => `Pemeriksaan dijadwalkan ulang: ${when}`,
  held: (signing: string) => `Terlapor diperiksa. ${signing}`,
  returned: 'Pemeriksa meminta bukti tambahan',
  released: (date: string) => `Terlapor dibebaskan sementara dari tugas jabatan sejak ${date}`,
  statement: (files: number) =>
    files < 2 ? 'Terlapor memberi keterangan' : `Terlapor memberi keterangan, ${files} berkas`,
  recordSigned: 'Terlapor menandatangani berita acara',
  recordRefused: 'Terlapor menolak menandatangani berita acara',
  corrected: 'Dengan catatan perbaikan.',
  reported: (recommended: string) => `Laporan hasil pemeriksaan: ${recommended}`,
  noRecommendation: 'tanpa rekomendasi',
  sanctioned: (sanction: string) => `Keputusan: ${sanction}`,
  dismissed: 'Keputusan: perkara dihentikan',
  proposed: (sanction: string) => `Diusulkan kepada Presiden: ${sanction}`,
  sent: (method: string, date: string) => `Keputusan dikirim: ${method}, ${date}`,
  decisionServed: (method: string, date: string) => `Keputusan diterima terlapor: ${method}, ${date}`,
  refusedToSign: (date: string) => `Terlapor menolak menerima keputusan, ${date}`,
  effectiveOn: (date: string) => `Berlaku ${date} bila tidak ada upaya administratif.`,
  appealed: (route: string, date: string) => `${route} diajukan, ${date}`,
  appealDecided: (outcome: string, body: string, number: string) =>
    `Upaya administratif ${outcome}: ${body}, nomor ${number}`,
  effective: (sanction: string, date: string) => `Mulai berlaku ${date}: ${sanction}`,
  endsOn: (date: string) => `Berakhir ${date}.`,
  completed: (date: string) => `Hukuman selesai dijalani, dipulihkan ${date}`,
};
