import { latin1, startsWith } from './bytes.ts';

/** What bytes are by what they say themselves; the media type that somebody declared is not believed. */
export type ContentKind = 'JPEG' | 'PNG' | 'GIF' | 'WEBP' | 'PDF' | 'HTML' | 'JSON' | 'TEXT' | 'OTHER';

/** Readers look for the mark of a PDF this far into a file. */
const PDF_MARK_WITHIN = 1024;
const BEGINNING = 4096;
const PIECE = 64 * 1024;

const PAGE = /^\s*(?:<!--(?:(?!-->)[\s\S])*-->\s*|<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b/i;
/** Texts that carry who wrote, sent or made them: mails and saved pages (MIME), cards, calendars, RTF, PostScript, other XML. */
const AUTHORED =
  /^\s*(?:(?:received|return-path|delivered-to|from|to|subject|date|message-id|mime-version|x-[\w-]+|snapshot-content-location):\s|from \S+@|begin:v(?:card|calendar)|\{\\rtf|%!ps|<\?xml|<svg|<!doctype\s+(?!html))/i;
/** Control characters that no text has: all but tab, line feed, vertical tab, form feed, carriage return and escape. */
const isControl = (byte: number): boolean => byte < 32 && (byte < 9 || byte > 13) && byte !== 27;

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    // Piece by piece: the text of a large file need not exist as a whole.
    const decoder = new TextDecoder('utf-8', { fatal: true });
    for (let at = 0; at < bytes.length; at += PIECE) decoder.decode(bytes.subarray(at, at + PIECE), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false; // the decoder's only way to say so
  }
};

const textKind = (bytes: Uint8Array): ContentKind => {
  const beginning = latin1(bytes.subarray(0, BEGINNING)).replace(/^\xef\xbb\xbf/, '');
  if (bytes.some(isControl)) return 'OTHER';
  if (PAGE.test(beginning)) return 'HTML';
  if (AUTHORED.test(beginning) || !isUtf8(bytes)) return 'OTHER';
  return /^\s*[{[]/.test(beginning) ? 'JSON' : 'TEXT';
};

/** Tells by its first bytes, or by all of them for a text, what a file is. */
export const contentKind = (bytes: Uint8Array): ContentKind => {
  if (startsWith(bytes, '\xff\xd8\xff')) return 'JPEG';
  if (startsWith(bytes, '\x89PNG\r\n\x1a\n')) return 'PNG';
  if (startsWith(bytes, 'GIF87a') || startsWith(bytes, 'GIF89a')) return 'GIF';
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) return 'WEBP';
  if (latin1(bytes.subarray(0, PDF_MARK_WITHIN)).includes('%PDF-')) return 'PDF';
  return textKind(bytes);
};
