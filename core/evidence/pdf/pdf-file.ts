import { latin1, Unreadable } from '../bytes.ts';
import { type CrossReferences, crossReferences } from './cross-references.ts';
import { unpacked } from './filters.ts';
import { Lexer } from './lexer.ts';
import { type Dictionary, integerIn, NULL, type PdfObject, type PdfStream, type Reference } from './objects.ts';
import { streamAfter } from './stream-after.ts';

const MARK_WITHIN = 1024;
/** All object streams of a file together, and what is read from them. */
const MOST_UNPACKED = 64_000_000;

/** An object stream, unpacked, and where each of its objects begins. */
interface Pack {
  readonly bytes: Uint8Array;
  readonly offsets: readonly number[];
}

/** A PDF read from its cross references on, object by object. Every method throws Unreadable on what is no PDF. */
export class PdfFile {
  readonly trailer: Dictionary;
  readonly versions: number;
  /** Written for the web: it has two parts, although it was written once. */
  readonly isLinearized: boolean;
  readonly #bytes: Uint8Array;
  readonly #places: CrossReferences['places'];
  readonly #known = new Map<number, PdfObject>();
  readonly #packs = new Map<number, Pack>();
  readonly #opening = new Set<number>();
  #left = MOST_UNPACKED;

  constructor(bytes: Uint8Array) {
    const mark = latin1(bytes.subarray(0, MARK_WITHIN)).indexOf('%PDF-');
    if (mark < 0) throw new Unreadable('no PDF');
    this.#bytes = bytes.subarray(mark);
    this.isLinearized = latin1(this.#bytes.subarray(0, MARK_WITHIN)).includes('/Linearized');
    const { places, trailer, versions } = crossReferences(this.#bytes);
    this.#places = places;
    this.trailer = trailer;
    this.versions = versions;
    if (trailer.entries.has('Encrypt')) throw new Unreadable('encrypted');
  }

  /** Length in bytes. */
  get size(): number {
    return this.#bytes.length;
  }

  /** The object behind any number of references; null for one that is not there. */
  resolve(object: PdfObject | undefined): PdfObject {
    let found = object ?? NULL;
    for (let hops = 0; found.kind === 'reference'; hops += 1) {
      if (hops > 20) throw new Unreadable('references without end');
      found = this.#object(found);
    }
    return found;
  }

  dictionary(object: PdfObject | undefined): Dictionary {
    const found = this.resolve(object);
    if (found.kind !== 'dictionary') throw new Unreadable(`${found.kind} where a dictionary belongs`);
    return found;
  }

  #object({ number }: Reference): PdfObject {
    const known = this.#known.get(number);
    if (known !== undefined) return known;
    if (this.#opening.has(number)) throw new Unreadable(`object ${number} is part of itself`);
    this.#opening.add(number);
    const object = this.#read(number);
    this.#opening.delete(number);
    this.#known.set(number, object);
    return object;
  }

  #read(number: number): PdfObject {
    const place = this.#places.get(number);
    if (place === undefined || place.kind === 'free') return NULL;
    return place.kind === 'at' ? this.#at(number, place.offset) : this.#packed(place.stream, place.index);
  }

  #at(number: number, offset: number): PdfObject {
    const lexer = new Lexer(this.#bytes, offset);
    if (lexer.integer() !== number) throw new Unreadable(`another object than ${number} at ${offset}`);
    lexer.integer();
    lexer.expect('obj');
    const object = lexer.object();
    if (object.kind === 'dictionary') {
      const length = lexer.accept('stream') ? integerIn(this.resolve(object.entries.get('Length'))) : undefined;
      if (length !== undefined) return this.#stream(lexer, object, length);
    }
    lexer.expect('endobj');
    return object;
  }

  #stream(lexer: Lexer, dictionary: Dictionary, length: number): PdfStream {
    lexer.at -= 'stream'.length;
    const stream = streamAfter(lexer, dictionary, length);
    if (stream === undefined) throw new Unreadable('no stream');
    return stream;
  }

  #packed(stream: number, index: number): PdfObject {
    const pack = this.#packs.get(stream) ?? this.#open(stream);
    this.#packs.set(stream, pack);
    const offset = pack.offsets[index];
    if (offset === undefined) return NULL;
    const lexer = new Lexer(pack.bytes, offset);
    const object = lexer.object();
    // Many numbers for one long object would be read as often.
    this.#spend(lexer.at - offset);
    return object;
  }

  #spend(bytes: number): void {
    this.#left -= bytes;
    if (this.#left < 0) throw new Unreadable(`unpacks into more than ${MOST_UNPACKED} bytes`);
  }

  #open(number: number): Pack {
    const stream = this.resolve({ kind: 'reference', number, generation: 0 });
    const { entries } = stream.kind === 'stream' ? stream.dictionary : { entries: undefined };
    const count = integerIn(this.resolve(entries?.get('N')));
    const first = integerIn(this.resolve(entries?.get('First')));
    if (stream.kind !== 'stream' || count === undefined || first === undefined)
      throw new Unreadable(`no object stream ${number}`);
    const bytes = unpacked(stream.dictionary, stream.data, this.#left);
    this.#spend(bytes.length);
    const lexer = new Lexer(bytes, 0);
    const offsets: number[] = [];
    for (let i = 0; i < count; i += 1) {
      lexer.integer();
      offsets.push(first + lexer.integer());
    }
    return { bytes, offsets };
  }
}
