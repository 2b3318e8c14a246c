import { suggestPrinciples } from '../../../../core/classify/suggest-principles.ts';
import { sha256Schema } from '../../../../core/ids.ts';
import { principlePacks } from '../../../../rules/principle-packs/index.ts';

/** Any hash: these tests never look an artefact up. */
export const someSha256 = sha256Schema.parse('ab'.repeat(32));

/** What the packs in force say of one text. */
export const suggestFor = (text: string) =>
  suggestPrinciples({ texts: [{ artifactSha256: someSha256, text }] }, principlePacks);

const leet: Readonly<Record<string, string>> = { o: '0', i: '1', e: '3', a: '4', s: '5', t: '7' };
const eachLetter = (word: string, change: (letter: string) => string) => word.replace(/[a-z]/gi, change);

/** The usual ways to hide a word from a word list, each as a function of the word. */
export const evasions: Readonly<Record<string, (word: string) => string>> = {
  plain: (word) => word,
  capitals: (word) => [...word].map((letter, i) => (i % 2 === 0 ? letter.toUpperCase() : letter)).join(''),
  leet: (word) => eachLetter(word, (letter) => leet[letter] ?? letter),
  spaced: (word) => [...word].join(' '),
  dotted: (word) => [...word].join('.'),
  repeated: (word) => eachLetter(word, (letter) => letter.repeat(3)),
  'zero-width': (word) => [...word].join('\u200b'),
  'bidi control': (word) => [...word].join('\u202e'),
  fullwidth: (word) => eachLetter(word, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
  'combining marks': (word) => [...word].map((letter) => `${letter}\u0336`).join(''),
  'mathematical letters': (word) =>
    eachLetter(word, (letter) => String.fromCodePoint(0x1d41a + letter.charCodeAt(0) - 97)),
  'Cyrillic look-alikes': (word) => word.replaceAll('a', 'а').replaceAll('o', 'о').replaceAll('e', 'е'),
};
