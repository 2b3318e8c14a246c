import { areaField, choiceGroup, type FormState } from '../design/fields.ts';
import { type Html, html } from '../design/html.ts';
import { details } from '../design/parts.ts';
import { textsFor } from '../text/texts.ts';
import { outcomeGroup } from './outcome-group.ts';

const ROWS = 8;
/** Rows that are seen at once; the rest is folded away. */
const SHOWN = 3;

const row = (state: FormState, index: number): Html => {
  const { fields } = textsFor(state.lang).task;
  const cell = (name: 'questions' | 'answers', label: string, maxlength: number): Html =>
    areaField(state, {
      name,
      id: index === 0 ? name : `${name}-${index + 1}`,
      label,
      rows: 2,
      maxlength,
      value: state.lists?.[name]?.[index] ?? '',
    });
  return html`<div class="pair">${cell('questions', fields.question(index + 1), 2000)}${cell('answers', fields.answer(index + 1), 5000)}</div>`;
};

/** Whether a row that is folded away was filled in before. */
const isBeyond = ({ lists }: FormState): boolean =>
  [...(lists?.questions?.slice(SHOWN) ?? []), ...(lists?.answers?.slice(SHOWN) ?? [])].some((text) => text !== '');

/** Rows `questions` and `answers`; what was sent before comes back, however many rows it had. */
const questionRows = (state: FormState): Html => {
  const { fields } = textsFor(state.lang).task;
  const count = Math.max(ROWS, state.lists?.questions?.length ?? 0);
  const rows = Array.from({ length: count }, (_, index) => row(state, index));
  const rest = html`${rows.slice(SHOWN)}`;
  const folded = isBeyond(state)
    ? html`<details open><summary>${fields.moreQuestions}</summary>${rest}</details>`
    : details(fields.moreQuestions, rest);
  return html`${rows.slice(0, SHOWN)}${folded}`;
};

const signingField = (state: FormState): Html => {
  const { fields } = textsFor(state.lang).task;
  return choiceGroup(state, {
    type: 'radio',
    name: 'signing',
    label: fields.signing,
    hint: fields.signingHint,
    keep: true,
    options: [
      { value: '', label: fields.signings.LATER },
      { value: 'SIGNED', label: fields.signings.SIGNED },
      { value: 'REFUSED', label: fields.signings.REFUSED },
    ],
  });
};

/** The record of an examination: questions and answers, the statement as a whole, and how the examinee took it. */
export const recordGroup = (state: FormState): Html => {
  const { fields } = textsFor(state.lang).task;
  const statement = areaField(state, {
    name: 'statement',
    label: fields.statement,
    hint: fields.statementHint,
    rows: 5,
    maxlength: 20_000,
  });
  return outcomeGroup(state, {
    kind: 'examination',
    outcomes: ['HELD'],
    title: fields.recordGroup,
    note: fields.recordNote,
    body: html`${questionRows(state)}${statement}${signingField(state)}`,
  });
};
