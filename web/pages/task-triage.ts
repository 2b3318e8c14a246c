import { type FormState, textField } from '../design/fields.ts';
import { type Html, html } from '../design/html.ts';
import { textsFor } from '../text/texts.ts';
import { outcomeFields } from './outcome-group.ts';
import { everyTrack, trackField } from './track-field.ts';

/** Triage asks for nothing that the case page must bring along. */
export interface TriageInputs {
  readonly kind: 'triage';
}

/** Inputs `respondentNip`, `track`, `caseNumber`. */
export const triageFields = (state: FormState): Html => {
  const { act } = textsFor(state.lang).task;
  const proceed = html`${textField(state, {
    name: 'respondentNip',
    label: act.respondentNip,
    hint: act.respondentNipHint,
    inputmode: 'numeric',
    autocomplete: 'off',
    maxlength: 24,
    size: 'middle',
  })}${trackField(state, { tracks: everyTrack, label: act.trackLegend, hint: act.trackHint })}`;
  const merge = textField(state, {
    name: 'caseNumber',
    label: act.mergeCase,
    hint: act.mergeCaseHint,
    autocomplete: 'off',
    spellcheck: false,
    maxlength: 40,
    size: 'middle',
  });
  return html`${outcomeFields({ kind: 'triage', outcomes: ['PROCEED'] }, proceed)}${outcomeFields(
    { kind: 'triage', outcomes: ['MERGE'] },
    merge,
  )}`;
};
