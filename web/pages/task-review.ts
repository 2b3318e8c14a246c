import { choiceGroup, type FormState } from '../design/fields.ts';
import { type Html, html } from '../design/html.ts';
import { textsFor } from '../text/texts.ts';
import { hits, type PrincipleView } from './suggestions.ts';

export interface ReviewInputs {
  readonly kind: 'review';
  /** All principles in order, each with what the machine points at. */
  readonly principles: readonly PrincipleView[];
}

/** Checkboxes `principles`: the machine's hits stand beside them, none is ever ticked. */
export const reviewFields = (state: FormState, { principles }: ReviewInputs): Html => {
  const { act } = textsFor(state.lang).task;
  return choiceGroup(state, {
    type: 'checkbox',
    name: 'principles',
    label: act.principles,
    hint: act.principlesHint,
    options: principles.map((principle) => ({
      value: principle.code,
      label: `${principle.code.slice(1)}. ${principle.title}`,
      hint: html`<p class="wording">${principle.wording}</p>${hits(principle.hits, state.lang)}`,
    })),
  });
};
