import { type ImpactScope, impactScopeSchema } from '../../core/rules/codes.ts';
import { choiceGroup, type FormState } from '../design/fields.ts';
import { type Html, html, when } from '../design/html.ts';
import type { Lang } from '../text/lang.ts';
import { textsFor } from '../text/texts.ts';

/** How the level of the charges follows from one impact, or without any on the ethics track. */
export interface DerivationView {
  readonly impact: ImpactScope | null;
  /** The level in words; `null` where there is none. */
  readonly level: string | null;
  /** One sentence a charge, each with its article. */
  readonly lines: readonly string[];
  readonly conclusion: string;
}

/** One line a charge, then the conclusion. */
export const derivationLines = ({ lines, conclusion }: DerivationView): Html =>
  html`<ul class="plain">${lines.map((line) => html`<li>${line}</li>`)}</ul><p><b>${conclusion}</b></p>`;

/** A derivation under its own title. */
export const derivationPart = (view: DerivationView, lang: Lang): Html => {
  const { parts } = textsFor(lang).task;
  return html`<h3>${parts.derivationTitle}</h3>${derivationLines(view)}`;
};

interface ImpactField {
  readonly derivations: readonly DerivationView[];
  readonly hint: string;
  /** Where it must be set, the label does not say that it may stay empty. */
  readonly isOptional: boolean;
}

/** Radio buttons `impact`, each with what it means for the level; the last one takes the choice back. */
export const impactField = (state: FormState, { derivations, hint, isOptional }: ImpactField): Html => {
  const { act, fields } = textsFor(state.lang).task;
  const scopes = impactScopeSchema.options.map((value) => ({
    value,
    label: act.impacts[value],
    hint:
      when(
        derivations.find(({ impact }) => impact === value),
        derivationLines,
      ) ?? undefined,
  }));
  return choiceGroup(state, {
    type: 'radio',
    name: 'impact',
    label: fields.impact,
    hint,
    mark: isOptional ? textsFor(state.lang).common.optional : undefined,
    keep: true,
    options: [...scopes, { value: '', label: fields.noImpact }],
  });
};
