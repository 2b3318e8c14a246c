import { normalise } from '../../../../core/classify/normalise.ts';
import { evasions } from './evasions.ts';

const quoted = (original: string, from: number, to: number) => {
  const { starts, ends } = normalise(original);
  return original.slice(starts[from], ends[to - 1]);
};

describe('normalise', () => {
  it.each(Object.entries(evasions))('reads "provokasi" behind %s', (_, evade) => {
    expect(normalise(evade('provokasi')).text).toBe('provokasi');
  });

  it.each([
    ['one space stands between words whatever stood there', ' a\u3000bc -- de\n\nfg ', 'a bc de fg'],
    ['numbers stay numbers', 'tahun 2024, 50% dari 1.000', 'tahun 2024 50 dari 1 000'],
    ['a number at a word is a word of its own', 'paslon02 2024ganti', 'paslon 02 2024 ganti'],
    ['digits at an end that are no likely number are letters', 'kud374 b0d0h', 'kudeta bodoh'],
    ['the 2 of a doubled word is dropped', 'orang2 itu', 'orang itu'],
    ['signs inside a word are letters', 'kaf!r b@ngsat', 'kafir bangsat'],
    ['signs around a word are not', '@bagus! $ |x|', 'bagus x'],
    ['a masked letter stays masked', 'b*doh *tebal*', 'b*doh tebal'],
    ['two single letters are no spelled-out word', 'a b cd', 'a b cd'],
    ['spaced numbers are no spelled-out word', '1 2 3 4', '1 2 3 4'],
    ['letters between emoji are spelled out', 'k👏a👏f👏i👏r', 'kafir'],
    ['case is folded fully', 'İSTANBUL ſ ß ẞ ΟΔΟΣ', 'istanbul s s s oδoσ'],
    ['a sign that stands for a sentence is a space', 'satu\ufdfadua', 'satu dua'],
    ['a sign that stands for two words is two words', 'jam ㏂', 'jam a m'],
    ['nothing but signs is nothing', '?!… \u200b 😀', ''],
  ])('%s', (_, original, text) => {
    expect(normalise(original).text).toBe(text);
  });

  it.each([
    ['spaced letters', 'si k a f i r itu', 'k a f i r'],
    ['repeats at the end', 'si kafirrrr itu', 'kafirrrr'],
    ['a mark at the end', 'si kafir\u0301 itu', 'kafir\u0301'],
    ['zero-width characters inside', 'si ka\u200bfir itu', 'ka\u200bfir'],
    ['letters outside the basic plane', 'si 𝓴𝓪𝓯𝓲𝓻 itu', '𝓴𝓪𝓯𝓲𝓻'],
  ])('maps a word with %s back to all of the original', (_, original, expected) => {
    expect(normalise(original).text).toBe('si kafir itu');
    expect(quoted(original, 3, 8)).toBe(expected);
  });

  it('reads look-alikes also where one code point folds to two letters', () => {
    expect(normalise('ᾀ').text).toBe(normalise('αι').text);
  });

  it('maps every letter of a ligature to the whole ligature', () => {
    expect(normalise('eﬃsien').text).toBe('efisien');
    expect(quoted('eﬃsien', 1, 2)).toBe('ﬃ');
  });

  it('takes a lone surrogate for a separator', () => {
    expect(normalise('aku\ud800dia').text).toBe('aku dia');
  });
});
