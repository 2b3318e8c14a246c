import type * as z from 'zod';
import type { Lang } from '../../text/lang.ts';
import type { InputError } from './http-problem.ts';
import { inLanguage, issueText } from './issue-texts.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** Of the alternatives of a union, the one that the value came closest to. */
const closest = (branches: readonly (readonly Issue[])[]): readonly Issue[] =>
  branches.reduce((best, branch) => (branch.length < best.length ? branch : best));

const at = (path: Path, message: string): InputError => ({ path: path.map(String).join('.'), message });

const errorsIn = (issue: Issue, above: Path, lang: Lang): InputError[] => {
  const path = [...above, ...issue.path];
  const message = inLanguage(issue.message, lang);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => at([...path, key], message));
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    return closest(issue.errors).flatMap((inner) => errorsIn(inner, path, lang));
  }
  return [at(path, message)];
};

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: readonly InputError[] };

/** Parses a value and says everything that is wrong with it, each unknown field by its name, in the reader's language. */
export const parse = <S extends z.ZodType>(schema: S, value: unknown, lang: Lang): Parsed<z.output<S>> => {
  const result = schema.safeParse(value, { error: (issue) => issueText(issue, lang) });
  return result.success
    ? { ok: true, value: result.data }
    : { ok: false, errors: result.error.issues.flatMap((issue) => errorsIn(issue, [], lang)) };
};
