import { foldCodePoint } from './fold.ts';

/**
 * Text reduced to bare words with one space between them, and where each of its UTF-16 code units came from:
 * unit `i` stands for `original.slice(starts[i], ends[i])`. Both maps never decrease and never cut a surrogate pair.
 */
export interface NormalisedText {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

interface Unit {
  readonly char: string;
  readonly start: number;
  end: number;
}

type Word = Unit[];

const leet: ReadonlyMap<string, string> = new Map(
  Object.entries({ '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '6': 'g', '7': 't', '8': 'b', '9': 'g' }).concat(
    Object.entries({ '@': 'a', $: 's', '!': 'i', '|': 'i' }),
  ),
);

/** Signs that stand for a letter when a word character is on both sides; `*` stays as itself (a masked letter). */
const letterSigns = new Set(['@', '$', '!', '|', '*']);

/** The widest gap, in code units of the original, across which single letters are read as one spaced-out word. */
const spacedGap = 4;
const spacedLetters = 3;

const letterPattern = /^\p{L}$/u;
const looseNumber = /^(\d{2}|(19|20)\d{2})$/;
const digitPattern = /^\p{Nd}$/u;

/**
 * Undoes the usual ways of hiding a word: compatibility forms, case, marks, invisible characters, look-alike letters, `k4f1r`,
 * `k a f i r`, `kaaafir`, the written `2` of a doubled word (`orang2`). Terms and texts go through the same function, so what it
 * loses (a double letter, say) is lost on both sides. Linear in the length of the text; never throws.
 */
export function normalise(original: string): NormalisedText {
  const words = joinSpacedLetters(splitWords(foldUnits(original)))
    .flatMap(splitNumbers)
    .map(undoLeet)
    .map(collapseRepeats);
  return write(words);
}

function foldUnits(original: string): Unit[] {
  const units: Unit[] = [];
  let at = 0;
  for (const codePoint of original) {
    const [start, end] = [at, at + codePoint.length];
    at = end;
    const folded = foldCodePoint(codePoint);
    const last = units.at(-1);
    if (folded.kind === 'mark' && last !== undefined) last.end = end;
    if (folded.kind !== 'text') continue;
    for (const char of folded.text) units.push({ char, start, end });
  }
  return units;
}

function splitWords(units: readonly Unit[]): Word[] {
  const words: Word[] = [];
  let open: Word | undefined;
  units.forEach((unit, i) => {
    const inside =
      isWordChar(unit) || (letterSigns.has(unit.char) && isWordChar(units[i - 1]) && isWordChar(units[i + 1]));
    if (!inside) {
      open = undefined;
    } else if (open === undefined) {
      open = [unit];
      words.push(open);
    } else {
      open.push(unit);
    }
  });
  return words;
}

function joinSpacedLetters(words: readonly Word[]): Word[] {
  const joined: Word[] = [];
  let run: Word[] = [];
  const flush = () => {
    const units = run.flat();
    const isSpelledOut = run.length >= spacedLetters && units.filter(isLetter).length >= 2;
    for (const word of isSpelledOut ? [units] : run) joined.push(word);
    run = [];
  };
  for (const word of words) {
    if (word.length > 1 || !isClose(run.at(-1), word)) flush();
    if (word.length > 1) joined.push(word);
    else run.push(word);
  }
  flush();
  return joined;
}

function isClose(before: Word | undefined, after: Word): boolean {
  const [last, first] = [before?.at(-1), after[0]];
  return last === undefined || first === undefined || first.start - last.end <= spacedGap;
}

/**
 * `paslon02` and `2024ganti` are a word and a number, not a word with letters written as digits (`kud374`, `71ongh04`). Two digits or
 * a year at one end are read as a number; the price is that `goblo99` stays hidden.
 */
function splitNumbers(word: Word): Word[] {
  const firstLetter = word.findIndex(isLetter);
  const end = word.findLastIndex(isLetter) + 1;
  const [head, core, tail] = [word.slice(0, firstLetter), word.slice(firstLetter, end), word.slice(end)];
  const number = head.length === 0 ? tail : head;
  const isNumbered = head.length * tail.length === 0 && looseNumber.test(number.map(({ char }) => char).join(''));
  if (core.length < 3 || !core.every(isLetter) || !isNumbered) return [word];
  return [head, core, tail].filter((part) => part.length > 0);
}

function undoLeet(word: Word): Word {
  if (!word.some(isLetter)) return word;
  const stem = withoutDoubling(word);
  return stem ?? word.map((unit) => ({ ...unit, char: leet.get(unit.char) ?? unit.char }));
}

/** The word before a written `2` ("orang2"), its last letter stretched over the sign; nothing if it is no such word. */
function withoutDoubling(word: Word): Word | undefined {
  const stem = word.slice(0, -1);
  const [last, sign] = word.slice(-2);
  if (last === undefined || sign?.char !== '2' || stem.length < 3 || !stem.every(isLetter)) return undefined;
  return [...stem.slice(0, -1), { ...last, end: sign.end }];
}

function collapseRepeats(word: Word): Word {
  const kept: Word = [];
  for (const unit of word) {
    const last = kept.at(-1);
    if (last !== undefined && last.char === unit.char && isLetter(unit)) last.end = unit.end;
    else kept.push({ ...unit });
  }
  return kept;
}

function write(words: readonly Word[]): NormalisedText {
  const chars: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const put = ({ char, start, end }: Unit) => {
    chars.push(char);
    for (let i = 0; i < char.length; i += 1) {
      starts.push(start);
      ends.push(end);
    }
  };
  let before: Unit | undefined;
  for (const word of words) {
    const [first] = word;
    if (before !== undefined && first !== undefined) put(gap(before, first));
    word.forEach(put);
    before = word.at(-1);
  }
  return { text: chars.join(''), starts, ends };
}

/** The space between two words. Both may come from one code point (`㏂` is "a.m."), which then is the space's origin too. */
function gap(before: Unit, after: Unit): Unit {
  return { char: ' ', start: Math.min(before.end, after.start), end: Math.max(before.end, after.start) };
}

function isLetter({ char }: Unit): boolean {
  return isAsciiLetter(char) || letterPattern.test(char);
}

/** Most characters are; the comparison spares them the expression. Case is folded before. */
function isAsciiLetter(char: string): boolean {
  return char >= 'a' && char <= 'z' && char.length === 1;
}

function isDigit({ char }: Unit): boolean {
  return digitPattern.test(char);
}

function isWordChar(unit: Unit | undefined): boolean {
  return unit !== undefined && (isLetter(unit) || isDigit(unit));
}
