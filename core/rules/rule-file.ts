import * as z from 'zod';
import { TertibError } from '../errors.ts';
import { localDateSchema } from '../time.ts';

/**
 * How sure a citation is: seen in a public text, remembered but not seen, derived by analysis, or read differently by different
 * sources. What is not CONFIRMED is shown with its tag and is to be checked in the official gazette before it is relied on.
 */
export const certaintySchema = z.enum(['CONFIRMED', 'FROM_MEMORY', 'ANALYSIS', 'DISPUTED']);

/** Where a rule comes from: `text` is printable (`PP 94/2021 Pasal 8`), `note` says what is open about it. */
export const citationSchema = z.strictObject({
  text: z.string().min(1),
  certainty: certaintySchema,
  note: z.string().min(1).optional(),
});
export type Citation = z.infer<typeof citationSchema>;

/** A sentence in both languages, Indonesian first. */
export const bilingualSchema = z.strictObject({ id: z.string().min(1), en: z.string().min(1) });
export type Bilingual = z.infer<typeof bilingualSchema>;

/** What every rule file begins with. `effectiveTo` is the last day in force; null while the rule is open-ended. */
export const ruleHeader = {
  id: z.string().regex(/^[a-z0-9-]+$/),
  version: z.int().positive(),
  effectiveFrom: localDateSchema,
  effectiveTo: localDateSchema.nullable(),
  citations: z.array(citationSchema).min(1),
};
export const ruleHeaderSchema = z.object(ruleHeader);
export type RuleHeader = z.infer<typeof ruleHeaderSchema>;

/** A rule file does not have the shape or the references it must have. The message names the file and the path in it. */
export class RuleFileBroken extends TertibError {
  override readonly name = 'RuleFileBroken';
}

/** e.g. `provisions[1].code` */
const placeOf = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');

/**
 * Reads one rule file.
 * @param file its name as people know it, e.g. `rules/deadlines/pp-94-2021.json`
 * @throws RuleFileBroken naming the file and every path in it that is wrong
 */
export const parseRuleFile = <T extends RuleHeader>(file: string, schema: z.ZodType<T>, value: unknown): T => {
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${placeOf(path) || '(root)'}: ${message}`);
    throw new RuleFileBroken(`${file}: ${problems.join('; ')}`, { cause: parsed.error });
  }
  const { effectiveFrom, effectiveTo } = parsed.data;
  if (effectiveTo !== null && effectiveTo < effectiveFrom)
    throw new RuleFileBroken(`${file}: effectiveTo: ${effectiveTo} is before effectiveFrom ${effectiveFrom}`);
  return parsed.data;
};
