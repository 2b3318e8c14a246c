import * as z from 'zod';
import type { CaseId } from '../ids.ts';
import { ruleHeader } from '../rules/rule-file.ts';
import type { LocalDate } from '../time.ts';
import { type LetterForm, letterFormSchema } from './letter-forms.ts';

const names = ['formCode', 'case', 'round', 'ordinal', 'romanMonth', 'year'] as const;
type Name = (typeof names)[number];
/** Without these, two letters of one agency could have one number. */
const needed: readonly Name[] = ['formCode', 'case', 'round', 'ordinal'];

const placeholder = /\{([a-zA-Z]+)\}/g;
const isName = (name: string): name is Name => names.some((known) => known === name);
const placeholdersOf = (pattern: string): string[] => [...pattern.matchAll(placeholder)].map(([, name = '']) => name);

/** No value holds any of these, so that what stands between them can be told apart. */
const separates = (literal: string): boolean => /[^A-Za-z0-9-]/.test(literal);

/**
 * How letters of an agency are numbered, e.g. `{formCode}/{case}/{round}.{ordinal}/{romanMonth}/{year}`. Form, case, round and
 * ordinal must stand in it, and between two placeholders a sign other than a letter, a digit or a hyphen: then no two letters share
 * a number.
 */
export const letterNumberPatternSchema = z
  .string()
  .max(80)
  .refine(
    (pattern) => placeholdersOf(pattern).every(isName),
    'knows {formCode} {case} {round} {ordinal} {romanMonth} {year}',
  )
  .refine((pattern) => !/[{}]/.test(pattern.replaceAll(placeholder, '')), 'has a brace outside a placeholder')
  .refine(
    (pattern) => needed.every((name) => placeholdersOf(pattern).includes(name)),
    'needs {formCode}, {case}, {round} and {ordinal}',
  )
  .refine(
    (pattern) =>
      pattern
        .split(placeholder)
        .filter((_, i) => i % 2 === 0)
        .slice(1, -1)
        .every(separates),
    'needs a sign such as / or . between two placeholders',
  );

const formCode = z.string().regex(/^[A-Z0-9]{1,8}(-[A-Z0-9]{1,8})?$/);

/** The default pattern, and what each form is called in a number. */
export const letterNumberingSchema = z.strictObject({
  ...ruleHeader,
  pattern: letterNumberPatternSchema,
  codes: z
    .record(letterFormSchema, formCode)
    .refine((codes) => new Set(Object.values(codes)).size === Object.keys(codes).length, 'two forms share a code'),
});
export type LetterNumbering = z.infer<typeof letterNumberingSchema>;

const MONTHS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'] as const;

/** What makes a letter's number: `ordinal` counts the letters of one form within a round of a case, from 1. */
export interface NumberedLetter {
  readonly form: LetterForm;
  readonly caseNumber: CaseId;
  readonly round: number;
  readonly ordinal: number;
  /** Of the letter, in the agency's zone. */
  readonly date: LocalDate;
}

/**
 * The number of a letter; no two letters that differ in form, case, round or ordinal have the same one.
 * @param pattern the agency's own, or that of `codes`' rule
 */
export const letterNumber = (
  { pattern, codes }: Pick<LetterNumbering, 'pattern' | 'codes'>,
  { form, caseNumber, round, ordinal, date }: NumberedLetter,
): string => {
  const values: Readonly<Record<Name, string>> = {
    formCode: codes[form],
    case: caseNumber,
    round: String(round),
    ordinal: String(ordinal),
    romanMonth: MONTHS[Number(date.slice(5, 7)) - 1] ?? '',
    year: date.slice(0, 4),
  };
  return pattern.replaceAll(placeholder, (whole, name: string) => (isName(name) ? values[name] : whole));
};
