import {
  areaField,
  button,
  choiceGroup,
  errorSummary,
  type FieldError,
  type FormState,
  type FormTarget,
  hiddenFields,
  type Option,
  selectField,
  type TextField,
  textField,
} from '../design/fields.ts';
import { type Html, html } from '../design/html.ts';
import { type Frame, layout } from '../design/layout.ts';
import { notice } from '../design/parts.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';

/** Names of the inputs in the order of the form, as they arrive in the urlencoded body; `urls` holds one URL a line. */
export const reportInputs = [
  'description',
  'urls',
  'occurredAt',
  'agencyId',
  'respondentName',
  'accountPlatform',
  'accountHandle',
  'respondentPosition',
  'respondentUnit',
  'respondentNip',
  'reporterKind',
  'name',
  'email',
  'phone',
] as const;
export type ReportInput = (typeof reportInputs)[number];

export interface ReportFormView {
  readonly frame: Frame;
  readonly form: FormTarget;
  readonly agencies: readonly Option[];
  readonly maxUrls: number;
  /** Values typed before; `reporterKind` is `anonymous` or `named`. */
  readonly values: Readonly<Partial<Record<ReportInput, string>>>;
  readonly errors: readonly FieldError[];
}

const defined = (values: ReportFormView['values']): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined));

const group = (title: string, fields: readonly Html[]): Html =>
  html`<fieldset class="group"><legend><h2>${title}</h2></legend>
${fields}</fieldset>
`;

const texts = (state: FormState, fields: readonly TextField[]): Html[] =>
  fields.map((field) => textField(state, field));

const reporterPart = (state: FormState): Html => {
  const { form } = textsFor(state.lang).report;
  const kind = choiceGroup(state, {
    type: 'radio',
    name: 'reporterKind',
    label: form.reporterLegend,
    mark: form.required,
    required: true,
    keep: true,
    options: [
      { value: 'anonymous', label: form.anonymous, hint: form.anonymousHint },
      { value: 'named', label: form.named, hint: form.namedHint },
    ],
  });
  const contact = texts(state, [
    { name: 'name', label: form.name, autocomplete: 'name', maxlength: 200 },
    { name: 'email', label: form.email, type: 'email', autocomplete: 'email', maxlength: 254 },
    { name: 'phone', label: form.phone, type: 'tel', autocomplete: 'tel', size: 'middle', maxlength: 30 },
  ]);
  return group(form.contactLegend, [
    kind,
    html`<div class="contact"><p class="hint">${form.contactHint}</p>${contact}</div>`,
  ]);
};

const respondentPart = (state: FormState, agencies: readonly Option[]): Html => {
  const { form } = textsFor(state.lang).report;
  const agency = selectField(state, {
    name: 'agencyId',
    label: form.agency,
    hint: form.agencyHint,
    mark: form.required,
    required: true,
    keep: true,
    groups: [{ label: null, options: agencies }],
  });
  return group(form.respondentLegend, [
    agency,
    ...texts(state, [
      { name: 'respondentName', label: form.respondentName, autocomplete: 'off', maxlength: 200 },
      {
        name: 'accountPlatform',
        label: form.accountPlatform,
        hint: form.accountPlatformHint,
        size: 'middle',
        maxlength: 60,
      },
      {
        name: 'accountHandle',
        label: form.accountHandle,
        hint: form.accountHandleHint,
        autocomplete: 'off',
        size: 'middle',
        maxlength: 200,
      },
      { name: 'respondentPosition', label: form.respondentPosition, maxlength: 200 },
      { name: 'respondentUnit', label: form.respondentUnit, maxlength: 200 },
      {
        name: 'respondentNip',
        label: form.respondentNip,
        hint: form.respondentNipHint,
        inputmode: 'numeric',
        autocomplete: 'off',
        size: 'middle',
        maxlength: 24,
      },
    ]),
  ]);
};

const incidentPart = (state: FormState, maxUrls: number): Html => {
  const { form } = textsFor(state.lang).report;
  return group(form.incidentLegend, [
    areaField(state, {
      name: 'description',
      label: form.description,
      hint: form.descriptionHint,
      mark: form.required,
      required: true,
      rows: 9,
    }),
    areaField(state, { name: 'urls', label: form.urls, hint: form.urlsHint(maxUrls), rows: 4 }),
    textField(state, {
      name: 'occurredAt',
      label: form.occurredAt,
      hint: form.occurredAtHint,
      type: 'date',
      size: 'middle',
    }),
  ]);
};

/** `/lapor`: the report form, empty or come back with what is wrong. */
export const reportFormPage = (view: ReportFormView, lang: Lang): Html => {
  const { form } = textsFor(lang).report;
  const state: FormState = { lang, errors: view.errors, values: defined(view.values) };
  const body = html`${errorSummary(state)}<p class="lede">${form.lede}</p>
<form method="post" action="${view.form.action}" accept-charset="utf-8">
${hiddenFields(view.form.hidden)}${incidentPart(state, view.maxUrls)}${respondentPart(state, view.agencies)}${reporterPart(state)}
${notice('info', html`<p><b>${form.attachmentsTitle}</b> ${form.attachments}</p>`)}
<p class="hint">${form.submitHint}</p>${button(form.submit)}
</form>`;
  return layout({ lang, frame: view.frame, title: form.title, body, nav: 'report' });
};
