import { type ParsedForm, parsedForm } from './act-forms.ts';
import { type RemedyForm, type ResponseForm, remedyForm, responseForm } from './respondent-forms.ts';

/** What the respondent does on their own page. */
export type OwnAct =
  | { readonly kind: 'response'; readonly form: ResponseForm }
  | { readonly kind: 'remedy'; readonly form: RemedyForm };

/** Parses a form that the respondent posted. */
export const parseOwnAct = (kind: OwnAct['kind'], fields: Readonly<Record<string, unknown>>): ParsedForm<OwnAct> =>
  kind === 'response'
    ? parsedForm(responseForm.safeParse(fields), (form) => ({ kind, form }))
    : parsedForm(remedyForm.safeParse(fields), (form) => ({ kind, form }));
