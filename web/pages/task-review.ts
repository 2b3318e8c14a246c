import type { Track } from '../../core/rules/codes.ts';
import { choiceGroup, type FormState } from '../design/fields.ts';
import { type Html, html } from '../design/html.ts';
import { textsFor } from '../text/texts.ts';
import { type AppointmentView, appointmentFields, appointmentNames } from './appointment-fields.ts';
import { chargesField, type ProvisionView } from './charge-options.ts';
import { impactField } from './impact-field.ts';
import { optionalFields, outcomeFields, outcomeGroup } from './outcome-group.ts';
import { hits, type PrincipleView } from './suggestions.ts';
import { trackField } from './track-field.ts';

export interface ReviewInputs {
  readonly kind: 'review';
  /** All principles in order, each with what the machine points at. */
  readonly principles: readonly PrincipleView[];
  /** What can be charged, with the principles that propose it; none on the ethics track, where principles are charged. */
  readonly charges: readonly ProvisionView[];
  readonly appointment: AppointmentView;
  /** What would be shown to the respondent, each by its artefact id and name. */
  readonly disclosed: readonly { readonly artifactId: string; readonly name: string }[];
  /** Tracks that the case is not on. */
  readonly tracks: readonly Track[];
}

/** Checkboxes `principles`: the machine's hits stand beside them, none is ever ticked for anyone. */
const principlesField = (state: FormState, { principles }: ReviewInputs): Html => {
  const { act } = textsFor(state.lang).task;
  return choiceGroup(state, {
    type: 'checkbox',
    name: 'principles',
    label: act.principles,
    hint: act.principlesHint,
    keep: true,
    options: principles.map((principle) => ({
      value: principle.code,
      label: `${principle.code.slice(1)}. ${principle.title}`,
      hint: html`<p class="wording">${principle.wording}</p>${hits(principle.hits, state.lang)}`,
    })),
  });
};

const chargesPart = (state: FormState, { charges }: ReviewInputs): Html | null => {
  const { act, fields } = textsFor(state.lang).task;
  if (charges.length === 0) return null;
  return html`${optionalFields(
    state,
    { summary: fields.chargesFold, names: ['charges'] },
    chargesField(state, {
      name: 'charges',
      label: fields.charges,
      hint: fields.chargesHint,
      provisions: charges,
    }),
  )}${optionalFields(
    state,
    { summary: fields.impactFold, names: ['impact'] },
    impactField(state, { derivations: [], hint: act.impactHint, isOptional: true }),
  )}`;
};

/** Checkboxes `withheld`: what would show who reported stays out, and then supports nothing. */
const withheldPart = (state: FormState, { disclosed }: ReviewInputs): Html | null => {
  const { fields } = textsFor(state.lang).task;
  if (disclosed.length === 0) return null;
  return optionalFields(
    state,
    { summary: fields.withheldFold, names: ['withheld'] },
    choiceGroup(state, {
      type: 'checkbox',
      name: 'withheld',
      label: fields.withheld,
      hint: fields.withheldHint,
      keep: true,
      options: disclosed.map(({ artifactId, name }) => ({ value: artifactId, label: name })),
    }),
  );
};

/** Inputs `principles`, `charges`, `impact`, `withheld`, the appointment, and `track`. */
export const reviewFields = (state: FormState, input: ReviewInputs): Html => {
  const { fields } = textsFor(state.lang).task;
  const proceed = html`${principlesField(state, input)}${chargesPart(state, input)}${withheldPart(state, input)}${optionalFields(
    state,
    { summary: fields.appointmentFold, names: appointmentNames },
    appointmentFields(state, input.appointment),
  )}`;
  return html`${outcomeFields({ kind: 'review', outcomes: ['PROCEED'] }, proceed)}${outcomeGroup(state, {
    kind: 'review',
    outcomes: ['CHANGE_TRACK'],
    title: fields.trackGroup,
    body: trackField(state, { tracks: input.tracks, label: fields.newTrack }),
  })}`;
};
