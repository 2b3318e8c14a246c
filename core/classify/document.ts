import { normalise } from './normalise.ts';
import { quotations, type Stretch } from './quotations.ts';

/** One word of a text: the spellings under which it is looked up, where it stands in the original, and what it stands in. */
export interface Token extends Stretch {
  /** As written (normalised), and without its clitic if it ends in one. */
  readonly forms: readonly string[];
  /** Number of its sentence, from 0. */
  readonly sentence: number;
  /** Number of the quotation it stands in, or -1. */
  readonly quotation: number;
}

const shortestStem = 3;
const longestAbbreviation = 2;
/** Looked for between two words. A stop may have a bracket or quotation mark behind it. */
const sentenceEnd = /[!?…。]|\.\S{0,2}\s|\n\s*\n/u;
/** What still ends a sentence after an abbreviation ("no.", "dr."). */
const hardEnd = /[!?…。]|\n\s*\n/u;

/** Reads a text into its words. Linear; never throws. */
export function readDocument(original: string, clitics: readonly string[]): Token[] {
  const quoted = quotations(original);
  const tokens: Token[] = [];
  let sentence = 0;
  let quotation = 0;
  for (const { text, start, end } of wordsOf(original)) {
    const last = tokens.at(-1);
    if (last !== undefined && endsSentence(last, original.slice(last.end, start))) sentence += 1;
    while (quotation < quoted.length && (quoted[quotation]?.end ?? start) < end) quotation += 1;
    const inside = (quoted[quotation]?.start ?? end) <= start;
    tokens.push({ forms: formsOf(text, clitics), start, end, sentence, quotation: inside ? quotation : -1 });
  }
  return tokens;
}

function* wordsOf(original: string): Generator<Stretch & { readonly text: string }> {
  const { text, starts, ends } = normalise(original);
  let from = 0;
  for (const word of text.split(' ')) {
    const to = from + word.length;
    const [start, end] = [starts[from], ends[to - 1]];
    if (start !== undefined && end !== undefined && word !== '') yield { text: word, start, end };
    from = to + 1;
  }
}

function endsSentence(last: Token, gap: string): boolean {
  const isAbbreviation = (last.forms[0]?.length ?? 0) <= longestAbbreviation;
  return (isAbbreviation ? hardEnd : sentenceEnd).test(gap);
}

function formsOf(word: string, clitics: readonly string[]): string[] {
  const clitic = clitics.find((ending) => word.endsWith(ending) && word.length - ending.length >= shortestStem);
  return clitic === undefined ? [word] : [word, word.slice(0, -clitic.length)];
}
