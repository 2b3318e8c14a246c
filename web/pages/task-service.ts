import { type FormState, textField } from '../design/fields.ts';
import { type Html, html } from '../design/html.ts';
import { type Moment, timeTag } from '../design/moment.ts';
import { facts, section } from '../design/parts.ts';
import { textsFor } from '../text/texts.ts';
import { type PaperView, paperList } from './hearing-parts.ts';
import { outcomeFields } from './outcome-group.ts';

export interface ServiceInputs {
  readonly kind: 'service';
  /** `null` until the decision is signed. */
  readonly decisionNumber: string | null;
  readonly decidedOn: Moment;
  readonly sanction: string;
  /** The last day in words, with how it was counted. */
  readonly until: string;
  /** When and how it was sent before, as far as it was. */
  readonly attempts: readonly string[];
  readonly papers: readonly PaperView[];
}

/** What stands above the form. */
export const serviceSections = (input: ServiceInputs, { lang }: FormState): Html => {
  const { parts } = textsFor(lang).task;
  const attempts = html`<ul class="plain">${input.attempts.map((text) => html`<li>${text}</li>`)}</ul>`;
  return section(
    'decision',
    parts.decisionTitle,
    facts([
      { label: parts.decisionNumber, value: input.decisionNumber },
      { label: parts.decidedOn, value: timeTag(input.decidedOn) },
      { label: parts.sanction, value: html`<b>${input.sanction}</b>` },
      { label: parts.deliverUntil, value: input.until },
      { label: parts.attempts, value: input.attempts.length === 0 ? null : attempts },
      { label: parts.papers, value: input.papers.length === 0 ? null : paperList(input.papers, lang) },
    ]),
  );
};

const date = (state: FormState, name: 'receivedOn' | 'dispatchedOn'): Html => {
  const { fields } = textsFor(state.lang).task;
  return textField(state, { name, type: 'date', label: fields[name], hint: fields[`${name}Hint`], size: 'middle' });
};

/** Inputs `dispatchedOn`, `receivedOn`, `method`. */
export const serviceFields = (state: FormState): Html => {
  const { fields } = textsFor(state.lang).task;
  return html`${outcomeFields({ kind: 'service', outcomes: ['DISPATCHED'] }, date(state, 'dispatchedOn'))}${date(state, 'receivedOn')}${textField(
    state,
    {
      name: 'method',
      label: fields.method,
      hint: fields.methodHint,
      maxlength: 60,
      autocomplete: 'off',
    },
  )}`;
};
