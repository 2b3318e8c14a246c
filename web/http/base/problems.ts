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
  unavailable: { status: 503, title: t('Sedang tidak tersedia, coba lagi', 'Not available just now, try again') },
} as const satisfies Record<string, { status: number; title: Title }>;
export type ProblemKind = keyof typeof problems;

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
  TrailContended: 'unavailable',
  ServiceUnavailable: 'unavailable',
  NoEligibleAssignee: 'unavailable',
};
