import type { CustodyAct } from '../../../core/evidence/custody-entry.ts';
import type { StampState } from '../../../core/evidence/stamp-state.ts';

const act: Readonly<Record<CustodyAct, string>> = {
  RECEIVED: 'Diterima',
  CAPTURED: 'Diambil dari situs',
  WRITTEN: 'Dibuat sistem',
  STORED: 'Disimpan di brankas bukti',
  HELD: 'Dikunci: tidak dapat dihapus selama perkara terbuka',
  SCANNED: 'Diperiksa dari program berbahaya',
  STAMPED: 'Dicap waktu',
  DISCLOSED: 'Diperlihatkan kepada terlapor',
  RECAPTURED: 'Halaman yang sama diambil ulang',
  ASKED: 'Membuka halaman permintaan unduh',
  VIEWED: 'Dilihat di dalam halaman',
  OPENED: 'Dibuka',
  DOWNLOADED: 'Berkas asli diunduh',
  RELEASED: 'Kunci perkara ini dilepas: perkara ditutup',
};

const stamp: Readonly<Record<StampState['state'], { label: string; note: string }>> = {
  STAMPED: { label: 'Ada', note: 'Otoritas di luar sistem ini menyatakan bahwa berkas sudah ada pada waktu itu.' },
  MISSING: {
    label: 'Belum ada',
    note: 'Otoritas cap waktu belum menjawab. Sistem mencoba lagi setiap beberapa menit.',
  },
  OFF: { label: 'Tidak ada', note: 'Instansi ini tidak memasang otoritas cap waktu.' },
  NOT_STAMPED: { label: 'Tidak perlu', note: 'Dibuat atau diketik di sistem ini; waktunya ada di jejak perkara.' },
};

/** Riwayat satu bukti. */
export const custody = {
  title: 'Riwayat bukti',
  link: 'Riwayat bukti',
  lede: 'Apa saja yang terjadi pada bukti ini sejak masuk, dan siapa yang melihatnya. Setiap kali halaman ini dibuka, hal itu juga dicatat.',
  caption: 'Riwayat, dari yang paling awal',
  time: 'Waktu',
  what: 'Yang terjadi',
  who: 'Oleh',
  origin: 'Catatan',
  inTrail: (seq: number) => `jejak, peristiwa ${seq}`,
  inLog: 'catatan akses',
  originNote:
    'Yang tercatat di jejak terikat pada rantai sidik dan dapat diperiksa siapa pun. Catatan akses disimpan di sampingnya.',
  holdTitle: 'Kunci hukum',
  held: { label: 'Terkunci', note: 'Tidak dapat dihapus siapa pun.' },
  released: {
    label: 'Tidak terkunci',
    note: 'Tidak ada perkara terbuka yang memerlukannya; masa simpan brankas tetap berlaku.',
  },
  stampTitle: 'Cap waktu',
  stampBy: (authority: string) => `oleh ${authority}`,
  act,
  stamp,
  verdict: (words: string, engine: string) => `${words} (${engine})`,
  reason: (text: string) => `Keperluan: ${text}`,
  robot: 'Program otomatis',
  token: 'Akun API',
  back: 'Kembali ke perkara',
};
