import type { Nip } from '../../ids.ts';
import { type Refused, refused } from '../../refusal.ts';
import type { Track } from '../../rules/codes.ts';
import type { LocalDate } from '../../time.ts';
import { appending, type Command, type Decision } from '../decision.ts';
import type { EventData, TaskKind } from '../events.ts';
import type { Appointment, TeamMember } from '../process-events.ts';
import { type CaseState, respondentNip } from '../state.ts';
import { noSummons, provenAbsences, standingSummons } from '../summons.ts';
import { type Act, byAssignee, type Signed } from './acts.ts';
import { boundToDisclosure } from './bound.ts';
import { accusedHolds, taskIsOver } from './tasks.ts';

/** An act that answers a task of one of these kinds. */
const actOn = (act: Act, kinds: readonly TaskKind[], decide: (signed: Signed, state: CaseState) => Decision): Command =>
  byAssignee(act, (signed, state, task) => (kinds.includes(task.kind) ? decide(signed, state) : taskIsOver));

/** The case is another kind of case than triage took it for. */
export const changeTrack = (act: Act, { from, to }: { from: Track; to: Track }): Command =>
  actOn(act, ['review', 'examination'], (signed) => appending({ type: 'TrackChanged', data: { ...signed, from, to } }));

/** The examiner asks that a team examine: with a heavy sanction in sight it must. */
export const requestTeam = (act: Act): Command =>
  actOn(act, ['examination'], (signed) => appending({ type: 'TeamRequested', data: signed }));

/** The authority forms the examining team; the accused has no seat in it. */
export const formTeam = (act: Act, members: readonly TeamMember[]): Command =>
  actOn(act, ['team'], (signed, state) =>
    members.some(({ nip }) => nip === respondentNip(state))
      ? accusedHolds
      : appending({ type: 'ExaminingTeamFormed', data: { ...signed, members: [...members] } }),
  );

/** The authority leaves the examination with the superior. */
export const declineTeam = (act: Act): Command =>
  actOn(act, ['team'], (signed) => appending({ type: 'ExaminingTeamDeclined', data: signed }));

/** The respondent was examined on what was disclosed last. */
export const holdExamination = (act: Act, held: Omit<EventData['ExaminationHeld'], keyof Signed>): Command =>
  actOn(
    act,
    ['examination'],
    (signed, state) =>
      boundToDisclosure(state, held.disclosureHash) ??
      appending({ type: 'ExaminationHeld', data: { ...held, ...signed } }),
  );

type Missed = Omit<EventData['ExaminationMissed'], keyof Signed>;

const notProven = refused(
  'SUMMONS_NOT_PROVEN',
  'Pemeriksaan tanpa kehadiran memerlukan dua panggilan yang terbukti diterima.',
  'An examination in absence takes two summonses that are proven to have arrived.',
);

/** Why an absence cannot be noted: nobody was summoned to what is disclosed, or it is called final before two proven summonses. */
const noAbsence = (state: CaseState, missed: Missed): Refused | undefined => {
  const summons = standingSummons(state);
  if (summons === undefined) return noSummons;
  const isProven = summons.ordinal === 2 && missed.proof.manner !== 'NOT_SERVED' && provenAbsences(state).length > 0;
  return missed.final && !isProven ? notProven : undefined;
};

/** The respondent did not come. */
export const missExamination = (act: Act, missed: Missed): Command =>
  actOn(
    act,
    ['examination'],
    (signed, state) =>
      boundToDisclosure(state, missed.disclosureHash) ??
      noAbsence(state, missed) ??
      appending({ type: 'ExaminationMissed', data: { ...missed, ...signed } }),
  );

/** Another day or place: a new letter follows. */
export const rescheduleExamination = (act: Act, appointment: Appointment): Command =>
  actOn(act, ['examination'], (signed) =>
    appending({ type: 'ExaminationRescheduled', data: { ...signed, appointment } }),
  );

/** More evidence is needed: round + 1. */
export const returnForEvidence = (act: Act): Command =>
  actOn(act, ['examination'], (signed) => appending({ type: 'ExaminationReturned', data: signed }));

/** The respondent is released from the tasks of office until the decision (PP 94/2021 Art 31). */
export const orderRelease = (act: Act, release: { from: LocalDate; actingOfficial?: Nip | undefined }): Command =>
  actOn(act, ['examination'], (signed) => {
    const { from, actingOfficial } = release;
    return appending({
      type: 'TemporaryReleaseOrdered',
      data: { ...signed, from, ...(actingOfficial === undefined ? {} : { actingOfficial }) },
    });
  });
