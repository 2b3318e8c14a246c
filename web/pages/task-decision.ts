import { areaField, type FormState, type OptionGroup, selectField } from '../design/fields.ts';
import { type Html, html, when } from '../design/html.ts';
import { details, hash, notice } from '../design/parts.ts';
import { textsFor } from '../text/texts.ts';
import { chargesField, type ProvisionView } from './charge-options.ts';
import { type HearingView, hearingParts } from './hearing-parts.ts';
import { type DerivationView, impactField } from './impact-field.ts';
import { outcomeGroup } from './outcome-group.ts';
import {
  type ComparableView,
  comparablesPart,
  type EarlierView,
  earlierPart,
  type ReportView,
  reportPart,
} from './report-parts.ts';
import type { PrincipleView } from './suggestions.ts';

export interface DecisionInputs {
  readonly kind: 'decision';
  readonly hearing: HearingView;
  readonly report: ReportView | null;
  /** Principles that the review confirmed. */
  readonly confirmed: readonly Pick<PrincipleView, 'code' | 'title'>[];
  /** Sanctions within the authority of the assignee, by level; those that cannot be chosen say why. */
  readonly sanctions: readonly OptionGroup[];
  /** What can be held against the respondent: what they were told of. None on the ethics track. */
  readonly provisions: readonly ProvisionView[];
  readonly derivations: readonly DerivationView[];
  /** What the report recommends, and how long a reason for another sanction must be. */
  readonly deviation: { readonly recommended: string; readonly length: number } | null;
  readonly earlier: { readonly rows: readonly EarlierView[]; readonly rule: string };
  readonly comparables: readonly ComparableView[];
  /** SHA-256 of the disclosure set that the decision is bound to. */
  readonly disclosureHash: string;
}

export const decisionHidden = ({ disclosureHash }: DecisionInputs): Record<string, string> => ({ disclosureHash });

/** What stands above the form. */
export const decisionSections = (input: DecisionInputs, { lang }: FormState): Html =>
  html`${reportPart(input.report, lang)}${hearingParts(input.hearing, lang)}${earlierPart(input.earlier, lang)}${comparablesPart(input.comparables, lang)}`;

const confirmedList = ({ confirmed }: DecisionInputs, { lang }: FormState): Html | null => {
  const { act } = textsFor(lang).task;
  return confirmed.length === 0
    ? null
    : html`<div class="field"><p class="label">${act.findingsTitle}</p><ul class="plain">${confirmed.map(({ code, title }) => html`<li>${code.slice(1)}. ${title}</li>`)}</ul></div>`;
};

const chargesPart = (state: FormState, { provisions }: DecisionInputs): Html | null => {
  const { act } = textsFor(state.lang).task;
  return provisions.length === 0
    ? null
    : chargesField(state, {
        name: 'provisions',
        label: act.provisions,
        hint: act.provisionsHint,
        provisions,
      });
};

const impactPart = (state: FormState, { derivations }: DecisionInputs): Html | null =>
  derivations.some(({ impact }) => impact !== null)
    ? impactField(state, { derivations, hint: textsFor(state.lang).task.fields.impactFromReport, isOptional: true })
    : null;

const sanctionPart = (state: FormState, { sanctions }: DecisionInputs): Html => {
  const { act, fields } = textsFor(state.lang).task;
  const unavailable = sanctions.flatMap(({ options }) => options.filter(({ disabled }) => disabled));
  const reasons = html`<p><b>${fields.unavailable}</b></p><ul class="plain">${unavailable.map(({ label }) => html`<li>${label}</li>`)}</ul>`;
  return html`${selectField(state, {
    name: 'sanctionCode',
    label: act.sanction,
    hint: act.sanctionHint,
    keep: true,
    groups: sanctions,
  })}${unavailable.length > 0 && notice('info', reasons)}`;
};

const deviationPart = (state: FormState, { deviation }: DecisionInputs): Html | null => {
  const { fields } = textsFor(state.lang).task;
  return when(deviation, ({ recommended, length }) =>
    areaField(state, {
      name: 'deviationReason',
      label: fields.deviationReason,
      hint: fields.deviationHint(recommended, length),
      rows: 4,
      maxlength: 5000,
    }),
  );
};

/** Inputs `sanctionCode`, `provisions`, `impact`, `deviationReason`; what is being decided on stands above them. */
export const decisionFields = (state: FormState, input: DecisionInputs): Html => {
  const { act, fields } = textsFor(state.lang).task;
  const body = html`${confirmedList(input, state)}${chargesPart(state, input)}${impactPart(state, input)}${sanctionPart(state, input)}${deviationPart(state, input)}`;
  return html`${outcomeGroup(state, {
    kind: 'decision',
    outcomes: ['SANCTION', 'PROPOSE'],
    title: fields.sanctionGroup,
    body,
  })}${details(act.disclosure, hash(input.disclosureHash))}`;
};
