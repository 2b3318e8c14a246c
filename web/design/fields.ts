import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';
import { type Html, html, when } from './html.ts';
import { sentence } from './words.ts';

/** What is wrong with one input; `field` is the name of the input. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
  /** What the input is called, where the message does not say which it is about. */
  readonly label?: string | undefined;
}

/** Where a form goes and what travels with it unseen. */
export interface FormTarget {
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
}

/** What all fields of one form share. */
export interface FormState {
  readonly lang: Lang;
  readonly errors: readonly FieldError[];
  /** What was typed before, by input name. */
  readonly values: Readonly<Record<string, string>>;
  /** What was sent before by inputs of one name: ticked boxes, repeated rows. */
  readonly lists?: Readonly<Record<string, readonly string[]>>;
}

interface FieldBase {
  readonly name: string;
  /** Where several inputs have one name; the first has the name itself, so that a link to the field leads to it. */
  readonly id?: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** Shown beside the label, e.g. "required". */
  readonly mark?: string | undefined;
  readonly required?: boolean;
}

export interface TextField extends FieldBase {
  readonly type?: 'text' | 'email' | 'tel' | 'search' | 'date' | 'time';
  readonly inputmode?: 'numeric' | 'email' | 'tel' | 'text';
  readonly autocomplete?: string;
  readonly maxlength?: number;
  /** Width in characters that the answer needs. */
  readonly size?: 'short' | 'middle';
  readonly spellcheck?: boolean;
}

const idOf = ({ id, name }: FieldBase): string => id ?? name;

const errorOf = (state: FormState, item: FieldBase): string | undefined => {
  const error = state.errors.find(({ field }) => field === idOf(item));
  return error && sentence(error.message);
};

const describedBy = (state: FormState, field: FieldBase): Html | null => {
  const id = idOf(field);
  const ids = [field.hint && `${id}-hint`, errorOf(state, field) && `${id}-error`].filter(Boolean).join(' ');
  return ids === '' ? null : html` aria-describedby="${ids}"`;
};

const notes = (state: FormState, field: FieldBase): Html =>
  html`${when(field.hint, (text) => html`<p class="hint" id="${idOf(field)}-hint">${text}</p>`)}${when(
    errorOf(state, field),
    (text) =>
      html`<p class="error" id="${idOf(field)}-error"><span class="sr">${textsFor(state.lang).common.errorPrefix} </span>${text}</p>`,
  )}`;

const state3 = (state: FormState, field: FieldBase): Html =>
  html`${describedBy(state, field)}${errorOf(state, field) && html` aria-invalid="true"`}${
    field.required && html` required`
  }`;

const marked = (field: FieldBase): Html =>
  html`${field.label}${when(field.mark, (mark) => html` <small>(${mark})</small>`)}`;

const wrap = (state: FormState, field: FieldBase, control: Html): Html =>
  html`<div class="field${errorOf(state, field) && ' wrong'}"><label for="${idOf(field)}">${marked(field)}</label>${notes(state, field)}${control}</div>
`;

const attribute = (name: string, value: string | number | boolean | undefined): Html | null =>
  value === undefined ? null : html` ${name}="${String(value)}"`;

export const textField = (state: FormState, field: TextField): Html =>
  wrap(
    state,
    field,
    html`<input id="${field.name}" name="${field.name}" type="${field.type ?? 'text'}" value="${state.values[field.name] ?? ''}"${[
      attribute('class', field.size),
      attribute('inputmode', field.inputmode),
      attribute('autocomplete', field.autocomplete),
      attribute('maxlength', field.maxlength),
      attribute('spellcheck', field.spellcheck),
    ]}${state3(state, field)}>`,
  );

/** A text of many lines. The line break after the tag keeps a leading break of the value. */
export const areaField = (
  state: FormState,
  field: FieldBase & {
    readonly rows: number;
    readonly maxlength?: number;
    /** What was typed into this one of several inputs of one name. */
    readonly value?: string | undefined;
  },
): Html =>
  wrap(
    state,
    field,
    html`<textarea id="${idOf(field)}" name="${field.name}" rows="${field.rows}"${attribute('maxlength', field.maxlength)}${state3(state, field)}>
${field.value ?? state.values[field.name] ?? ''}</textarea>`,
  );

export interface Option {
  readonly value: string;
  readonly label: string;
  /** Shown, but not to be chosen; the label says why. */
  readonly disabled?: boolean;
}

export interface OptionGroup {
  readonly label: string | null;
  readonly options: readonly Option[];
}

/** A list to choose from; the first entry is empty, so that nothing is chosen for anyone. `keep` restores an earlier choice. */
export const selectField = (
  state: FormState,
  field: FieldBase & { readonly groups: readonly OptionGroup[]; readonly empty?: string; readonly keep?: boolean },
): Html => {
  const chosen = field.keep ? state.values[field.name] : undefined;
  const option = ({ value, label, disabled }: Option): Html =>
    html`<option value="${value}"${value === chosen && html` selected`}${disabled && html` disabled`}>${label}</option>`;
  return wrap(
    state,
    field,
    html`<select id="${field.name}" name="${field.name}"${state3(state, field)}><option value="">${
      field.empty ?? textsFor(state.lang).common.choose
    }</option>${field.groups.map(({ label, options }) =>
      label === null ? options.map(option) : html`<optgroup label="${label}">${options.map(option)}</optgroup>`,
    )}</select>`,
  );
};

export interface ChoiceOption extends Option {
  readonly hint?: Html | string | undefined;
}

export interface ChoicePart {
  readonly label: string;
  readonly options: readonly ChoiceOption[];
}

export interface ChoiceGroup extends FieldBase {
  readonly type: 'radio' | 'checkbox';
  readonly options: readonly ChoiceOption[];
  /** Further options under titles of their own. */
  readonly parts?: readonly ChoicePart[];
  /** Options that are seldom wanted: folded away, `label` says how many. */
  readonly more?: { readonly label: (count: number) => string; readonly options: readonly ChoiceOption[] };
  /** Restores an earlier choice; without it the group always comes empty. */
  readonly keep?: boolean;
}

const allOptions = ({ options, parts = [], more }: ChoiceGroup): readonly ChoiceOption[] => [
  ...options,
  ...parts.flatMap((part) => part.options),
  ...(more?.options ?? []),
];

/** What was chosen before; an empty value is a choice only where it was made. */
const sentFor = ({ values, lists }: FormState, { name }: ChoiceGroup): readonly string[] =>
  lists?.[name] ?? (values[name] === undefined ? [] : [values[name]]);

/** Whether an option that is folded away was chosen before, so that it must be seen. */
const isFoldedChoice = (state: FormState, group: ChoiceGroup): boolean =>
  group.keep === true && (group.more?.options ?? []).some(({ value }) => sentFor(state, group).includes(value));

/** The first option has the name of the group as its id, so that a link to the field leads to it. */
const choice = (state: FormState, group: ChoiceGroup, { value, label, hint }: ChoiceOption): Html => {
  const isFirst = allOptions(group)[0]?.value === value;
  const id = isFirst ? group.name : `${group.name}-${value || 'none'}`;
  const chosen = group.keep === true && sentFor(state, group).includes(value);
  const required = group.required && group.type === 'radio';
  return html`<div class="choice"><input type="${group.type}" id="${id}" name="${group.name}" value="${value}"${
    chosen && html` checked`
  }${required && html` required`}${when(hint, () => html` aria-describedby="${id}-about"`)}><label for="${id}">${label}</label>${when(
    hint,
    (text) => html`<div class="about" id="${id}-about">${text}</div>`,
  )}</div>`;
};

/** Radio buttons or checkboxes under one question. */
export const choiceGroup = (state: FormState, group: ChoiceGroup): Html => {
  const shown = (options: readonly ChoiceOption[]): Html[] => options.map((option) => choice(state, group, option));
  const { options, parts = [], more } = group;
  const folded = more !== undefined && options.length + parts.length > 0 && more.options.length > 0;
  return html`<fieldset class="field choices${errorOf(state, group) && ' wrong'}"${describedBy(state, group)}><legend>${marked(group)}</legend>${notes(state, group)}${shown(options)}${parts.map(
    (part) => html`<p class="label">${part.label}</p>${shown(part.options)}`,
  )}${
    folded
      ? html`<details${isFoldedChoice(state, group) && html` open`}><summary>${more.label(more.options.length)}</summary>${shown(more.options)}</details>`
      : shown(more?.options ?? [])
  }</fieldset>
`;
};

export const hiddenFields = (values: Readonly<Record<string, string>>): Html =>
  html`${Object.entries(values).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`;

/** All that is wrong, at the top of the page, each with a link to its field. */
export const errorSummary = ({ lang, errors }: FormState): Html | null =>
  errors.length === 0
    ? null
    : html`<div class="notice bad summary" role="alert" aria-labelledby="errors"><h2 id="errors">${
        textsFor(lang).common.errorTitle
      }</h2><ul>${errors.map(
        ({ field, label, message }) =>
          html`<li><a href="#${field}">${sentence(label === undefined || message.startsWith(label) ? message : `${label}: ${message}`)}</a></li>`,
      )}</ul></div>
`;

export const button = (label: string, quiet = false): Html =>
  html`<p class="actions"><button type="submit"${quiet && html` class="quiet"`}>${label}</button></p>`;
