import type { Track } from '../../core/rules/codes.ts';
import { choiceGroup, type FormState, textField } from '../design/fields.ts';
import { type Html, html } from '../design/html.ts';
import { textsFor } from '../text/texts.ts';

/** The commonest first. */
const tracks: readonly Track[] = ['DISCIPLINE_PNS', 'DISCIPLINE_PPPK', 'ETHICS'];

/** Triage asks for nothing that the case page must bring along. */
export interface TriageInputs {
  readonly kind: 'triage';
}

/** Inputs `respondentNip`, `track`, `caseNumber`. */
export const triageFields = (state: FormState): Html => {
  const { act } = textsFor(state.lang).task;
  return html`${textField(state, {
    name: 'respondentNip',
    label: act.respondentNip,
    hint: act.respondentNipHint,
    inputmode: 'numeric',
    autocomplete: 'off',
    maxlength: 24,
    size: 'middle',
  })}${choiceGroup(state, {
    type: 'radio',
    name: 'track',
    label: act.trackLegend,
    hint: act.trackHint,
    options: tracks.map((value) => ({ value, label: act.tracks[value].label, hint: act.tracks[value].meaning })),
  })}${textField(state, {
    name: 'caseNumber',
    label: act.mergeCase,
    hint: act.mergeCaseHint,
    autocomplete: 'off',
    spellcheck: false,
    maxlength: 40,
    size: 'middle',
  })}`;
};
