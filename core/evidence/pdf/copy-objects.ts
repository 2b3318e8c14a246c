import { Unreadable } from '../bytes.ts';
import { cleanJpeg } from '../clean-jpeg.ts';
import type { RemovedPart } from '../removed.ts';
import {
  arrayOf,
  dictionaryOf,
  itemsIn,
  NULL,
  nameIn,
  numberOf,
  type PdfObject,
  type PdfStream,
  type Reference,
} from './objects.ts';
import type { PdfFile } from './pdf-file.ts';

const MOST_NESTING = 64;

/** Keys that show nothing on a page: who made it, when and from what, and what is attached. */
const LEFT_OUT: ReadonlyMap<string, RemovedPart> = new Map<string, RemovedPart>([
  ['Metadata', 'XMP'],
  ['PieceInfo', 'APPLICATION_DATA'],
  ['LastModified', 'TIME'],
  ['CreatorInfo', 'APPLICATION_DATA'],
  ['Thumb', 'THUMBNAIL'],
  ['AF', 'ATTACHMENTS'],
  ['EF', 'ATTACHMENTS'],
  ['OPI', 'APPLICATION_DATA'],
  ['Ref', 'APPLICATION_DATA'],
  ['Alternates', 'APPLICATION_DATA'],
  ['StructParent', 'STRUCTURE'],
  ['StructParents', 'STRUCTURE'],
  ['ID', 'FILE_IDENTIFIER'],
]);

/** Their values are named by the file's own words, so that none of those is one of the keys above. */
const OWN_NAMES = new Set(
  'Font XObject ExtGState ColorSpace Pattern Shading Properties CharProcs Colorants'.split(' '),
);

interface Where {
  readonly depth: number;
  /** The keys of a dictionary here are the file's own names. */
  readonly ownNames: boolean;
}
const TOP: Where = { depth: 0, ownNames: false };

/** Copies objects of a file, and what they refer to, under new numbers in the order in which they are met. */
export class ObjectCopy {
  readonly objects: PdfObject[] = [];
  readonly removed: RemovedPart[] = [];
  readonly #file: PdfFile;
  /** Streams that lie beside each other are together no longer than the file; others would unfold into more. */
  #left: number;
  readonly #numbers = new Map<number, number>();
  readonly #waiting: { readonly number: number; readonly reference: Reference; readonly ownNames: boolean }[] = [];

  constructor(file: PdfFile) {
    this.#file = file;
    this.#left = file.size;
  }

  /** A number for an object that is put in later. */
  reserve(): Reference {
    this.objects.push(NULL);
    return { kind: 'reference', number: this.objects.length, generation: 0 };
  }

  put({ number }: Reference, object: PdfObject): void {
    this.objects[number - 1] = object;
  }

  add(object: PdfObject): Reference {
    const reference = this.reserve();
    this.put(reference, object);
    return reference;
  }

  /** Copies a value; what it refers to follows with {@link finish}. */
  copy(object: PdfObject, where: Where = TOP): PdfObject {
    if (where.depth > MOST_NESTING) throw new Unreadable('nested too deeply');
    switch (object.kind) {
      case 'reference':
        return this.#copyReference(object, where.ownNames);
      case 'array':
        return arrayOf(object.items.map((item) => this.copy(item, { depth: where.depth + 1, ownNames: false })));
      case 'dictionary':
        return dictionaryOf(this.#entries(object.entries, where));
      case 'stream':
        return this.#copyStream(object);
      default:
        return object;
    }
  }

  finish(): void {
    // Copying adds to the list that is gone through.
    for (const next of this.#waiting)
      this.objects[next.number - 1] = this.copy(this.#file.resolve(next.reference), { ...TOP, ...next });
  }

  #copyReference(reference: Reference, ownNames: boolean): Reference {
    const known = this.#numbers.get(reference.number);
    if (known !== undefined) return { kind: 'reference', number: known, generation: 0 };
    const copied = this.reserve();
    this.#numbers.set(reference.number, copied.number);
    this.#waiting.push({ number: copied.number, reference, ownNames });
    return copied;
  }

  #entries(entries: ReadonlyMap<string, PdfObject>, { depth, ownNames }: Where): [string, PdfObject][] {
    return [...entries].flatMap(([key, value]): [string, PdfObject][] => {
      const part = ownNames ? undefined : LEFT_OUT.get(key);
      const inside = { depth: depth + 1, ownNames: !ownNames && OWN_NAMES.has(key) };
      if (part === undefined) return [[key, this.copy(value, inside)]];
      this.removed.push(part);
      return [];
    });
  }

  #copyStream({ dictionary, data }: PdfStream): PdfStream {
    this.#left -= data.length;
    if (this.#left < 0) throw new Unreadable('streams inside streams');
    if (dictionary.entries.has('F')) throw new Unreadable('content in another file');
    const filters = itemsIn(this.#file.resolve(dictionary.entries.get('Filter')))
      .map((filter) => nameIn(this.#file.resolve(filter)))
      .filter((name) => name !== undefined);
    const kept = filters.some((name) => name === 'DCTDecode' || name === 'DCT') ? this.#picture(filters, data) : data;
    if (filters.includes('JPXDecode') || filters.includes('Crypt')) throw new Unreadable(`filter ${filters.join(' ')}`);
    const own = new Map(dictionary.entries);
    own.delete('Length');
    const entries = this.#entries(own, TOP);
    return { kind: 'stream', dictionary: dictionaryOf([...entries, ['Length', numberOf(kept.length)]]), data: kept };
  }

  /** A photograph keeps its own metadata inside the file. */
  #picture(filters: readonly string[], data: Uint8Array): Uint8Array {
    if (filters.length > 1) throw new Unreadable('a packed JPEG');
    const { bytes, removed } = cleanJpeg(data);
    this.removed.push(...removed);
    return bytes;
  }
}
