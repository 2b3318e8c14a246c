import type { Zone } from '../../core/rules/codes.ts';
import { choiceGroup, type FormState, textField } from '../design/fields.ts';
import { type Html, html, when } from '../design/html.ts';
import type { ExaminationMode } from '../text/codes.ts';
import { textsFor } from '../text/texts.ts';

/** What the inputs of an appointment say about where they lead. */
export interface AppointmentView {
  readonly zone: Zone;
  /** Working days after the letter on which a summons sets the examination where nobody chose a day, if it is a count of those. */
  readonly days: number | null;
}

export const appointmentNames = ['examinationOn', 'examinationAt', 'examinationPlace', 'examinationMode'] as const;

const modes: readonly ExaminationMode[] = ['IN_PERSON', 'VIRTUAL'];

/** Inputs `examinationOn`, `examinationAt`, `examinationPlace`, `examinationMode`. */
export const appointmentFields = (state: FormState, { zone, days }: AppointmentView): Html => {
  const {
    task: { fields },
    domain,
  } = textsFor(state.lang);
  return html`${when(days, (count) => html`<p class="hint">${fields.appointmentNote(count)}</p>`)}${textField(state, {
    name: 'examinationOn',
    type: 'date',
    label: fields.examinationOn,
    hint: fields.examinationOnHint,
    size: 'middle',
  })}${textField(state, { name: 'examinationAt', type: 'time', label: fields.examinationAt(zone), size: 'middle' })}${textField(
    state,
    {
      name: 'examinationPlace',
      label: fields.examinationPlace,
      hint: fields.examinationPlaceHint,
      maxlength: 300,
      autocomplete: 'off',
    },
  )}${choiceGroup(state, {
    type: 'radio',
    name: 'examinationMode',
    label: fields.examinationMode,
    keep: true,
    options: modes.map((value) => ({ value, label: domain.examinationMode[value] })),
  })}`;
};
