import { bytesOf, Cursor, concat, latin1, littleEndian32, sameBytes, startsWith, Unreadable } from './bytes.ts';
import { orientationBlock, orientationIn } from './orientation.ts';
import { type Cleaned, cleaned, type RemovedPart } from './removed.ts';

const PICTURES = new Set(['VP8 ', 'VP8L', 'ANMF']);
const KEPT = new Set([...PICTURES, 'VP8X', 'ALPH', 'ANIM', 'ICCP']);
const FRAME_PARTS = new Set(['VP8 ', 'VP8L', 'ALPH']);
const REMOVED: Readonly<Record<string, RemovedPart>> = { EXIF: 'EXIF', 'XMP ': 'XMP' };
const FRAME_HEADER = 16;
const EXIF_FLAG = 0x08;
/** Colour profile, alpha, animation. */
const KEPT_FLAGS = 0x20 | 0x10 | 0x02;

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
}

const chunksIn = (bytes: Uint8Array): Chunk[] => {
  const cursor = new Cursor(bytes);
  const chunks: Chunk[] = [];
  while (cursor.left > 0) {
    const type = latin1(cursor.take(4));
    const data = cursor.take(cursor.u32le());
    // Some writers leave out the last padding byte.
    if (data.length % 2 === 1 && cursor.left > 0) cursor.take(1);
    chunks.push({ type, data });
  }
  return chunks;
};

const written = ({ type, data }: Chunk): Uint8Array =>
  concat([bytesOf(type), littleEndian32(data.length), data, new Uint8Array(data.length % 2)]);

const frame = (chunk: Chunk, removed: RemovedPart[]): Chunk => {
  const parts = chunksIn(chunk.data.subarray(FRAME_HEADER));
  if (chunk.data.length < FRAME_HEADER || !parts.some(({ type }) => PICTURES.has(type)))
    throw new Unreadable('a frame without content');
  const kept = parts.filter(({ type }) => FRAME_PARTS.has(type));
  if (kept.length < parts.length) removed.push('APPLICATION_DATA');
  return { ...chunk, data: concat([chunk.data.subarray(0, FRAME_HEADER), ...kept.map(written)]) };
};

/** The extended header, saying of the copy what it holds. */
const header = (chunk: Chunk, hasTurn: boolean): Chunk => {
  const [flags = 0] = chunk.data;
  if (chunk.data.length < 10) throw new Unreadable('a short header');
  const told = (flags & KEPT_FLAGS) | (hasTurn ? EXIF_FLAG : 0);
  return { ...chunk, data: concat([Uint8Array.of(told, 0, 0, 0), chunk.data.subarray(4, 10)]) };
};

const tiffOf = (data: Uint8Array): Uint8Array => (startsWith(data, 'Exif\0\0') ? data.subarray(6) : data);

/**
 * A WebP (RFC 9649) with its pictures' data as it was and without EXIF, XMP, unknown chunks and whatever follows its end. A turn that
 * its EXIF asks for stays.
 * @throws Unreadable
 */
export const cleanWebp = (bytes: Uint8Array): Cleaned => {
  const cursor = new Cursor(bytes);
  const isRiff = latin1(cursor.take(4)) === 'RIFF';
  const body = cursor.take(cursor.u32le());
  if (!isRiff || !startsWith(body, 'WEBP')) throw new Unreadable('no signature');
  const chunks = chunksIn(body.subarray(4));
  if (!chunks.some(({ type }) => PICTURES.has(type))) throw new Unreadable('a picture without content');
  const extended = chunks[0]?.type === 'VP8X';
  const exif = chunks.find(({ type }) => type === 'EXIF')?.data;
  const orientation = exif === undefined || !extended ? undefined : orientationIn(tiffOf(exif));
  const turn = orientation === undefined ? undefined : { type: 'EXIF', data: orientationBlock(orientation) };
  const isBare = ({ type, data }: Chunk) => type === 'EXIF' && turn !== undefined && sameBytes(data, turn.data);
  const removed = chunks
    .filter((chunk) => !KEPT.has(chunk.type) && !isBare(chunk))
    .map(({ type }): RemovedPart => REMOVED[type] ?? 'APPLICATION_DATA');
  const kept = chunks
    .filter(({ type }) => KEPT.has(type))
    .map((chunk) => (chunk.type === 'ANMF' ? frame(chunk, removed) : chunk))
    .map((chunk) => (chunk.type === 'VP8X' ? header(chunk, turn !== undefined) : chunk));
  if (cursor.left > 0) removed.push('TRAILING_DATA');
  const content = concat([bytesOf('WEBP'), ...[...kept, ...(turn === undefined ? [] : [turn])].map(written)]);
  return cleaned(concat([bytesOf('RIFF'), littleEndian32(content.length), content]), removed);
};
