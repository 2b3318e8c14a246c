import type { Refusal } from '../../../core/refusal.ts';
import type { FormIssue } from '../../../core/tasks/act-forms.ts';
import type { FieldError } from '../../design/fields.ts';
import type { Lang } from '../../text/lang.ts';
import { type Texts, textsFor } from '../../text/texts.ts';

type Fields = Texts['views']['fieldErrors'];

const isField = (fields: Fields, name: string): name is keyof Fields => Object.hasOwn(fields, name);

/** What has no input of its own (the fingerprints of the page) is told at the first question. */
const errorAt = (path: string, lang: Lang): FieldError => {
  const { fieldErrors } = textsFor(lang).views;
  const name = path.split('.')[0] ?? '';
  return isField(fieldErrors, name)
    ? { field: name, message: fieldErrors[name] }
    : { field: 'outcome', message: fieldErrors.stale };
};

/** The fields as the forms show them. */
const shown = [
  'outcome',
  'respondentNip',
  'track',
  'caseNumber',
  'principles',
  'members',
  'chair',
  'secretary',
  'serviceMethod',
  'servedOn',
  'questions',
  'answers',
  'statement',
  'signing',
  'findings',
  'charges',
  'provisions',
  'impact',
  'impactReason',
  'aggravating',
  'mitigating',
  'recommendedSanction',
  'sanctionCode',
  'deviationReason',
  'examinationOn',
  'examinationAt',
  'examinationPlace',
  'examinationMode',
  'releaseFrom',
  'actingOfficial',
  'dispatchedOn',
  'receivedOn',
  'method',
  'body',
  'decisionNumber',
  'decidedOn',
  'restoredOn',
  'reason',
];

/** What is wrong with a posted act form, once a field, in the order of the form. */
export const issueErrors = (issues: readonly FormIssue[], lang: Lang): FieldError[] =>
  [...new Map(issues.map(({ path }) => errorAt(path, lang)).map((error) => [error.field, error])).values()].sort(
    (a, b) => shown.indexOf(a.field) - shown.indexOf(b.field),
  );

/** A refusal of the act itself, at the field that has to change or else at the first question. */
export const refusalError = (refusal: Refusal, path: string, lang: Lang): FieldError => ({
  field: path === '' ? 'outcome' : path,
  message: refusal[lang],
});
