import { readDocument } from '../../../../core/classify/document.ts';

const sentencesOf = (text: string) =>
  [...Map.groupBy(readDocument(text, []), ({ sentence }) => sentence).values()].map((tokens) =>
    tokens.map(({ forms }) => forms[0]).join(' '),
  );

describe('readDocument', () => {
  it.each([
    ['a full stop', 'satu dua. tiga', ['satu dua', 'tiga']],
    ['a full stop inside a quotation', '"satu dua." tiga', ['satu dua', 'tiga']],
    ['an exclamation mark', 'satu! dua', ['satu', 'dua']],
    ['a question mark', 'satu? dua', ['satu', 'dua']],
    ['an ellipsis', 'satu… dua', ['satu', 'dua']],
    ['an empty line', 'satu\n\ndua', ['satu', 'dua']],
  ])('sees %s', (_, text, expected) => {
    expect(sentencesOf(text)).toEqual(expected);
  });

  it.each([
    ['the stop of an abbreviation', 'pasangan no. dua', 1],
    ['a stop inside an address', 'lihat contoh.go.id sekarang', 1],
    ['a single line break, which may be a wrapped line', 'satu\ndua', 1],
  ])('does not end a sentence at %s', (_, text, count) => {
    expect(sentencesOf(text)).toHaveLength(count);
  });

  it('offers a word with a clitic also without it, if three letters remain', () => {
    const forms = readDocument('kafirnya punya', ['nya']).map((token) => token.forms);
    expect(forms).toEqual([['kafirnya', 'kafir'], ['punya']]);
  });

  it('says in which quotation a word stands', () => {
    const places = readDocument('luar "dalam satu" luar "dua" luar', []).map(({ quotation }) => quotation);
    expect(places).toEqual([-1, 0, 0, -1, 1, -1]);
  });
});
