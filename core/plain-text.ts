import * as z from 'zod';

/** Control characters (but line breaks and tabs) and bidirectional overrides: they hide or reorder what a person reads. */
export const hiddenCharacters = /[[\p{Cc}--[\t\n\r]]\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/v;

/** What people type: trimmed, with nothing in it that hides or reorders what a reader sees. */
export const plainText = (min: number, max: number) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .refine(
      (value) => !hiddenCharacters.test(value),
      'mengandung karakter kendali atau pembalik arah / contains control or bidirectional characters',
    )
    .refine((value) => value.isWellFormed(), 'bukan teks Unicode yang sah / is not well-formed Unicode');

/** A text of one line: names end up in mail headers and file lists. */
export const plainLine = (min: number, max: number) =>
  plainText(min, max).refine((value) => !/[\t\n\r]/.test(value), 'harus satu baris / must be a single line');
