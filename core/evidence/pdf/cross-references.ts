import { Cursor, latin1, Unreadable } from '../bytes.ts';
import { unpacked } from './filters.ts';
import { Lexer } from './lexer.ts';
import { type Dictionary, integerIn, itemsIn, nameIn } from './objects.ts';
import { streamAfter } from './stream-after.ts';

/** Where an object stands: at a byte of the file, or as one of those packed into an object stream. */
export type Place =
  | { readonly kind: 'free' }
  | { readonly kind: 'at'; readonly offset: number; readonly generation: number }
  | { readonly kind: 'packed'; readonly stream: number; readonly index: number };

/** What the file says of itself: the newest place of every object, the newest trailer, and how often it was written on. */
export interface CrossReferences {
  readonly places: ReadonlyMap<number, Place>;
  readonly trailer: Dictionary;
  readonly versions: number;
}

interface Section {
  readonly places: ReadonlyMap<number, Place>;
  readonly dictionary: Dictionary;
}

const MOST_OBJECTS = 200_000;
const MOST_VERSIONS = 200;
const MOST_BYTES = 16_000_000;
/** Readers look for the last mark this far from the end. */
const TAIL = 2048;

const startOf = (bytes: Uint8Array): number => {
  const tail = Math.max(0, bytes.length - TAIL);
  const mark = latin1(bytes.subarray(tail)).lastIndexOf('startxref');
  if (mark < 0) throw new Unreadable('no startxref');
  return new Lexer(bytes, tail + mark + 'startxref'.length).integer();
};

const tableEntry = (lexer: Lexer): Place => {
  const offset = lexer.integer();
  const generation = lexer.integer();
  if (lexer.accept('n')) return { kind: 'at', offset, generation };
  lexer.expect('f');
  return { kind: 'free' };
};

const tableSection = (lexer: Lexer): Section => {
  const places = new Map<number, Place>();
  while (!lexer.accept('trailer')) {
    const first = lexer.integer();
    const count = lexer.integer();
    if (first + count > MOST_OBJECTS) throw new Unreadable('too many objects');
    for (let number = first; number < first + count; number += 1) places.set(number, tableEntry(lexer));
  }
  return { places, dictionary: lexer.dictionary() };
};

const wide = (cursor: Cursor, width: number, standard: number): number =>
  width === 0 ? standard : cursor.take(width).reduce((value, byte) => value * 256 + byte, 0);

const streamEntry = (cursor: Cursor, [a = 0, b = 0, c = 0]: readonly number[]): Place => {
  const kind = wide(cursor, a, 1);
  const second = wide(cursor, b, 0);
  const third = wide(cursor, c, 0);
  if (kind === 0) return { kind: 'free' };
  if (kind === 1) return { kind: 'at', offset: second, generation: third };
  if (kind === 2) return { kind: 'packed', stream: second, index: third };
  throw new Unreadable(`an entry of kind ${kind}`);
};

const streamSection = (lexer: Lexer): Section => {
  lexer.integer();
  lexer.integer();
  lexer.expect('obj');
  const dictionary = lexer.dictionary();
  const stream = streamAfter(lexer, dictionary, integerIn(dictionary.entries.get('Length')));
  const widths = itemsIn(dictionary.entries.get('W')).map((item) => integerIn(item) ?? -1);
  const size = integerIn(dictionary.entries.get('Size')) ?? -1;
  const ofXref = stream !== undefined && nameIn(dictionary.entries.get('Type')) === 'XRef';
  if (!ofXref || widths.length !== 3 || widths.some((width) => width < 0 || width > 6))
    throw new Unreadable('no cross references');
  const cursor = new Cursor(unpacked(dictionary, stream.data, MOST_BYTES));
  const index = itemsIn(dictionary.entries.get('Index')).map((item) => integerIn(item) ?? -1);
  const ranges = index.length === 0 ? [0, size] : index;
  const places = new Map<number, Place>();
  for (let at = 0; at + 1 < ranges.length; at += 2) {
    const [first = -1, count = -1] = ranges.slice(at, at + 2);
    if (first < 0 || count < 0 || first + count > MOST_OBJECTS) throw new Unreadable('too many objects');
    for (let number = first; number < first + count; number += 1) places.set(number, streamEntry(cursor, widths));
  }
  return { places, dictionary };
};

const sectionAt = (bytes: Uint8Array, offset: number): Section => {
  const lexer = new Lexer(bytes, offset);
  return lexer.accept('xref') ? tableSection(lexer) : streamSection(lexer);
};

/**
 * Reads the cross references from the newest back to the oldest (ISO 32000-1, 7.5.4 to 7.5.8); the newest place of an object counts.
 * A file whose references are broken is not repaired.
 * @throws Unreadable
 */
export const crossReferences = (bytes: Uint8Array): CrossReferences => {
  const places = new Map<number, Place>();
  const seen = new Set<number>();
  const open = [startOf(bytes)];
  let trailer: Dictionary | undefined;
  for (let offset = open.shift(); offset !== undefined; offset = open.shift()) {
    if (seen.has(offset) || seen.size > MOST_VERSIONS) throw new Unreadable('cross references without end');
    seen.add(offset);
    const section = sectionAt(bytes, offset);
    for (const [number, place] of section.places) if (!places.has(number)) places.set(number, place);
    trailer ??= section.dictionary;
    const { entries } = section.dictionary;
    const older = [integerIn(entries.get('XRefStm')), integerIn(entries.get('Prev'))];
    open.push(...older.filter((next) => next !== undefined));
  }
  if (trailer === undefined) throw new Unreadable('no trailer');
  return { places, trailer, versions: seen.size };
};
