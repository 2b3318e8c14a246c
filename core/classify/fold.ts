/**
 * Letters of other scripts that are drawn like a Latin letter and are used to hide a word from a reader that compares code points.
 * Cyrillic first, then Greek; lower case only, because case is folded before.
 */
const lookAlikes = new Map(
  [...'аaвbеeкkмmнhоoрpсcтtуyхxіiјjѕsԁdԛqԝwһhαaεeικκkνvοoρpτtυuχx'.matchAll(/(.)([a-z])/gu)].map(
    ([, from = '', to = '']) => [from, to] as const,
  ),
);

/** Code points that are letters by category but show nothing: Hangul fillers. */
const blankLetters = new Set(['\u115F', '\u1160', '\u3164', '\uFFA0']);

const mark = /^\p{M}$/u;
const marks = /\p{M}/gu;
const invisible = /^[\p{Cf}\p{Cc}]$/u;
const whiteSpace = /^\s$/u;

/** A few Arabic signs stand for a whole sentence; no word is hidden in them, and eighteen letters each would cost time. */
const longestFold = 6;

/** What one code point of the original contributes to the folded text. */
export type Folded =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'mark' }
  | { readonly kind: 'nothing' };

const nothing: Folded = { kind: 'nothing' };
const space: Folded = { kind: 'text', text: ' ' };
const combining: Folded = { kind: 'mark' };

/**
 * Folds one code point: compatibility form (NFKC's mapping, taken apart so that marks can be dropped), case, marks, look-alikes.
 * Zero-width, bidi and other control characters contribute nothing. Folding a code point at a time is exact here, because
 * what NFKC does across code points is to reorder and compose marks, and no mark survives.
 */
export function foldCodePoint(codePoint: string): Folded {
  const code = codePoint.charCodeAt(0);
  if (code >= 0x20 && code < 0x7f) return { kind: 'text', text: codePoint.toLowerCase() };
  if (whiteSpace.test(codePoint)) return space;
  if (mark.test(codePoint)) return combining;
  if (invisible.test(codePoint) || blankLetters.has(codePoint)) return nothing;
  const text = withoutCase(codePoint.normalize('NFKD')).normalize('NFKD').replace(marks, '');
  if (text.length > longestFold) return space;
  return text === '' ? nothing : { kind: 'text', text: text.replace(/./gu, (char) => lookAlikes.get(char) ?? char) };
}

/** Lower, upper, lower: the nearest thing to full case folding that the language offers (ẞ, ß, ſ, ı and final sigma included). */
function withoutCase(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase();
}
