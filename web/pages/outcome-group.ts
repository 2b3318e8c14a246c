import type { FieldError, FormState } from '../design/fields.ts';
import { type Html, html, when } from '../design/html.ts';
import { type OutcomeOf, outcomesOf, type TaskKind } from '../text/codes.ts';
import { textsFor } from '../text/texts.ts';

/** Inputs that only some outcomes of a kind use. */
export interface OutcomeGroup<K extends TaskKind> {
  readonly kind: K;
  readonly outcomes: readonly OutcomeOf<K>[];
  readonly title: string;
  readonly note?: string | null;
  readonly body: Html;
}

const labelsOf = (state: FormState, kind: TaskKind, outcomes: readonly string[]): string => {
  const { task } = textsFor(state.lang);
  const words: Readonly<Record<string, { label: string }>> = task.outcomes[kind];
  const labels = outcomes.map((outcome) => `“${words[outcome]?.label ?? outcome}”`);
  return [labels.slice(0, -1).join(', '), labels.at(-1)].filter(Boolean).join(` ${task.fields.or} `);
};

/** `Untuk “Terlapor hadir”.`: which outcomes a field or group belongs to. */
export const forOutcomes = <K extends TaskKind>(
  state: FormState,
  kind: K,
  outcomes: readonly OutcomeOf<K>[],
): string => {
  const { fields } = textsFor(state.lang).task;
  return fields.forOutcomes(labelsOf(state, kind, outcomes));
};

/** Classes by which the style leaves out what the chosen outcome does not use; without that style all of it stays. */
const classesOf = (kind: TaskKind, outcomes: readonly string[]): string => {
  const concernsAll = outcomes.length === outcomesOf[kind].length;
  return concernsAll ? '' : ` for ${outcomes.map((outcome) => `for-${outcome}`).join(' ')}`;
};

/** Inputs of some outcomes under a title of their own that says which. */
export const outcomeGroup = <K extends TaskKind>(state: FormState, group: OutcomeGroup<K>): Html => {
  const { kind, outcomes, title, note, body } = group;
  return html`<fieldset class="group${classesOf(kind, outcomes)}"><legend><h3>${title}</h3></legend><p class="hint">${forOutcomes(state, kind, outcomes)}</p>${when(
    note,
    (text) => html`<p>${text}</p>`,
  )}${body}</fieldset>
`;
};

/** The same without a title. */
export const outcomeFields = <K extends TaskKind>(
  { kind, outcomes }: Pick<OutcomeGroup<K>, 'kind' | 'outcomes'>,
  body: Html,
): Html => html`<div class="${classesOf(kind, outcomes).trim()}">${body}</div>
`;

const isFilled = ({ values, lists }: FormState, name: string): boolean =>
  (values[name] ?? '').trim() !== '' || (lists?.[name] ?? []).some((value) => value.trim() !== '');

const isWrong = (errors: readonly FieldError[], name: string): boolean => errors.some(({ field }) => field === name);

/** Inputs that may be left out: folded away, and open as soon as one of them was filled in or is wrong. */
export const optionalFields = (
  state: FormState,
  { summary, names }: { readonly summary: string; readonly names: readonly string[] },
  body: Html,
): Html => {
  const open = names.some((name) => isFilled(state, name) || isWrong(state.errors, name));
  return html`<details class="optional"${open && html` open`}><summary>${summary}</summary>${body}</details>
`;
};
