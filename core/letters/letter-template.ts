import * as z from 'zod';
import { trackSchema } from '../rules/codes.ts';
import { ruleHeader } from '../rules/rule-file.ts';
import { letterFormats } from './letter-format.ts';

/** `{respondent.name}` or `{decision.date:date}`: a path into the letter's data and, where needed, how to write the value. */
const placeholder = /\{([a-zA-Z]+(?:\.[a-zA-Z]+)*)(?::([a-z]+))?\}/g;

export interface Placeholder {
  readonly path: string;
  readonly format: string | undefined;
}

/** Calls `put` for every placeholder of a sentence and writes what it answers. */
export const replacePlaceholders = (sentence: string, put: (placeholder: Placeholder) => string): string =>
  sentence.replaceAll(placeholder, (_match, path: string, format: string | undefined) => put({ path, format }));

const wellFormed = (sentence: string): boolean => {
  let known = true;
  const rest = replacePlaceholders(sentence, ({ format }) => {
    known &&= format === undefined || Object.hasOwn(letterFormats, format);
    return '';
  });
  return known && !/[{}]/.test(rest);
};

const sentence = z.string().min(1).refine(wellFormed, 'has a brace outside a placeholder, or an unknown format');

const path = z.string().regex(/^[a-zA-Z]+(\.[a-zA-Z]+)*$/);
/** A part that is printed only where the data says so. */
const when = z
  .union([z.strictObject({ path, in: z.array(z.string()).min(1) }), z.strictObject({ path, present: z.boolean() })])
  .optional();

const line = z.strictObject({ text: sentence, when });
const identityLine = z.strictObject({ label: sentence, value: sentence, when });

const blockSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('marking'), text: sentence }),
  z.strictObject({ kind: z.literal('heading'), lines: z.array(sentence).min(1) }),
  z.strictObject({ kind: z.literal('centred'), text: sentence }),
  /** Items are marked a, b, c or 1, 2, 3 after those left out are gone, or not at all. */
  z.strictObject({
    kind: z.literal('clauses'),
    label: sentence,
    marks: z.enum(['letters', 'numbers', 'none']),
    items: z.array(line).min(1),
  }),
  /** Labelled KESATU, KEDUA, ... after those left out are gone. */
  z.strictObject({
    kind: z.literal('dictum'),
    text: sentence,
    identity: z.array(identityLine).optional(),
    after: z.array(line).optional(),
    when,
  }),
  z.strictObject({
    kind: z.literal('signature'),
    lines: z.array(sentence).min(1),
    signatory: z.array(sentence).min(1),
  }),
  /** One entry for each item of the list at `path`; an empty list prints nothing. */
  z.strictObject({ kind: z.literal('list'), label: sentence, path }),
  z.strictObject({ kind: z.literal('note'), text: sentence, when }),
]);
export type TemplateBlock = z.infer<typeof blockSchema>;
export type Condition = NonNullable<z.infer<typeof when>>;
export type ClauseMarks = Extract<TemplateBlock, { kind: 'clauses' }>['marks'];
export type TemplateLine = z.infer<typeof line>;

/** A letter as versioned rule data: its sentences, their order and where they come from (Peraturan BKN 6/2022, annex). */
export const letterTemplateSchema = z.strictObject({
  ...ruleHeader,
  language: z.literal('id'),
  /** Tracks whose decisions the letter can record. */
  tracks: z.array(trackSchema).min(1),
  title: sentence,
  classification: z.string().min(1),
  ordinals: z.array(z.string().min(1)).min(1),
  blocks: z.array(blockSchema).min(1),
});
export type LetterTemplate = z.infer<typeof letterTemplateSchema>;
