import type { Lang } from '../../text/lang.ts';

type Title = Readonly<Record<Lang, string>>;

/** Every kind of problem (RFC 9457) that an answer may carry: its status and its title in both languages. */
export const problems = {
  'malformed-request': { status: 400, title: t('Permintaan tidak dapat dibaca', 'The request cannot be read') },
  unauthenticated: { status: 401, title: t('Anda belum dikenali', 'You are not signed in') },
  'not-found': { status: 404, title: t('Tidak ditemukan', 'Not found') },
  'method-not-allowed': { status: 405, title: t('Metode tidak tersedia di sini', 'This method is not available here') },
  conflict: { status: 409, title: t('Bertentangan dengan yang sudah ada', 'In conflict with what is there') },
  'body-too-large': { status: 413, title: t('Kiriman terlalu besar', 'The body is too large') },
  'unsupported-media-type': { status: 415, title: t('Jenis isi tidak diterima', 'This content type is not accepted') },
  'invalid-input': { status: 422, title: t('Ada isian yang perlu diperbaiki', 'Some of the input must be corrected') },
  'too-many-requests': { status: 429, title: t('Terlalu banyak permintaan', 'Too many requests') },
  'internal-error': { status: 500, title: t('Terjadi kesalahan pada sistem', 'The system made an error') },
  'trail-broken': { status: 500, title: t('Jejak perkara ini rusak', 'The trail of this case is broken') },
  unavailable: { status: 503, title: t('Sedang tidak tersedia, coba lagi', 'Not available just now, try again') },
} as const satisfies Record<string, { status: number; title: Title }>;
export type ProblemKind = keyof typeof problems;

/** What a reader of the page can do about it, where the answer itself says no more. */
export const problemHelp: Readonly<Partial<Record<ProblemKind, Title>>> = {
  'not-found': t(
    'Alamat ini tidak ada, sudah tidak berlaku, atau bukan untuk Anda. Periksa lagi tautannya.',
    'This address does not exist, is no longer valid, or is not for you. Check the link.',
  ),
  'trail-broken': t(
    'Perkara ini tidak dapat ditampilkan karena peristiwa-peristiwanya tidak lagi bersambung. Unduh ekspornya lewat API dan jalankan pemeriksa: ia menyebut peristiwa mana yang diubah, hilang, atau bercabang.',
    'This case cannot be shown because its events no longer follow on each other. Download its export by the API and run the verifier: it names the event that was edited, is missing or forks.',
  ),
  'method-not-allowed': t(
    'Alamat ini hanya menerima kiriman formulir. Mulai lagi dari halaman formulirnya.',
    'This address only takes what a form sends. Start again from the page of the form.',
  ),
  'body-too-large': t(
    'Yang Anda kirim melebihi batas. Kembali, lalu kurangi teks atau pilih berkas yang lebih kecil.',
    'What you sent is over the limit. Go back, and shorten the text or choose a smaller file.',
  ),
  'unsupported-media-type': t(
    'Kiriman ini tidak datang dalam bentuk formulir. Mulai lagi dari halaman formulirnya.',
    'This was not sent as a form. Start again from the page of the form.',
  ),
  'too-many-requests': t(
    'Tunggu sekitar 10 menit, lalu coba lagi. Isian yang sudah diterima tidak hilang.',
    'Wait for about 10 minutes, then try again. What was accepted is not lost.',
  ),
};

function t(id: string, en: string): Title {
  return { id, en };
}

/**
 * The one table from the name of an error (core/errors.ts) to what the caller is told. A name that is not here is a bug or a broken
 * store: 500, and the log has it.
 */
export const problemOfError: Readonly<Record<string, ProblemKind>> = {
  Unauthenticated: 'unauthenticated',
  NotFound: 'not-found',
  VersionConflict: 'conflict',
  InvalidCursor: 'invalid-input',
  TrailBroken: 'trail-broken',
  IllegalTransition: 'trail-broken',
  TrailContended: 'unavailable',
  ServiceUnavailable: 'unavailable',
  NoEligibleAssignee: 'unavailable',
};
