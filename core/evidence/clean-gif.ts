import { bigEndian, bytesOf, Cursor, concat, latin1, Unreadable } from './bytes.ts';
import { type Cleaned, cleaned, type RemovedPart } from './removed.ts';

const IMAGE = 0x2c;
const EXTENSION = 0x21;
const TRAILER = 0x3b;
const CONTROL = 0xf9;
const COMMENT = 0xfe;
const APPLICATION = 0xff;
const LOOPS = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0']);

const tableLength = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));

/** Sub-blocks up to and with their terminator, as they stand. */
const subBlocks = (cursor: Cursor): Uint8Array => {
  const start = cursor.at;
  for (let length = cursor.u8(); length !== 0; length = cursor.u8()) cursor.take(length);
  return cursor.bytes.subarray(start, cursor.at);
};

const image = (cursor: Cursor): Uint8Array => {
  const descriptor = cursor.take(9);
  const table = cursor.take(tableLength(descriptor[8] ?? 0));
  return concat([bigEndian([IMAGE, 1]), descriptor, table, cursor.take(1), subBlocks(cursor)]);
};

/** The number of repetitions; anything more in the block is not needed to show the picture. */
const loop = (blocks: Uint8Array): Uint8Array | undefined =>
  blocks[12] === 3 && blocks[13] === 1 ? concat([blocks.subarray(0, 16), bigEndian([0, 1])]) : undefined;

const extension = (cursor: Cursor): Uint8Array | RemovedPart => {
  const label = cursor.u8();
  const blocks = subBlocks(cursor);
  if (label === COMMENT) return 'COMMENT';
  if (label === CONTROL && blocks.length === 6) return concat([bigEndian([EXTENSION, 1], [CONTROL, 1]), blocks]);
  if (label !== APPLICATION) throw new Unreadable(`extension ${label} changes what is seen`);
  const name = latin1(blocks.subarray(1, 12));
  const kept = LOOPS.has(name) ? loop(blocks) : undefined;
  if (kept !== undefined) return concat([bigEndian([EXTENSION, 1], [APPLICATION, 1]), kept]);
  return name === 'XMP DataXMP' ? 'XMP' : 'APPLICATION_DATA';
};

const block = (cursor: Cursor, introducer: number): Uint8Array | RemovedPart => {
  if (introducer === IMAGE) return image(cursor);
  if (introducer === EXTENSION) return extension(cursor);
  throw new Unreadable(`an unknown block ${introducer}`);
};

/**
 * A GIF (GIF89a) with its pictures and their timing as they were and without comments, application data but the number of loops, and
 * whatever follows its end.
 * @throws Unreadable
 */
export const cleanGif = (bytes: Uint8Array): Cleaned => {
  const cursor = new Cursor(bytes);
  if (!/^GIF8[79]a$/.test(latin1(cursor.take(6)))) throw new Unreadable('no signature');
  const flags = cursor.take(7)[4] ?? 0;
  cursor.take(tableLength(flags));
  const kept = [bytes.subarray(0, cursor.at)];
  const removed: RemovedPart[] = [];
  let images = 0;
  for (let introducer = cursor.u8(); introducer !== TRAILER; introducer = cursor.u8()) {
    const part = block(cursor, introducer);
    if (typeof part === 'string') removed.push(part);
    else kept.push(part);
    if (introducer === IMAGE) images += 1;
  }
  if (images === 0) throw new Unreadable('a picture without content');
  if (cursor.left > 0) removed.push('TRAILING_DATA');
  return cleaned(concat([...kept, bytesOf(';')]), removed);
};
