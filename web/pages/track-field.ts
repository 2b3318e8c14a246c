import type { Track } from '../../core/rules/codes.ts';
import { choiceGroup, type FormState } from '../design/fields.ts';
import type { Html } from '../design/html.ts';
import { textsFor } from '../text/texts.ts';

/** The commonest first. */
export const everyTrack: readonly Track[] = ['DISCIPLINE_PNS', 'DISCIPLINE_PPPK', 'ETHICS'];

/** Radio buttons `track`. */
export const trackField = (
  state: FormState,
  { tracks, label, hint }: { readonly tracks: readonly Track[]; readonly label: string; readonly hint?: string },
): Html => {
  const { act } = textsFor(state.lang).task;
  return choiceGroup(state, {
    type: 'radio',
    name: 'track',
    label,
    hint,
    keep: true,
    options: tracks.map((value) => ({ value, label: act.tracks[value].label, hint: act.tracks[value].meaning })),
  });
};
