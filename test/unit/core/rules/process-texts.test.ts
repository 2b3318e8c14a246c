import {
  derivationCodeSchema,
  processRefusal,
  processRefusalCodeSchema,
  processWarning,
  processWarningCodeSchema,
} from '../../../../core/rules/process-texts.ts';
import { allOfText, anyOfText } from '../../../../core/rules/texts.ts';
import { ruleBook } from '../../../../rules/index.ts';

const { refusals, warnings, derivation } = ruleBook.processTexts;
const all = [
  ...processRefusalCodeSchema.options.map((code) => [code, refusals[code]] as const),
  ...processWarningCodeSchema.options.map((code) => [code, warnings[code]] as const),
  ...derivationCodeSchema.options.map((code) => [code, derivation[code]] as const),
];
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted();

describe('every sentence of due process', () => {
  it.each(all)('%s asks for the same words in both languages, and cites a rule', (_code, { id, en, citation }) => {
    expect(placeholders(id)).toEqual(placeholders(en));
    expect(id).not.toBe(en);
    expect(citation.text).toMatch(/^(PP|Perpres|Peraturan)/);
  });
});

describe('a refusal of the process', () => {
  it('ends with the article in both languages', () => {
    expect(
      processRefusal(ruleBook, 'EXECUTION_NOT_OVER', { date: { id: '1 Maret 2027', en: '1 March 2027' } }),
    ).toEqual({
      code: 'EXECUTION_NOT_OVER',
      id: 'Hukuman masih berjalan sampai 1 Maret 2027. Pemulihan baru dapat dicatat setelah hukuman selesai dijalani. (PP 94/2021 Pasal 8)',
      en: 'The sanction runs until 1 March 2027. Restoration can be recorded only once it has been served. (PP 94/2021 Pasal 8)',
      citation: { text: 'PP 94/2021 Pasal 8', certainty: 'CONFIRMED' },
    });
  });

  it('and a warning too', () => {
    const terms = { days: '3', safe: '7', date: '2026-11-24' };
    expect(processWarning(ruleBook, 'SUMMONS_TOO_SOON', terms)).toMatchObject({
      code: 'SUMMONS_TOO_SOON',
      en: expect.stringMatching(/3 working days after the summons, fewer than 7.*\(PP 94\/2021 Pasal 26 ayat \(2\)\)$/),
      citation: { certainty: 'DISPUTED' },
    });
  });
});

describe('a list in words', () => {
  const names = ['a', 'b', 'c'].map((name) => ({ id: name, en: name }));

  it.each([
    [1, 'a', 'a', 'a'],
    [2, 'a atau b', 'a dan b', 'a and b'],
    [3, 'a, b atau c', 'a, b dan c', 'a, b and c'],
  ])('of %i: %s; %s; %s', (count, anyId, allId, allEn) => {
    expect(anyOfText(names.slice(0, count)).id).toBe(anyId);
    expect(allOfText(names.slice(0, count))).toEqual({ id: allId, en: allEn });
  });
});
