import { changeTrack } from '../../case/commands/examination.ts';
import { respondentNip, trackOf } from '../../case/state.ts';
import type { Sha256 } from '../../ids.ts';
import type { Track } from '../../rules/codes.ts';
import { processRefusal } from '../../rules/process-texts.ts';
import { type ActCommand, type ActContext, type ActPorts, actOf, refuse, trackFits, yes } from './act-command.ts';

/** Moves the case to another track, with the reason; the track must be another one and fit the employment. */
export const changeTrackCommand = async (
  ports: ActPorts,
  context: ActContext,
  form: { readonly contentHash: Sha256; readonly reason: string; readonly track: Track },
): Promise<ActCommand> => {
  const { state, rules } = context;
  const from = trackOf(state);
  const nip = respondentNip(state);
  const respondent = nip === undefined ? undefined : await ports.directory.staff(state.agencyId, nip);
  if (from === undefined || from === form.track) return refuse('track', processRefusal(rules, 'TRACK_UNCHANGED', {}));
  if (respondent !== undefined && !trackFits(respondent.employment, form.track)) {
    const terms = { employment: respondent.employment };
    return refuse('track', processRefusal(rules, 'TRACK_DOES_NOT_FIT', terms));
  }
  return yes(changeTrack(actOf(context, form), { from, to: form.track }));
};
