import type { CaptureFailureCode, CaptureFailureReason } from './page-capture.ts';

/**
 * The sentences of a failed capture. They name no address, port or system message: reporters may read them, and must not
 * learn from them what a network looks like from the inside.
 */
const TEXTS: Readonly<Record<CaptureFailureCode, readonly [id: string, en: string]>> = {
  REFUSED_URL: [
    'Alamat ini tidak dapat diambil: hanya tautan http atau https biasa, tanpa nama pengguna dan pada port web.',
    'This link cannot be captured: only plain http or https links, without a user name and on a web port.',
  ],
  REFUSED_ADDRESS: ['Tautan ini tidak mengarah ke situs web publik.', 'This link does not lead to a public web site.'],
  DNS_FAILURE: ['Nama situs tidak ditemukan.', 'The name of the site was not found.'],
  CONNECTION_FAILED: ['Sambungan ke situs gagal atau terputus.', 'The connection to the site failed or broke off.'],
  TLS_FAILURE: [
    'Sambungan aman ke situs tidak dapat dipastikan keasliannya.',
    'The secure connection to the site could not be verified.',
  ],
  TIMEOUT: ['Situs tidak selesai menjawab pada waktunya.', 'The site did not finish answering in time.'],
  TOO_LARGE: ['Jawaban situs melebihi ukuran yang disimpan.', 'The answer is larger than what is stored.'],
  TOO_MANY_REDIRECTS: ['Tautan dialihkan terlalu banyak kali.', 'The link was redirected too many times.'],
  BAD_RESPONSE: ['Jawaban situs bukan jawaban HTTP yang dapat dibaca.', 'The answer of the site is not readable HTTP.'],
};

/** The reason of a failed capture, worded in both languages. */
export function captureFailure(code: CaptureFailureCode): CaptureFailureReason {
  const [id, en] = TEXTS[code];
  return { code, id, en };
}

/** Recorded by the sweep where nothing that takes captures came to an end with one. */
export const NEVER_TAKEN = {
  code: 'NEVER_TAKEN',
  reason: {
    id: 'Pengambilan halaman ini tidak selesai dalam waktu 24 jam.',
    en: 'Capturing this page did not come to an end within 24 hours.',
  },
} as const;
