import * as z from 'zod';
import { trackSchema } from '../rules/codes.ts';
import { ruleHeader } from '../rules/rule-file.ts';
import { letterFormats } from './letter-format.ts';
import { letterFormSchema } from './letter-forms.ts';

/** `{respondent.name}` or `{letter.date:date}`: a path into the letter's data and, where needed, how to write the value. */
const placeholder = /\{([a-zA-Z]+(?:\.[a-zA-Z]+)*)(?::([a-z]+))?\}/g;

/** Writes a code of the data in the template's own words. */
export const WORD_FORMAT = 'word';

export interface Placeholder {
  readonly path: string;
  readonly format: string | undefined;
}

/** Calls `put` for every placeholder of a sentence and writes what it answers. */
export const replacePlaceholders = (sentence: string, put: (placeholder: Placeholder) => string): string =>
  sentence.replaceAll(placeholder, (_match, path: string, format: string | undefined) => put({ path, format }));

export const placeholdersOf = (sentence: string): Placeholder[] => {
  const found: Placeholder[] = [];
  replacePlaceholders(sentence, (one) => {
    found.push(one);
    return '';
  });
  return found;
};

const knownFormat = (format: string | undefined): boolean =>
  format === undefined || format === WORD_FORMAT || Object.hasOwn(letterFormats, format);

const wellFormed = (sentence: string): boolean =>
  placeholdersOf(sentence).every(({ format }) => knownFormat(format)) &&
  !/[{}]/.test(replacePlaceholders(sentence, () => ''));

const sentence = z.string().min(1).refine(wellFormed, 'has a brace outside a placeholder, or an unknown format');

const path = z.string().regex(/^[a-zA-Z]+(\.[a-zA-Z]+)*$/);
const condition = z.union([
  z.strictObject({ path, in: z.array(z.string()).min(1) }),
  z.strictObject({ path, present: z.boolean() }),
]);
/** A part that is printed only where the data says so; of several conditions all must hold. */
const when = z.union([condition, z.array(condition).min(2)]).optional();

/** With `each`, one line for every item of the list at that path; the item is `{item}`. */
const line = z.strictObject({ text: sentence, when, each: path.optional() });
const fieldLine = z.strictObject({ label: sentence, value: sentence, when });
const marks = z.enum(['letters', 'numbers', 'none']);
const signaturePlace = { lines: z.array(line).min(1), signatory: z.array(line).min(1) };

const blockSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['marking', 'centred', 'subheading', 'dateline', 'paragraph', 'note']),
    text: sentence,
    when,
  }),
  z.strictObject({ kind: z.enum(['letterhead', 'heading', 'address']), lines: z.array(line).min(1), when }),
  z.strictObject({
    kind: z.literal('fields'),
    indented: z.boolean().optional(),
    lines: z.array(fieldLine).min(1),
    when,
  }),
  z.strictObject({ kind: z.literal('persons'), each: path, lines: z.array(fieldLine).min(1), when }),
  /** Items are marked a, b, c or 1, 2, 3 after those left out are gone, or not at all. */
  z.strictObject({ kind: z.literal('points'), marks, items: z.array(line).min(1), when }),
  z.strictObject({ kind: z.literal('clauses'), label: sentence, marks, items: z.array(line).min(1), when }),
  /** Labelled KESATU, KEDUA, ... after those left out are gone. */
  z.strictObject({
    kind: z.literal('dictum'),
    text: sentence,
    identity: z.array(fieldLine).optional(),
    points: z.array(line).optional(),
    after: z.array(line).optional(),
    when,
  }),
  /** A column without a value counts the rows; `otherwise` stands where the data has nothing for the value. */
  z.strictObject({
    kind: z.literal('table'),
    each: path,
    columns: z
      .array(
        z.strictObject({
          label: sentence,
          value: sentence.optional(),
          otherwise: sentence.optional(),
          share: z.number().positive(),
        }),
      )
      .min(1),
    when,
  }),
  z.strictObject({
    kind: z.literal('questions'),
    each: path,
    labels: z.strictObject({ question: sentence, answer: sentence }),
    question: sentence,
    answer: sentence,
    when,
  }),
  z.strictObject({ kind: z.literal('signature'), ...signaturePlace, when }),
  z.strictObject({
    kind: z.literal('signatures'),
    places: z.array(z.strictObject({ ...signaturePlace, each: path.optional(), when })).min(1),
    when,
  }),
  /** One entry for each item of the list at `path`; an empty list prints nothing. */
  z.strictObject({ kind: z.literal('list'), label: sentence, path, when }),
]);
export type TemplateBlock = z.infer<typeof blockSchema>;
export type TemplateBlockOf<K extends TemplateBlock['kind']> = Extract<TemplateBlock, { kind: K }>;
export type Condition = z.infer<typeof condition>;
export type When = z.infer<typeof when>;
export type Marks = z.infer<typeof marks>;
export type TemplateLine = z.infer<typeof line>;
export type TemplateField = z.infer<typeof fieldLine>;

/** A letter as versioned rule data: its sentences, their order and where they come from. */
export const letterTemplateSchema = z.strictObject({
  ...ruleHeader,
  language: z.literal('id'),
  /** Forms that this template is the layout of. */
  forms: z.array(letterFormSchema).min(1),
  /** Tracks of the cases that it can be issued in. */
  tracks: z.array(trackSchema).min(1),
  title: sentence,
  classification: z.string().min(1),
  /** Labels of the dicta, in order. */
  ordinals: z.array(z.string().min(1)),
  /** What the codes of the data read as. */
  words: z.record(z.string(), z.string().min(1)),
  /** What the data must have, or what it must say (`in`), whatever the sentences name. */
  requires: z.array(z.strictObject({ path, in: z.array(z.string()).min(1).optional(), when })),
  blocks: z.array(blockSchema).min(1),
});
export type LetterTemplate = z.infer<typeof letterTemplateSchema>;
