import { UNKNOWN_MEDIA_TYPE } from '../media-type.ts';
import { latin1 } from './bytes.ts';
import { type ContentKind, contentKind } from './content-kind.ts';

/** What a file is by its content, and the names that people and programs rightly give to it. */
interface FileType {
  readonly mediaType: string;
  readonly also?: RegExp;
}

const kinds: Readonly<Record<Exclude<ContentKind, 'OTHER'>, FileType>> = {
  JPEG: { mediaType: 'image/jpeg', also: /^image\/(pjpeg|jpg)$/ },
  PNG: { mediaType: 'image/png', also: /^image\/(x-png|apng)$/ },
  GIF: { mediaType: 'image/gif' },
  WEBP: { mediaType: 'image/webp' },
  PDF: { mediaType: 'application/pdf', also: /^application\/x-pdf$/ },
  HTML: { mediaType: 'text/html', also: /^application\/xhtml\+xml$/ },
  JSON: { mediaType: 'application/json', also: /^(text\/(?!html)[\w.+-]+|application\/[\w.+-]*json)$/ },
  // Whatever text says that it is stays text: nothing in it runs by itself.
  TEXT: { mediaType: 'text/plain', also: /^(text\/(?!html)[\w.+-]+|application\/(x-ndjson|csv|x-subrip))$/ },
};

const ZIPPED: readonly (readonly [RegExp, string])[] = [
  [/word\//, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  [/xl\//, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  [/ppt\//, 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  [/mimetypeapplication\/vnd\.oasis\.opendocument\.text/, 'application/vnd.oasis.opendocument.text'],
  [/mimetypeapplication\/epub\+zip/, 'application/epub+zip'],
  [/META-INF\/MANIFEST\.MF/, 'application/java-archive'],
  [/AndroidManifest\.xml/, 'application/vnd.android.package-archive'],
];

/** Marks by which a program, a recording or an archive begins, in its bytes as Latin-1; a mark may stand after the beginning. */
const marks: readonly (readonly [mark: string, at: number, FileType])[] = [
  [
    'MZ',
    0,
    { mediaType: 'application/vnd.microsoft.portable-executable', also: /^application\/x-(msdownload|dosexec)$/ },
  ],
  ['\x7fELF', 0, { mediaType: 'application/x-executable' }],
  ['\xfe\xed\xfa\xce', 0, { mediaType: 'application/x-mach-binary' }],
  ['\xcf\xfa\xed\xfe', 0, { mediaType: 'application/x-mach-binary' }],
  ['\xca\xfe\xba\xbe', 0, { mediaType: 'application/x-mach-binary' }],
  ['#!', 0, { mediaType: 'text/x-shellscript', also: /^(text|application)\/[\w.+-]*(script|python|perl|sh)[\w.+-]*$/ }],
  ['\xd0\xcf\x11\xe0', 0, { mediaType: 'application/x-ole-storage', also: /^application\/(msword|vnd\.ms-[\w.-]+)$/ }],
  ['{\\rtf', 0, { mediaType: 'application/rtf', also: /^text\/rtf$/ }],
  ['%!PS', 0, { mediaType: 'application/postscript' }],
  ['Rar!\x1a\x07', 0, { mediaType: 'application/vnd.rar', also: /^application\/x-rar/ }],
  ['7z\xbc\xaf\x27\x1c', 0, { mediaType: 'application/x-7z-compressed' }],
  ['\x1f\x8b', 0, { mediaType: 'application/gzip', also: /^application\/x-(gzip|tgz|compressed-tar)$/ }],
  ['ftyphei', 4, { mediaType: 'image/heic', also: /^image\/hei[cf]/ }],
  ['ftypmif1', 4, { mediaType: 'image/heic', also: /^image\/hei[cf]/ }],
  ['ftypavif', 4, { mediaType: 'image/avif' }],
  ['ftyp', 4, { mediaType: 'video/mp4', also: /^(video|audio)\/(mp4|x-m4a|m4a|quicktime|3gpp2?|aac)$/ }],
  ['\x1a\x45\xdf\xa3', 0, { mediaType: 'video/webm', also: /^(video|audio)\/(webm|x-matroska)$/ }],
  ['OggS', 0, { mediaType: 'audio/ogg', also: /^(audio|video|application)\/(ogg|opus)/ }],
  ['ID3', 0, { mediaType: 'audio/mpeg', also: /^audio\/(mp3|x-mp3)$/ }],
  ['\xff\xfb', 0, { mediaType: 'audio/mpeg', also: /^audio\/(mp3|x-mp3)$/ }],
  ['WAVE', 8, { mediaType: 'audio/wav', also: /^audio\/(x-wav|wave|vnd\.wave)$/ }],
  ['AVI ', 8, { mediaType: 'video/x-msvideo', also: /^video\/avi$/ }],
  ['II*\0', 0, { mediaType: 'image/tiff' }],
  ['MM\0*', 0, { mediaType: 'image/tiff' }],
  ['\0\0\0\0', 6, { mediaType: 'image/bmp', also: /^image\/x-(ms-)?bmp$/ }],
];

/** The same for texts that carry more than words. */
const written: readonly (readonly [RegExp, FileType])[] = [
  [/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!doctype svg[^>]*>\s*)?<svg/i, { mediaType: 'image/svg+xml' }],
  [/^\s*<\?xml/i, { mediaType: 'application/xml', also: /^(text|application)\/[\w.+-]*xml$/ }],
  [/^\s*begin:vcard/i, { mediaType: 'text/vcard' }],
  [/^\s*begin:vcalendar/i, { mediaType: 'text/calendar' }],
];

const BEGINNING = 4096;
const ZIP_ANY = /^application\/(zip|x-zip|x-zip-compressed|vnd\.[\w.+-]+|epub\+zip|java-archive)$/;

/** The mark of a bitmap is two letters, which many texts begin with, and four zeroes. */
const isWhole = (mediaType: string, beginning: string): boolean =>
  mediaType !== 'image/bmp' || beginning.startsWith('BM');

const marked = (beginning: string): FileType | undefined => {
  if (beginning.startsWith('PK\x03\x04') || beginning.startsWith('PK\x05\x06')) {
    const inside = ZIPPED.find(([names]) => names.test(beginning));
    return inside === undefined ? { mediaType: 'application/zip', also: ZIP_ANY } : { mediaType: inside[1] };
  }
  const mark = marks.find(
    ([text, at, { mediaType }]) => beginning.startsWith(text, at) && isWhole(mediaType, beginning),
  );
  const text = beginning.replace(/^\xef\xbb\xbf/, '');
  return mark?.[2] ?? written.find(([sign]) => sign.test(text))?.[1];
};

const typeOf = (bytes: Uint8Array): FileType => {
  const kind = contentKind(bytes);
  // A script is text by its bytes, and more than that by its first line.
  const beginning = latin1(bytes.subarray(0, BEGINNING));
  if (kind === 'TEXT' && beginning.startsWith('#!')) return marked(beginning) ?? kinds.TEXT;
  if (kind !== 'OTHER') return kinds[kind];
  return marked(beginning) ?? { mediaType: UNKNOWN_MEDIA_TYPE, also: /^/ };
};

const essenceOf = (declared: string): string => declared.split(';')[0]?.trim().toLowerCase() ?? '';

/** What a file is called on record: by its content, with what the sender said where that is something else. */
export interface NamedType {
  readonly mediaType: string;
  readonly declaredType?: string;
}

/**
 * Names the type of a file by its content. What the sender declared stands where the content does not contradict it (a table is text, too),
 * and is kept beside it where it does. Bytes that nothing is known about are never given the name of a picture, page or program.
 */
export const contentType = (bytes: Uint8Array, declared: string): NamedType => {
  const { mediaType, also } = typeOf(bytes);
  const said = essenceOf(declared);
  if (said === mediaType) return { mediaType: declared };
  if (said === '' || said === UNKNOWN_MEDIA_TYPE) return { mediaType };
  if (mediaType === UNKNOWN_MEDIA_TYPE)
    return isClaim(said) ? { mediaType, declaredType: declared } : { mediaType: declared };
  if (also?.test(said)) return { mediaType: /^(image|application\/x-pdf)/.test(said) ? mediaType : declared };
  return { mediaType, declaredType: declared };
};

/** A name that this file would have to bear out by marks which it does not have. */
const isClaim = (said: string): boolean =>
  /^(image\/(jpe?g|pjpeg|png|gif|webp|hei[cf]|avif|tiff|bmp|svg\+xml)|application\/(pdf|zip|json|gzip)|text\/.*|video\/(mp4|webm))$/.test(
    said,
  );
