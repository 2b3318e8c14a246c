import { bigEndian, bytesOf, Cursor, concat, latin1, sameBytes, startsWith, Unreadable } from './bytes.ts';
import { crc32 } from './crc32.ts';
import { orientationBlock, orientationIn } from './orientation.ts';
import { type Cleaned, cleaned, type RemovedPart } from './removed.ts';

const SIGNATURE = '\x89PNG\r\n\x1a\n';
/** What a picture needs, how its colours are meant, and how its frames follow each other. */
const KEPT = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs cICP mDCV cLLI acTL fcTL fdAT'.split(' '),
);
const REMOVED: Readonly<Record<string, RemovedPart>> = {
  tEXt: 'TEXT',
  zTXt: 'TEXT',
  iTXt: 'TEXT',
  eXIf: 'EXIF',
  tIME: 'TIME',
};

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
}

const isCritical = ({ type }: Chunk): boolean => /^[A-Z]/.test(type);

const read = (cursor: Cursor): Chunk => {
  const length = cursor.u32();
  const body = cursor.take(4 + length);
  const type = latin1(body.subarray(0, 4));
  if (!/^[A-Za-z]{4}$/.test(type) || cursor.u32() !== crc32(body)) throw new Unreadable(`a broken chunk ${type}`);
  return { type, data: body.subarray(4) };
};

const written = ({ type, data }: Chunk): Uint8Array => {
  const body = concat([bytesOf(type), data]);
  return concat([bigEndian([data.length, 4]), body, bigEndian([crc32(body), 4])]);
};

const chunksOf = (cursor: Cursor): readonly Chunk[] => {
  const chunks = [read(cursor)];
  while (chunks.at(-1)?.type !== 'IEND') chunks.push(read(cursor));
  const [first] = chunks;
  if (first?.type !== 'IHDR' || first.data.length !== 13) throw new Unreadable('no header');
  if (!chunks.some(({ type }) => type === 'IDAT')) throw new Unreadable('a picture without content');
  if (chunks.some((chunk) => isCritical(chunk) && !KEPT.has(chunk.type))) throw new Unreadable('an unknown chunk');
  return chunks;
};

const partOf = ({ type, data }: Chunk): RemovedPart =>
  type === 'iTXt' && startsWith(data, 'XML:com.adobe.xmp\0') ? 'XMP' : (REMOVED[type] ?? 'APPLICATION_DATA');

/**
 * A PNG or APNG (ISO/IEC 15948) with its pictures' data as it was and without texts, XMP, EXIF, time, unknown chunks and whatever
 * follows its end. A turn that its EXIF asks for stays.
 * @throws Unreadable
 */
export const cleanPng = (bytes: Uint8Array): Cleaned => {
  const cursor = new Cursor(bytes);
  if (latin1(cursor.take(SIGNATURE.length)) !== SIGNATURE) throw new Unreadable('no signature');
  const chunks = chunksOf(cursor);
  const orientation = chunks
    .filter(({ type }) => type === 'eXIf')
    .map(({ data }) => orientationIn(data))
    .find((value) => value !== undefined);
  const turn = orientation === undefined ? undefined : { type: 'eXIf', data: orientationBlock(orientation) };
  const dropped = chunks.filter(
    ({ type, data }) => !KEPT.has(type) && !(type === 'eXIf' && turn !== undefined && sameBytes(data, turn.data)),
  );
  const [header, ...rest] = chunks.filter(({ type }) => KEPT.has(type));
  const kept = [header, turn, ...rest].filter((chunk) => chunk !== undefined);
  const removed = dropped.map(partOf);
  if (cursor.left > 0) removed.push('TRAILING_DATA');
  return cleaned(concat([bytesOf(SIGNATURE), ...kept.map(written)]), removed);
};
