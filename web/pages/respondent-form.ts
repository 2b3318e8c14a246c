import { areaField, button, choiceGroup, type FormState, hiddenFields, textField } from '../design/fields.ts';
import { type Html, html, when } from '../design/html.ts';
import { section } from '../design/parts.ts';
import { sentence } from '../design/words.ts';
import { textsFor } from '../text/texts.ts';
import type { RespondentPlace } from './respondent-parts.ts';

/** What the respondent may send, in the order in which it is offered. */
export const ownOutcomes = ['ANSWER', 'FINISH', 'SIGN_RECORD', 'REFUSE_RECORD', 'FILE'] as const;
export type OwnOutcome = (typeof ownOutcomes)[number];

/** What one form takes: most files, most of them together in MiB, and how long it may be open. */
export interface FormLimits {
  readonly files: number;
  readonly mib: number;
  readonly minutes: number;
}

interface OwnForm {
  readonly kind: 'response' | 'remedy';
  readonly title: string;
  readonly outcomes: readonly OwnOutcome[];
  readonly minutes: number;
  readonly hidden: Readonly<Record<string, string>>;
  readonly fields: Html;
}

const outcomeField = (state: FormState, outcomes: readonly OwnOutcome[]): Html => {
  const { form } = textsFor(state.lang).respondent;
  return choiceGroup(state, {
    type: 'radio',
    name: 'outcome',
    label: form.outcome,
    hint: form.outcomeHint,
    required: true,
    options: outcomes.map((value) => ({
      value,
      label: form.outcomes[value].label,
      hint: form.outcomes[value].meaning,
    })),
  });
};

/** Input `files`: any number of files, which no browser lets a page fill in again. */
const filesField = (state: FormState, hint: string): Html => {
  const { common, respondent } = textsFor(state.lang);
  const error = state.errors.find(({ field }) => field === 'files');
  const described = error === undefined ? 'files-hint' : 'files-hint files-error';
  return html`<div class="field${error && ' wrong'}"><label for="files">${respondent.form.files} <small>(${common.optional})</small></label><p class="hint" id="files-hint">${hint}</p>${when(
    error,
    ({ message }) =>
      html`<p class="error" id="files-error"><span class="sr">${common.errorPrefix} </span>${sentence(message)}</p>`,
  )}<input type="file" id="files" name="files" multiple aria-describedby="${described}"${error && html` aria-invalid="true"`}></div>
`;
};

const group = (title: string, hint: string, body: Html): Html =>
  html`<fieldset class="group"><legend><h3>${title}</h3></legend><p class="hint">${hint}</p>${body}</fieldset>
`;

const answerFields = (state: FormState, limits: FormLimits, required: boolean): Html => {
  const { common, respondent } = textsFor(state.lang);
  const { form } = respondent;
  const optional = common.optional;
  return html`${areaField(state, { name: 'statement', label: form.statement, hint: form.statementHint, required, rows: 8 })}${areaField(
    state,
    { name: 'witnesses', label: form.witnesses, hint: form.witnessesHint, mark: optional, rows: 3 },
  )}${textField(state, { name: 'companion', label: form.companion, hint: form.companionHint, mark: optional, maxlength: 300 })}${filesField(
    state,
    form.filesHint(limits.files, limits.mib),
  )}`;
};

const recordFields = (state: FormState): Html => {
  const { common, respondent } = textsFor(state.lang);
  const { form } = respondent;
  return areaField(state, { name: 'corrections', label: form.corrections, mark: common.optional, rows: 5 });
};

/** The inputs of an answer; where a record waits for a signature, those of that too, each under its title. */
export const responseFields = (state: FormState, limits: FormLimits, hasRecord: boolean): Html => {
  const { form } = textsFor(state.lang).respondent;
  if (!hasRecord) return answerFields(state, limits, true);
  return html`${group(form.recordTitle, form.recordHint, recordFields(state))}${group(
    form.answerTitle,
    form.answerHint,
    answerFields(state, limits, false),
  )}`;
};

/** The inputs of an objection or appeal. */
export const remedyFields = (state: FormState, limits: FormLimits): Html => {
  const { form } = textsFor(state.lang).respondent;
  return html`${areaField(state, { name: 'grounds', label: form.grounds, hint: form.groundsHint, required: true, rows: 10 })}${filesField(
    state,
    form.filesOnce(limits.files, limits.mib),
  )}`;
};

/** The one form of a page of the respondent: `act`, with what is sent as a choice that nobody made beforehand. */
export const ownForm = (
  place: RespondentPlace,
  state: FormState,
  { kind, title, outcomes, minutes, hidden, fields }: OwnForm,
) => {
  const { form } = textsFor(state.lang).respondent;
  const unseen = { step: 'act', csrf: place.csrf, ...hidden };
  return section(
    'act',
    title,
    html`<form method="post" action="${place.action}" enctype="multipart/form-data" data-step="act" data-task-kind="${kind}">
${hiddenFields(unseen)}${state.errors.length > 0 && html`<p class="hint">${form.again}</p>`}${outcomeField(state, outcomes)}${fields}<p class="hint">${form.hurry(minutes)}</p><p class="final">${form.recorded}</p>${button(form.submit)}
</form>`,
  );
};
