import { localDate } from '../../core/calendar/zones.ts';
import { trackOf } from '../../core/case/state.ts';
import type { Track } from '../../core/rules/codes.ts';
import { deadlineOn } from '../../core/rules/rule-book.ts';
import type { AppointmentView } from '../pages/appointment-fields.ts';
import { everyTrack } from '../pages/track-field.ts';
import type { CaseMaterial } from './material.ts';

/** What an appointment that nobody fills in comes to. */
export const appointmentOf = ({ rules, agency, now }: CaseMaterial): AppointmentView => ({
  zone: agency.zone,
  days: deadlineOn(rules, 'summons', localDate(now, agency.zone)).workingDays ?? null,
});

/** Tracks that the case is not on. */
export const otherTracks = ({ state }: CaseMaterial): Track[] => everyTrack.filter((track) => track !== trackOf(state));
