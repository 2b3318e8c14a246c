import { type ChoiceOption, choiceGroup, type FormState } from '../design/fields.ts';
import type { Html } from '../design/html.ts';
import { textsFor } from '../text/texts.ts';

/** A provision as it can be charged: `code` as in the rules, `citation` as a letter cites it. */
export interface ProvisionView {
  readonly code: string;
  readonly citation: string;
  readonly wording: string;
  /** Proposed by the principles, or disclosed already; the others are folded away. */
  readonly proposed: boolean;
  /** Why it stands among the first: which principles propose it, and how. */
  readonly note?: string | null;
}

interface ChargesField {
  readonly name: 'charges' | 'provisions';
  readonly label: string;
  readonly hint: string;
  readonly provisions: readonly ProvisionView[];
}

const optionOf = ({ code, citation, wording, note }: ProvisionView): ChoiceOption => ({
  value: code,
  label: citation,
  hint: note ? `${wording}. ${note}` : wording,
});

/** Checkboxes of provisions: what is proposed first, everything else folded away. */
export const chargesField = (state: FormState, { name, label, hint, provisions }: ChargesField): Html => {
  const { act } = textsFor(state.lang).task;
  return choiceGroup(state, {
    type: 'checkbox',
    name,
    label,
    hint,
    keep: true,
    options: provisions.filter(({ proposed }) => proposed).map(optionOf),
    more: { label: act.otherProvisions, options: provisions.filter(({ proposed }) => !proposed).map(optionOf) },
  });
};
