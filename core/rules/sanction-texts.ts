import * as z from 'zod';
import { type Bilingual, bilingualSchema, citationSchema, ruleHeader } from './rule-file.ts';

export const sanctionRefusalCodeSchema = z.enum([
  'RULE_NOT_IN_FORCE',
  'TRACK_HAS_NO_DISCIPLINE_SANCTION',
  'TRACK_DOES_NOT_FIT_EMPLOYMENT',
  'PPPK_RULE_NOT_LOADED',
  'SANCTION_NOT_FOR_PPPK',
  'PROVISIONS_MISSING',
  'PROVISION_UNKNOWN',
  'PROVISION_NEEDS_ATTENDANCE_COUNT',
  'LEVEL_UNSETTLED',
  'LEVEL_NONE',
  'LEVEL_MISMATCH',
  'LEVEL_NOT_REACHABLE',
  'AUTHORITY_NOT_DEFINED',
  'AUTHORITY_IS_PRESIDENT',
  'AUTHORITY_NOT_COMPETENT',
]);
export type SanctionRefusalCode = z.infer<typeof sanctionRefusalCodeSchema>;

export const sanctionNoteCodeSchema = z.enum([
  'ACT_DATE_UNKNOWN',
  'IMPACT_NOT_STATED',
  'HEAVIER_CHARGE_NAMED',
  'LEVEL_UNSETTLED_IGNORED',
  'MODERATE_FORM_DISPUTED',
  'PPPK_CATALOGUE_FALLBACK',
  'HIGHER_AUTHORITY_ACTED',
  'AUTHORITY_DISPUTED',
]);
export type SanctionNoteCode = z.infer<typeof sanctionNoteCodeSchema>;

/** A sentence with `{placeholders}` and the rule behind it. */
const citedTextSchema = z.strictObject({ ...bilingualSchema.shape, citation: citationSchema });
export type CitedText = z.infer<typeof citedTextSchema>;

/** What the sanction check says no with (refusals), and what it adds to a yes (notes). */
export const sanctionTextsSchema = z.strictObject({
  ...ruleHeader,
  refusals: z.record(sanctionRefusalCodeSchema, citedTextSchema),
  notes: z.record(sanctionNoteCodeSchema, citedTextSchema),
});
export type SanctionTexts = z.infer<typeof sanctionTextsSchema>;

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

/** Joins names the way each language lists alternatives: `a`, `a atau b`, `a, b atau c`. */
export const anyOfText = (names: readonly Bilingual[]): Bilingual => {
  const join = (words: readonly string[], or: string) =>
    [words.slice(0, -1).join(', '), words.at(-1)].filter(Boolean).join(` ${or} `);
  return {
    id: join(
      names.map(({ id }) => id),
      'atau',
    ),
    en: join(
      names.map(({ en }) => en),
      'or',
    ),
  };
};
