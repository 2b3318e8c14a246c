import * as z from 'zod';
import { type Bilingual, bilingualSchema, citationSchema } from './rule-file.ts';

/** A sentence with `{placeholders}` and the rule behind it. */
export const citedTextSchema = z.strictObject({ ...bilingualSchema.shape, citation: citationSchema });
export type CitedText = z.infer<typeof citedTextSchema>;

/** Values for the placeholders of a text; a plain string reads the same in both languages. */
export type TextTerms = Readonly<Record<string, Bilingual | string>>;

/** The sentence with its placeholders filled; one without a value stays visible as it stands. */
export const fillText = (text: CitedText, terms: TextTerms): CitedText => {
  const fill = (language: 'id' | 'en') =>
    text[language].replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const term = terms[name];
      return typeof term === 'object' ? term[language] : (term ?? placeholder);
    });
  return { ...text, id: fill('id'), en: fill('en') };
};

/** The filled sentence with its rule behind it, so that whoever is refused reads the article: `... (PP 94/2021 Pasal 29)`. */
export const citedSentence = (text: CitedText, terms: TextTerms): CitedText => {
  const filled = fillText(text, terms);
  const rule = ` (${text.citation.text})`;
  return { ...filled, id: filled.id + rule, en: filled.en + rule };
};

const join = (words: readonly string[], word: string): string =>
  [words.slice(0, -1).join(', '), words.at(-1)].filter(Boolean).join(` ${word} `);

const listed = (names: readonly Bilingual[], id: string, en: string): Bilingual => ({
  id: join(
    names.map((name) => name.id),
    id,
  ),
  en: join(
    names.map((name) => name.en),
    en,
  ),
});

/** Joins names the way each language lists alternatives: `a`, `a atau b`, `a, b atau c`. */
export const anyOfText = (names: readonly Bilingual[]): Bilingual => listed(names, 'atau', 'or');

/** Joins names the way each language lists all of them: `a, b dan c`. */
export const allOfText = (names: readonly Bilingual[]): Bilingual => listed(names, 'dan', 'and');
