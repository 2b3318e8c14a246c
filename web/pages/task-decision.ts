import { impactScopeSchema } from '../../core/rules/codes.ts';
import {
  type ChoiceOption,
  choiceGroup,
  type FormState,
  type Option,
  type OptionGroup,
  selectField,
} from '../design/fields.ts';
import { type Html, html, when } from '../design/html.ts';
import { details, hash } from '../design/parts.ts';
import { textsFor } from '../text/texts.ts';
import type { PrincipleView } from './suggestions.ts';

/** A provision as it can be charged: `code` as in the rules, `citation` as a letter cites it. */
export interface ProvisionView {
  readonly code: string;
  readonly citation: string;
  readonly wording: string;
  /** Proposed by what the review confirmed; the others are folded away. */
  readonly proposed: boolean;
}

export interface DecisionInputs {
  readonly kind: 'decision';
  /** Principles that the review confirmed. */
  readonly confirmed: readonly Pick<PrincipleView, 'code' | 'title'>[];
  /** Sanctions within the authority of the assignee, by level. */
  readonly sanctions: readonly OptionGroup[];
  readonly provisions: readonly ProvisionView[];
  /** SHA-256 of the disclosure set that the decision is bound to. */
  readonly disclosureHash: string;
}

export const decisionHidden = ({ disclosureHash }: DecisionInputs): Record<string, string> => ({ disclosureHash });

const confirmedList = ({ confirmed }: DecisionInputs): Html | null =>
  confirmed.length === 0
    ? null
    : html`<ul class="plain">${confirmed.map(({ code, title }) => html`<li>${code.slice(1)}. ${title}</li>`)}</ul>`;

/** Inputs `sanctionCode`, `provisions`, `impact`; what is being decided on stands above them. */
export const decisionFields = (state: FormState, input: DecisionInputs): Html => {
  const { act } = textsFor(state.lang).task;
  const impacts: readonly Option[] = impactScopeSchema.options.map((value) => ({ value, label: act.impacts[value] }));
  const options = ({ provisions }: DecisionInputs, proposed: boolean): ChoiceOption[] =>
    provisions
      .filter((provision) => provision.proposed === proposed)
      .map(({ code, citation, wording }) => ({ value: code, label: citation, hint: wording }));
  return html`${when(confirmedList(input), (list) => html`<div class="field"><p class="label">${act.findingsTitle}</p>${list}</div>`)}${choiceGroup(
    state,
    {
      type: 'checkbox',
      name: 'provisions',
      label: act.provisions,
      hint: act.provisionsHint,
      options: options(input, true),
      more: { label: act.otherProvisions, options: options(input, false) },
    },
  )}${selectField(state, {
    name: 'impact',
    label: act.impact,
    hint: act.impactHint,
    mark: textsFor(state.lang).common.optional,
    groups: [{ label: null, options: impacts }],
  })}${selectField(state, {
    name: 'sanctionCode',
    label: act.sanction,
    hint: act.sanctionHint,
    groups: input.sanctions,
  })}${details(act.disclosure, hash(input.disclosureHash))}`;
};
