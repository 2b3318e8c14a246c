import { decodeText } from './charset.ts';
import { mediaTypeOf } from './headers.ts';
import { type ReadablePage, readHtml } from './html-text.ts';
import type { HeaderLine } from './page-capture.ts';

const HTML_TYPES = new Set(['text/html', 'application/xhtml+xml']);
const NOTHING: ReadablePage = { text: '', asksForPassword: false };

const isTextType = (mediaType: string) =>
  mediaType.startsWith('text/') || /^application\/([\w.-]+\+)?(json|xml)$/.test(mediaType);

const looksLikeHtml = (text: string) => /^\s*<(!doctype\s+html|html|head|body)\b/i.test(text.slice(0, 1024));

/**
 * What a person would read in an answer. HTML loses its markup, other text stays as it is, and anything else (pictures,
 * archives) reads as nothing. An answer without a media type is judged by its beginning.
 *
 * @param body content with its content coding already removed (`CapturedPage.decoded`).
 */
export function readPage(body: Uint8Array, headers: readonly HeaderLine[]): ReadablePage {
  const mediaType = mediaTypeOf(headers);
  if (HTML_TYPES.has(mediaType)) return readHtml(decodeText(body, headers));
  if (mediaType !== '' && !isTextType(mediaType)) return NOTHING;
  const text = decodeText(body, headers);
  if (mediaType !== '') return { text, asksForPassword: false };
  if (looksLikeHtml(text)) return readHtml(text);
  return text.includes('\0') ? NOTHING : { text, asksForPassword: false };
}

/** The text of {@link readPage}: what the principle suggestion reads. */
export function textOf(body: Uint8Array, headers: readonly HeaderLine[]): string {
  return readPage(body, headers).text;
}
