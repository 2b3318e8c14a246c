import { decodeText } from './charset.ts';
import { mediaTypeOf } from './headers.ts';
import { type ReadablePage, readHtml } from './html-text.ts';
import type { HeaderLine } from './page-capture.ts';

const HTML_TYPES = new Set(['text/html', 'application/xhtml+xml']);
/**
 * How much of a page is read, and how much text comes of it, in UTF-16 code units: many times the longest post or article. What a
 * stranger's server sends is kept whole as evidence; reading all of ten megabytes would cost a judgement of minutes and gigabytes.
 */
const MOST_SOURCE = 2_000_000;
export const MOST_TEXT = 200_000;

const cut = ({ text, asksForPassword }: ReadablePage): ReadablePage => ({
  text: text.slice(0, MOST_TEXT),
  asksForPassword,
});

const NOTHING: ReadablePage = { text: '', asksForPassword: false };

const isTextType = (mediaType: string) =>
  mediaType.startsWith('text/') || /^application\/([\w.-]+\+)?(json|xml)$/.test(mediaType);

const looksLikeHtml = (text: string) => /^\s*<(!doctype\s+html|html|head|body)\b/i.test(text.slice(0, 1024));

/**
 * What a person would read in an answer. HTML loses its markup, other text stays as it is, and anything else (pictures,
 * archives) reads as nothing. An answer without a media type is judged by its beginning. Of a very long page only the beginning is
 * read, at most {@link MOST_TEXT}.
 *
 * @param body content with its content coding already removed (`CapturedPage.decoded`).
 */
export function readPage(body: Uint8Array, headers: readonly HeaderLine[]): ReadablePage {
  const mediaType = mediaTypeOf(headers);
  const isHtml = HTML_TYPES.has(mediaType);
  if (mediaType !== '' && !isHtml && !isTextType(mediaType)) return NOTHING;
  const text = decodeText(body, headers).slice(0, MOST_SOURCE);
  if (isHtml || (mediaType === '' && looksLikeHtml(text))) return cut(readHtml(text));
  return mediaType === '' && text.includes('\0') ? NOTHING : cut({ text, asksForPassword: false });
}

/** The text of {@link readPage}: what the principle suggestion reads. */
export function textOf(body: Uint8Array, headers: readonly HeaderLine[]): string {
  return readPage(body, headers).text;
}
