import { bigEndian, bytesOf, Cursor, concat, sameBytes, startsWith, Unreadable } from './bytes.ts';
import { orientationBlock, orientationIn } from './orientation.ts';
import { type Cleaned, cleaned, type RemovedPart } from './removed.ts';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const EXIF = 'Exif\0\0';
/** Frames, tables, restart interval, scans: what a decoder needs. */
const NEEDED = new Set([
  0xc0, 0xc1, 0xc2, 0xc3, 0xc4, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcc, 0xcd, 0xce, 0xcf, 0xda, 0xdb, 0xdc, 0xdd,
]);
const FRAMES = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);

interface Copy {
  readonly segments: Uint8Array[];
  readonly removed: RemovedPart[];
  readonly seen: Set<number>;
  orientation: number | undefined;
}

const segment = (marker: number, payload: Uint8Array): Uint8Array =>
  concat([bigEndian([0xff, 1], [marker, 1], [payload.length + 2, 2]), payload]);

const orientationSegment = (orientation: number): Uint8Array =>
  segment(0xe1, concat([bytesOf(EXIF), orientationBlock(orientation)]));

/** What stays of an application segment, or what it is. */
const applicationPart = (marker: number, payload: Uint8Array): Uint8Array | RemovedPart => {
  if (marker === APP0 && startsWith(payload, 'JFIF\0') && payload.length >= 14)
    return concat([payload.subarray(0, 12), bigEndian([0, 2])]);
  if (marker === APP0 && startsWith(payload, 'JFXX\0')) return 'THUMBNAIL';
  if (marker === 0xe1 && startsWith(payload, EXIF)) return 'EXIF';
  if (marker === 0xe1 && startsWith(payload, 'http://ns.adobe.com/x')) return 'XMP';
  if (marker === 0xe2 && startsWith(payload, 'ICC_PROFILE\0')) return payload;
  if (marker === 0xed) return 'IPTC';
  if (marker === 0xee && startsWith(payload, 'Adobe') && payload.length >= 12) return payload.subarray(0, 12);
  return 'APPLICATION_DATA';
};

const addApplication = (copy: Copy, marker: number, payload: Uint8Array): void => {
  const part = applicationPart(marker, payload);
  if (typeof part !== 'string') {
    if (part.length < payload.length) copy.removed.push(marker === APP0 ? 'THUMBNAIL' : 'APPLICATION_DATA');
    copy.segments.push(segment(marker, part));
    return;
  }
  const orientation = part === 'EXIF' ? orientationIn(payload.subarray(EXIF.length)) : undefined;
  const isBare = orientation !== undefined && sameBytes(payload.subarray(EXIF.length), orientationBlock(orientation));
  copy.orientation ??= orientation;
  if (!isBare) copy.removed.push(part);
};

/** Entropy-coded data runs up to the next marker that is neither a stuffed byte nor a restart. */
const scanData = (cursor: Cursor): Uint8Array => {
  const start = cursor.at;
  for (let at = start; at + 1 < cursor.bytes.length; at += 1) {
    const next = cursor.bytes[at + 1] ?? 0;
    if (cursor.bytes[at] !== 0xff || next === 0 || (next >= 0xd0 && next <= 0xd7)) continue;
    return cursor.take(at - start);
  }
  throw new Unreadable('a scan without end');
};

const nextMarker = (cursor: Cursor): number => {
  if (cursor.u8() !== 0xff) throw new Unreadable(`no marker at ${cursor.at - 1}`);
  let marker = cursor.u8();
  while (marker === 0xff) marker = cursor.u8();
  return marker;
};

const addSegment = (copy: Copy, cursor: Cursor, marker: number): void => {
  const length = NEEDED.has(marker) || marker >= APP0 ? cursor.u16() : 0;
  if (length < 2) throw new Unreadable(`marker ${marker} has no place in a picture`);
  const payload = cursor.take(length - 2);
  if (marker === 0xfe) copy.removed.push('COMMENT');
  else if (marker >= APP0 && marker <= 0xef) addApplication(copy, marker, payload);
  else if (!NEEDED.has(marker)) throw new Unreadable(`marker ${marker} is reserved`);
  else {
    copy.seen.add(marker);
    copy.segments.push(segment(marker, payload));
    if (marker === SOS) copy.segments.push(scanData(cursor));
  }
};

const assembled = ({ segments, orientation }: Copy): Uint8Array => {
  const turned = orientation === undefined ? [] : [orientationSegment(orientation)];
  const isJfif = segments[0]?.[1] === APP0;
  const head = isJfif ? segments.slice(0, 1) : [];
  const rest = isJfif ? segments.slice(1) : segments;
  return concat([bigEndian([0xff, 1], [SOI, 1]), ...head, ...turned, ...rest, bigEndian([0xff, 1], [EOI, 1])]);
};

/**
 * A JPEG (ITU-T T.81) with its pictures' data as it was and without EXIF, XMP, IPTC, comments, thumbnails, other application data and
 * whatever follows its end. Colour profile and Adobe's colour mark stay, and the turn that a phone's EXIF asks for, so that it looks
 * the same.
 * @throws Unreadable
 */
export const cleanJpeg = (bytes: Uint8Array): Cleaned => {
  const cursor = new Cursor(bytes);
  if (nextMarker(cursor) !== SOI) throw new Unreadable('no start of image');
  const copy: Copy = { segments: [], removed: [], seen: new Set(), orientation: undefined };
  for (let marker = nextMarker(cursor); marker !== EOI; marker = nextMarker(cursor)) addSegment(copy, cursor, marker);
  if (!copy.seen.has(SOS) || ![...copy.seen].some((marker) => FRAMES.has(marker)))
    throw new Unreadable('a picture without content');
  if (cursor.left > 0) copy.removed.push('TRAILING_DATA');
  return cleaned(assembled(copy), copy.removed);
};
