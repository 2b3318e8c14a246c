import type { Refusal } from '../../../core/refusal.ts';
import type { FormIssue } from '../../../core/tasks/act-forms.ts';
import type { FieldError } from '../../design/fields.ts';
import type { Lang } from '../../text/lang.ts';
import { textsFor } from '../../text/texts.ts';

/** The fields as the forms show them, each with what to change. */
const shown = ['outcome', 'corrections', 'statement', 'witnesses', 'companion', 'files', 'grounds'] as const;
type Shown = Exclude<(typeof shown)[number], 'files'>;

const isShown = (name: string): name is Shown => name !== 'files' && shown.some((field) => field === name);

const errorAt = (path: string, lang: Lang): FieldError => {
  const { errors } = textsFor(lang).respondent;
  const name = path.split('.')[0] ?? '';
  const field = isShown(name) ? name : 'outcome';
  return { field, message: errors[field] };
};

/** In the order of the form, once a field. */
export const inOrder = (errors: readonly FieldError[]): FieldError[] => {
  const order: readonly string[] = shown;
  const place = ({ field }: FieldError) => order.indexOf(field);
  return [...new Map(errors.map((error) => [error.field, error])).values()].sort((a, b) => place(a) - place(b));
};

/** What is wrong with a posted form. */
export const ownIssues = (issues: readonly FormIssue[], lang: Lang): FieldError[] =>
  issues.map(({ path }) => errorAt(path, lang));

/** A refusal of what was sent, at the field that has to change or else at the first question. */
export const ownRefusal = (refusal: Refusal, path: string, lang: Lang): FieldError => ({
  field: path === '' ? 'outcome' : path,
  message: refusal[lang],
});

/** For a record that is not the one of the page any more. */
export const recordChanged = (lang: Lang): FieldError => ({
  field: 'outcome',
  message: textsFor(lang).respondent.errors.recordChanged,
});
