import { bytesOf, latin1, Unreadable } from '../bytes.ts';
import { arrayOf, type Dictionary, dictionaryOf, NULL, nameOf, type PdfObject } from './objects.ts';

const MOST_NESTING = 64;
const WHITE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITERS = new Set(bytesOf('()<>[]{}/%'));
const LF = 10;
const CR = 13;
const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/** Reads the objects of a PDF from a place on (ISO 32000-1, 7.2 and 7.3). Every method throws Unreadable on what is no PDF. */
export class Lexer {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at: number) {
    if (!Number.isSafeInteger(at) || at < 0 || at > bytes.length) throw new Unreadable(`no byte ${at}`);
    this.bytes = bytes;
    this.at = at;
  }

  /** White space and comments. */
  skip(): void {
    for (let byte = this.bytes[this.at]; byte !== undefined; byte = this.bytes[this.at]) {
      if (byte === 0x25) while (this.at < this.bytes.length && !this.#isLineEnd()) this.at += 1;
      else if (WHITE.has(byte)) this.at += 1;
      else return;
    }
  }

  /** Takes a keyword if it stands here. */
  accept(word: string): boolean {
    this.skip();
    const isHere = latin1(this.bytes.subarray(this.at, this.at + word.length)) === word;
    if (isHere) this.at += word.length;
    return isHere;
  }

  expect(word: string): void {
    if (!this.accept(word)) throw new Unreadable(`no ${word} at ${this.at}`);
  }

  /** A whole number without sign. */
  integer(): number {
    const text = this.#regular();
    if (!/^\d{1,10}$/.test(text)) throw new Unreadable(`no number at ${this.at}`);
    return Number(text);
  }

  object(depth = 0): PdfObject {
    if (depth > MOST_NESTING) throw new Unreadable('nested too deeply');
    this.skip();
    const [first, second] = latin1(this.bytes.subarray(this.at, this.at + 2));
    if (first === '/') return nameOf(this.#name());
    if (first === '(') return { kind: 'string', bytes: this.#literal() };
    if (first === '[') return this.#array(depth);
    if (first === '<') return second === '<' ? this.dictionary(depth) : { kind: 'string', bytes: this.#hexadecimal() };
    return this.#word();
  }

  dictionary(depth = 0): Dictionary {
    this.expect('<<');
    const entries: [string, PdfObject][] = [];
    while (!this.accept('>>')) {
      this.skip();
      const key = this.#name();
      entries.push([key, this.object(depth + 1)]);
    }
    return dictionaryOf(entries);
  }

  #isLineEnd(): boolean {
    return this.bytes[this.at] === LF || this.bytes[this.at] === CR;
  }

  #array(depth: number): PdfObject {
    this.expect('[');
    const items: PdfObject[] = [];
    while (!this.accept(']')) items.push(this.object(depth + 1));
    return arrayOf(items);
  }

  #regular(): string {
    this.skip();
    const start = this.at;
    for (let byte = this.bytes[this.at]; byte !== undefined && !WHITE.has(byte); byte = this.bytes[this.at]) {
      if (DELIMITERS.has(byte)) break;
      this.at += 1;
    }
    return latin1(this.bytes.subarray(start, this.at));
  }

  #name(): string {
    if (this.bytes[this.at] !== 0x2f) throw new Unreadable(`no name at ${this.at}`);
    this.at += 1;
    const isEmpty = WHITE.has(this.bytes[this.at] ?? 0);
    const text = isEmpty ? '' : this.#regular();
    return text.replace(/#([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }

  #word(): PdfObject {
    const text = this.#regular();
    if (/^[+-]*(\d+\.?\d*|\.\d+)$/.test(text)) return this.#reference(text) ?? { kind: 'number', text };
    if (text === 'true' || text === 'false') return { kind: 'boolean', value: text === 'true' };
    if (text === 'null') return NULL;
    throw new Unreadable(`no object at ${this.at}`);
  }

  /** `12 0 R`, after the 12. */
  #reference(number: string): PdfObject | undefined {
    const start = this.at;
    const generation = /^\d{1,10}$/.test(number) ? this.#regular() : '';
    if (/^\d{1,5}$/.test(generation) && this.#regular() === 'R')
      return { kind: 'reference', number: Number(number), generation: Number(generation) };
    this.at = start;
    return undefined;
  }

  #hexadecimal(): Uint8Array {
    const end = this.bytes.indexOf(0x3e, this.at);
    const digits = latin1(this.bytes.subarray(this.at + 1, Math.max(end, 0))).replace(/[\0\t\n\f\r ]/g, '');
    if (end < 0 || !/^[0-9a-f]*$/i.test(digits)) throw new Unreadable(`no string at ${this.at}`);
    this.at = end + 1;
    const pairs = (digits.length % 2 === 0 ? digits : `${digits}0`).match(/../g) ?? [];
    return Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16));
  }

  #next(): number {
    const byte = this.bytes[this.at];
    if (byte === undefined) throw new Unreadable('a string without end');
    this.at += 1;
    return byte;
  }

  #literal(): Uint8Array {
    const out: number[] = [];
    this.#next();
    for (let open = 1; open > 0; ) {
      const byte = this.#next();
      if (byte === 0x5c) this.#escape(out);
      else {
        if (byte === 0x28) open += 1;
        if (byte === 0x29) open -= 1;
        if (open > 0) out.push(byte);
      }
    }
    return Uint8Array.from(out);
  }

  #escape(out: number[]): void {
    const octal = /^[0-7]{1,3}/.exec(latin1(this.bytes.subarray(this.at, this.at + 3)))?.[0];
    if (octal !== undefined) {
      this.at += octal.length;
      out.push(Number.parseInt(octal, 8) & 255);
      return;
    }
    const byte = this.#next();
    if (byte === CR && this.bytes[this.at] === LF) this.at += 1;
    if (byte !== CR && byte !== LF) out.push(ESCAPES[String.fromCharCode(byte)] ?? byte);
  }
}
