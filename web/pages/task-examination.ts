import type { Track } from '../../core/rules/codes.ts';
import { choiceGroup, type FormState, textField } from '../design/fields.ts';
import { type Html, html } from '../design/html.ts';
import { notice } from '../design/parts.ts';
import type { SummonsManner } from '../text/codes.ts';
import { textsFor } from '../text/texts.ts';
import { type AppointmentView, appointmentFields } from './appointment-fields.ts';
import { type FindingsInputs, findingsGroup } from './findings-fields.ts';
import { type HearingView, hearingParts } from './hearing-parts.ts';
import { outcomeGroup } from './outcome-group.ts';
import { recordGroup } from './record-fields.ts';
import { trackField } from './track-field.ts';

export interface ExaminationInputs extends FindingsInputs {
  readonly kind: 'examination';
  readonly hearing: HearingView;
  /** The summons of this examination was opened on the respondent's own page: it needs no other proof. */
  readonly summonsOpened: boolean;
  readonly appointment: AppointmentView;
  /** Tracks that the case is not on. */
  readonly tracks: readonly Track[];
}

/** What stands above the form. */
export const examinationSections = (input: ExaminationInputs, { lang }: FormState): Html =>
  hearingParts(input.hearing, lang);

const kind = 'examination';
const manners: readonly SummonsManner[] = ['HANDED_OVER', 'POSTED', 'NOT_SERVED'];

/** Inputs `serviceMethod` and `servedOn`; that a summons was opened is known without being asked. */
const absenceGroup = (state: FormState, { summonsOpened }: ExaminationInputs): Html => {
  const {
    task: { fields },
    domain,
  } = textsFor(state.lang);
  const asked = html`${choiceGroup(state, {
    type: 'radio',
    name: 'serviceMethod',
    label: fields.serviceMethod,
    keep: true,
    options: manners.map((value) => ({ value, label: domain.summonsManner[value] })),
  })}${textField(state, { name: 'servedOn', type: 'date', label: fields.servedOn, hint: fields.servedOnHint, size: 'middle' })}`;
  const body = summonsOpened ? html`${notice('good', fields.absenceOpened)}${asked}` : asked;
  return outcomeGroup(state, { kind, outcomes: ['ABSENT'], title: fields.absenceGroup, body });
};

const appointmentGroup = (state: FormState, { appointment }: ExaminationInputs): Html => {
  const { fields } = textsFor(state.lang).task;
  return outcomeGroup(state, {
    kind,
    outcomes: ['ABSENT', 'RESCHEDULE'],
    title: fields.appointmentGroup,
    note: fields.appointmentNext,
    body: appointmentFields(state, appointment),
  });
};

/** Inputs `releaseFrom` and `actingOfficial`. */
const releaseGroup = (state: FormState): Html => {
  const { fields } = textsFor(state.lang).task;
  const body = html`${textField(state, {
    name: 'releaseFrom',
    type: 'date',
    label: fields.releaseFrom,
    hint: fields.releaseFromHint,
    size: 'middle',
  })}${textField(state, {
    name: 'actingOfficial',
    label: fields.actingOfficial,
    mark: textsFor(state.lang).common.optional,
    inputmode: 'numeric',
    autocomplete: 'off',
    maxlength: 24,
    size: 'middle',
  })}`;
  return outcomeGroup(state, { kind, outcomes: ['RELEASE'], title: fields.releaseGroup, body });
};

const trackGroup = (state: FormState, { tracks }: ExaminationInputs): Html => {
  const { fields } = textsFor(state.lang).task;
  const body = trackField(state, { tracks, label: fields.newTrack });
  return outcomeGroup(state, { kind, outcomes: ['CHANGE_TRACK'], title: fields.trackGroup, body });
};

/** Every input of an examination, in a group for the outcomes that use it. */
export const examinationFields = (state: FormState, input: ExaminationInputs): Html =>
  html`${absenceGroup(state, input)}${recordGroup(state)}${findingsGroup(state, input)}${appointmentGroup(state, input)}${releaseGroup(state)}${trackGroup(state, input)}`;
