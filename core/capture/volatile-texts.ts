import * as z from 'zod';

/** Which parts of a page's text change by themselves: counters, relative times. */
export const volatileTextsFile = z.strictObject({
  version: z.string(),
  about: z.string(),
  patterns: z
    .array(z.strictObject({ id: z.string(), pattern: z.string().min(1), examples: z.array(z.string()).min(1) }))
    .min(1),
});
export type VolatileTextsFile = z.infer<typeof volatileTextsFile>;

export type VolatileTexts = readonly RegExp[];

/** @throws SyntaxError for a pattern that is none */
export const volatileTexts = ({ patterns }: VolatileTextsFile): VolatileTexts =>
  patterns.map(({ pattern }) => new RegExp(pattern, 'gimu'));

/** Stands for what changes by itself; not in any text, because captured text is well-formed Unicode without it. */
const MARK = '\u0000';

/** The text with everything that changes by itself made equal, line by line, white space at its ends left out. */
const lasting = (text: string, volatile: VolatileTexts): string => {
  const lines = text
    .replaceAll('\u00a0', ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
  return volatile.reduce((left, pattern) => left.replace(pattern, MARK), lines);
};

/** Whether two texts of one page differ in nothing but what changes by itself. */
export const sameButForVolatile = (one: string, other: string, volatile: VolatileTexts): boolean =>
  lasting(one, volatile) === lasting(other, volatile);
