import type { ArtifactKind } from '../case/event-parts.ts';
import type { Bilingual } from '../rules/rule-file.ts';
import { Unreadable } from './bytes.ts';
import { cleanGif } from './clean-gif.ts';
import { cleanJpeg } from './clean-jpeg.ts';
import { cleanPng } from './clean-png.ts';
import { cleanManifest, cleanText } from './clean-text.ts';
import { cleanWebp } from './clean-webp.ts';
import { type ContentKind, contentKind } from './content-kind.ts';
import { disclosable } from './disclosable.ts';
import { cleanPdf } from './pdf/clean-pdf.ts';
import type { Cleaned, RemovedPart } from './removed.ts';

export { disclosable } from './disclosable.ts';

/** A copy that holds what is seen and nothing about who made or sent it, or why there is none. */
export type CleanCopy =
  | {
      readonly kind: 'clean';
      readonly bytes: Uint8Array;
      /** What the bytes are, whatever was declared. */
      readonly mediaType: string;
      readonly removed: readonly RemovedPart[];
    }
  | { readonly kind: 'not-possible'; readonly reason: Bilingual };

const notPossible = (id: string, en: string): CleanCopy => ({ kind: 'not-possible', reason: { id, en } });

const UNKNOWN = notPossible(
  'Berkas ini bukan jenis yang dapat dibersihkan dari jejak pengirimnya (JPEG, PNG, GIF, WebP, PDF, halaman web, teks biasa).',
  'The file is not of a kind that can be cleared of traces of its sender (JPEG, PNG, GIF, WebP, PDF, web page, plain text).',
);
const BROKEN = notPossible(
  'Berkas ini rusak, terkunci, atau memuat bagian yang tidak dapat dibersihkan, sehingga tidak pasti bebas dari jejak pengirimnya.',
  'The file is broken, locked or has parts that cannot be cleaned, so it is not certain to be free of traces of its sender.',
);
const NEVER_SHOWN = notPossible(
  'Artefak jenis ini tidak diperlihatkan kepada terlapor.',
  'An artefact of this kind is not shown to the respondent.',
);
const SAVED_BY_REPORTER = notPossible(
  'Halaman web atau teks yang disimpan pelapor dapat memuat nama akunnya atau kata-katanya sendiri. Ambil tangkapan dari alamatnya, atau minta gambar layar.',
  'A web page or text that the reporter saved may hold the name of their account or their own words. Capture the address, or ask for a screenshot.',
);

/** A page saved while signed in shows who was, and nothing can tell a text of the reporter's from one of the respondent's. */
const isWritten = (kind: ContentKind): boolean => kind === 'HTML' || kind === 'JSON' || kind === 'TEXT';

const cleaners: Readonly<Record<Exclude<ContentKind, 'OTHER' | 'JSON'>, (bytes: Uint8Array) => Cleaned>> = {
  JPEG: cleanJpeg,
  PNG: cleanPng,
  GIF: cleanGif,
  WEBP: cleanWebp,
  PDF: cleanPdf,
  HTML: cleanText,
  TEXT: cleanText,
};

const mediaTypes: Readonly<Record<Exclude<ContentKind, 'OTHER'>, string>> = {
  JPEG: 'image/jpeg',
  PNG: 'image/png',
  GIF: 'image/gif',
  WEBP: 'image/webp',
  PDF: 'application/pdf',
  HTML: 'text/html',
  JSON: 'application/json',
  TEXT: 'text/plain',
};

const parsed = (bytes: Uint8Array): { readonly json: unknown } | undefined => {
  try {
    return { json: JSON.parse(new TextDecoder().decode(bytes)) };
  } catch {
    return undefined; // the parser's only way to say that it is no JSON
  }
};

/** The declared type where it says more than the bytes do, as the charset of a page; else what the bytes are. */
const mediaTypeOf = (kind: Exclude<ContentKind, 'OTHER'>, declared: string): string => {
  const ofBytes = mediaTypes[kind];
  const essence = declared.split(';')[0]?.trim().toLowerCase();
  return essence === ofBytes ? declared : ofBytes;
};

const result = (kind: Exclude<ContentKind, 'OTHER'>, declared: string, { bytes, removed }: Cleaned): CleanCopy => ({
  kind: 'clean',
  bytes,
  mediaType: mediaTypeOf(kind, declared),
  removed,
});

const copyJson = (bytes: Uint8Array, declared: string): CleanCopy => {
  const value = parsed(bytes);
  if (value === undefined) return result('TEXT', declared, cleanText(bytes));
  return result('JSON', declared, cleanManifest(value.json) ?? cleanText(bytes));
};

/** A file of the evidence; with the kind of its artefact, what is never shown to a respondent has no copy. */
export interface FileToCopy {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly kind?: ArtifactKind | undefined;
}

/**
 * A copy of a piece of evidence that a respondent may see without learning who reported: what is shown is unchanged (the data of
 * pictures byte for byte), what is told beside it is left out. The same bytes always give the same copy, and the copy of a copy is
 * itself. Bytes are judged by what they are, not by what was declared. Never throws.
 */
export const cleanCopy = (file: FileToCopy): CleanCopy => {
  if (file.kind !== undefined && !disclosable(file.kind)) return NEVER_SHOWN;
  const kind = contentKind(file.bytes);
  if (kind === 'OTHER') return UNKNOWN;
  if (file.kind === 'ATTACHMENT' && isWritten(kind)) return SAVED_BY_REPORTER;
  if (kind === 'JSON') return copyJson(file.bytes, file.mediaType);
  try {
    return result(kind, file.mediaType, cleaners[kind](file.bytes));
  } catch (error) {
    if (error instanceof Unreadable) return BROKEN;
    throw error;
  }
};
