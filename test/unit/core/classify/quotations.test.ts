import { quotations } from '../../../../core/classify/quotations.ts';

const quotedIn = (text: string) => quotations(text).map(({ start, end }) => text.slice(start, end));

describe('quotations', () => {
  it.each([
    ['straight double marks', 'ia bilang "halo kawan" lalu pergi', ['halo kawan']],
    ['straight single marks', "ia bilang 'halo' lalu", ['halo']],
    ['curly marks', 'ia bilang “halo” dan ‘apa’ lalu', ['halo', 'apa']],
    ['angle marks', 'ia bilang «halo» lalu', ['halo']],
    ['low opening marks', 'ia bilang „halo” lalu', ['halo']],
    ['the outer pair of a nested one', 'kata “ia bilang ‘halo’ tadi” begitu', ['ia bilang ‘halo’ tadi']],
    ['a line that begins with >', 'jawab:\n> isi lama\nisi baru', ['> isi lama']],
    ['two after each other', '"a" dan "b"', ['a', 'b']],
    ['one in the paragraph after an open mark', 'ia "lupa\n\nlalu "ingat" lagi', ['ingat']],
  ])('finds %s', (_, text, expected) => {
    expect(quotedIn(text)).toEqual(expected);
  });

  it.each([
    ['an apostrophe inside a word', "hari Jum'at membaca Qur'an bersama ma'mum"],
    ['a mark without its pair', 'ia bilang "halo lalu pergi'],
    ['a pair across paragraphs', 'ia "halo\n\nlalu" pergi'],
    ['a greater-than sign inside a line', 'dua > satu'],
  ])('finds nothing in %s', (_, text) => {
    expect(quotedIn(text)).toEqual([]);
  });
});
