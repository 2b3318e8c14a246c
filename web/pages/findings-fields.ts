import { areaField, type FormState, type OptionGroup, selectField } from '../design/fields.ts';
import { type Html, html } from '../design/html.ts';
import { textsFor } from '../text/texts.ts';
import { chargesField, type ProvisionView } from './charge-options.ts';
import { type DerivationView, derivationPart, impactField } from './impact-field.ts';
import { outcomeGroup } from './outcome-group.ts';

/** What the columns of an examination report are chosen from. */
export interface FindingsInputs {
  /** Charges that were disclosed come first; none on the ethics track. */
  readonly charges: readonly ProvisionView[];
  readonly derivations: readonly DerivationView[];
  /** The catalogue of the track, by level. */
  readonly sanctions: readonly OptionGroup[];
}

const column = (state: FormState, name: 'findings' | 'impactReason' | 'aggravating' | 'mitigating'): Html => {
  const { fields, parts } = textsFor(state.lang).task;
  const isFindings = name === 'findings';
  return areaField(state, {
    name,
    label: isFindings ? fields.findings : parts[name],
    rows: isFindings ? 5 : 3,
    maxlength: 5000,
    ...(isFindings ? { hint: fields.findingsHint } : {}),
  });
};

const chargesPart = (state: FormState, { charges }: FindingsInputs): Html | null => {
  const { fields } = textsFor(state.lang).task;
  if (charges.length === 0) return null;
  return chargesField(state, {
    name: 'charges',
    label: fields.foundCharges,
    hint: `${fields.foundChargesHint} ${fields.otherChargesHint}`,
    provisions: charges,
  });
};

/** An ethics case has no impact to choose: how its sanction is found is said instead. */
const impactPart = (state: FormState, { derivations }: FindingsInputs): Html => {
  const { fields } = textsFor(state.lang).task;
  const isByImpact = derivations.some(({ impact }) => impact !== null);
  return isByImpact
    ? html`${impactField(state, { derivations, hint: fields.impactHint, isOptional: false })}${column(state, 'impactReason')}`
    : html`${derivations.map((view) => derivationPart(view, state.lang))}`;
};

/** Columns `findings`, `charges`, `impact`, `impactReason`, `aggravating`, `mitigating`, `recommendedSanction`. */
export const findingsGroup = (state: FormState, input: FindingsInputs): Html => {
  const { fields } = textsFor(state.lang).task;
  const recommended = selectField(state, {
    name: 'recommendedSanction',
    label: fields.recommendedSanction,
    hint: fields.recommendedHint,
    keep: true,
    groups: [{ label: null, options: [{ value: 'NONE', label: fields.noSanction }] }, ...input.sanctions],
  });
  return outcomeGroup(state, {
    kind: 'examination',
    outcomes: ['HELD', 'ABSENT'],
    title: fields.findingsGroup,
    note: `${fields.findingsNote} ${fields.findingsAbsent}`,
    body: html`${column(state, 'findings')}${chargesPart(state, input)}${impactPart(state, input)}${column(state, 'aggravating')}${column(state, 'mitigating')}${recommended}`,
  });
};
