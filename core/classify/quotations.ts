/** A half-open stretch of a text, in UTF-16 code units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const closerOf = new Map([
  ['"', '"'],
  ["'", "'"],
  ['“', '”'],
  ['„', '”'],
  ['‘', '’'],
  ['«', '»'],
  ['‹', '›'],
]);
const wordChar = /[\p{L}\p{N}]/u;
const lineBreak = '\n';

/**
 * The quoted stretches of a text, in order and apart from each other: between a pair of quotation marks within one paragraph (the
 * outer pair where pairs nest), and lines that begin with `>`. A mark opens only where no letter is in front of it and closes only
 * where none follows, so "Qur'an" opens nothing; a mark without its pair quotes nothing. Linear.
 */
export function quotations(text: string): Stretch[] {
  const found: Stretch[] = [];
  const opened = new Map<string, number>();
  for (let i = 0; i < text.length; i += 1) {
    const sign = text.charAt(i);
    const start = opened.get(sign);
    if (sign === '>' && atLineStart(text, i)) {
      addOuter(found, { start: i, end: lineEnd(text, i) });
      i = lineEnd(text, i) - 1;
    } else if (sign === lineBreak && text.charAt(i + 1) === lineBreak) {
      opened.clear();
    } else if (start !== undefined && !isWordAt(text, i + 1)) {
      opened.delete(sign);
      addOuter(found, { start, end: i });
    } else if (!isWordAt(text, i - 1)) {
      const closer = closerOf.get(sign);
      if (closer !== undefined) opened.set(closer, i + 1);
    }
  }
  return found;
}

function addOuter(found: Stretch[], added: Stretch): void {
  while (found.length > 0 && (found.at(-1)?.end ?? 0) > added.start) found.pop();
  found.push(added);
}

function isWordAt(text: string, at: number): boolean {
  return wordChar.test(text.charAt(at));
}

function atLineStart(text: string, at: number): boolean {
  return at === 0 || text.charAt(at - 1) === lineBreak;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf(lineBreak, from);
  return end === -1 ? text.length : end;
}
