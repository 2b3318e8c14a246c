import { type Refused, refused } from '../../refusal.ts';
import { appending, type Command, notNow } from '../decision.ts';
import { currentDisclosure, disclosureHashOf, wasHeard } from '../disclosure.ts';
import type { EventData } from '../events.ts';
import { type CaseState, standingSanction, trackOf } from '../state.ts';
import { examinationResult, nextOrdinal, noSummons } from '../summons.ts';
import { boundToDisclosure, withinDisclosure } from './bound.ts';
import { taskStillOpen } from './tasks.ts';

/** Freezes what the respondent is shown, as the next version of this round. */
export const freezeDisclosure =
  (set: Omit<EventData['DisclosureFrozen'], 'hash' | 'round' | 'version'>): Command =>
  (state) => {
    const version = 1 + state.disclosures.filter(({ round }) => round === state.round).length;
    const frozen = { ...set, round: state.round, version };
    const hash = disclosureHashOf(state.caseId, frozen);
    return notNow(state, 'DisclosureFrozen') ?? appending({ type: 'DisclosureFrozen', data: { ...frozen, hash } });
  };

/** Records a letter, once per letter id. */
export const issueLetter =
  (letter: Omit<EventData['LetterIssued'], 'round'>): Command =>
  (state) =>
    state.letters.some(({ letterId }) => letterId === letter.letterId)
      ? refused('ALREADY_ISSUED', 'Surat ini sudah diterbitkan.', 'This letter has been issued already.')
      : (notNow(state, 'LetterIssued') ?? appending({ type: 'LetterIssued', data: { ...letter, round: state.round } }));

const otherOrdinal = refused(
  'SUMMONS_ORDINAL',
  'Panggilan kedua hanya menyusul panggilan pertama yang terbukti diterima dan tidak dipenuhi.',
  'A second summons only follows a first one that is proven to have arrived and was not followed.',
);

/** Calls the respondent to be examined on what was disclosed last; the second time where the first summons arrived and was not followed. */
export const issueSummons =
  (summons: Omit<EventData['SummonsIssued'], 'round'>): Command =>
  (state) =>
    notNow(state, 'SummonsIssued') ??
    boundToDisclosure(state, summons.disclosureHash) ??
    (summons.ordinal === nextOrdinal(state) ? undefined : otherOrdinal) ??
    appending({ type: 'SummonsIssued', data: { ...summons, round: state.round } });

const alreadyServed = refused('ALREADY_SERVED', 'Panggilan sudah diterima.', 'The summons has been received already.');

/** The summons is known to have arrived; once is enough. */
export const serveSummons =
  (served: Omit<EventData['SummonsServed'], 'round'>): Command =>
  (state) => {
    const isIt = ({ round, session }: { round: number; session: number }) =>
      round === state.round && session === served.session;
    if (!state.summonses.some(isIt)) return noSummons;
    if (state.summonsesServed.some(isIt)) return alreadyServed;
    const data = { ...served, round: state.round };
    return notNow(state, 'SummonsServed') ?? appending({ type: 'SummonsServed', data });
  };

const notHeard: Refused = refused(
  'NOT_YET_HEARD',
  'Terlapor belum didengar atas bahan yang diungkapkan.',
  'The respondent has not been heard on what was disclosed.',
);

const notExamined: Refused = refused(
  'NOT_YET_EXAMINED',
  'Terlapor belum diperiksa, dan belum dua kali tidak hadir setelah dipanggil secara sah.',
  'The respondent was neither examined nor absent twice after proven summonses.',
);

/** Why the examination cannot be reported yet. */
const unheard = (state: CaseState): Refused | undefined => {
  const disclosed = currentDisclosure(state);
  if (disclosed === undefined || disclosed.track !== trackOf(state)) return notHeard;
  if (examinationResult(state) === undefined) return notExamined;
  return wasHeard(state) ? undefined : notHeard;
};

/**
 * The report goes to the authority: only after the respondent was examined, or missed two proven summonses, and was heard on the newest
 * disclosure; with no charge in it that they were not told of.
 */
export const reportExamination =
  (report: Omit<EventData['ExaminationReported'], 'round' | 'disclosureHash'>): Command =>
  (state: CaseState) => {
    const disclosed = currentDisclosure(state);
    const refusal = notNow(state, 'ExaminationReported') ?? unheard(state);
    if (refusal !== undefined || disclosed === undefined) return refusal ?? notHeard;
    const data = { ...report, round: state.round, disclosureHash: disclosed.hash };
    return (
      taskStillOpen(state) ??
      withinDisclosure(state, { charges: report.charges, principles: [] }) ??
      appending({ type: 'ExaminationReported', data })
    );
  };

const appealOpen: Refused = refused(
  'REMEDY_UNDECIDED',
  'Upaya administratif belum diputus.',
  'The remedy has not been decided.',
);

const remedyOpen: Refused = refused(
  'REMEDY_OPEN',
  'Waktu untuk upaya administratif belum lewat.',
  'The time for a remedy is not over.',
);

const anotherSanction: Refused = refused(
  'ANOTHER_SANCTION',
  'Hanya hukuman yang diputus yang dapat berlaku.',
  'Only the sanction that was decided can take effect.',
);

/** Why a served sanction does not count yet. */
const suspended = (state: CaseState): Refused | undefined => {
  if (state.status === 'APPEAL')
    return ['UPHELD', 'CHANGED'].includes(state.appealDecisions.at(-1)?.outcome ?? '') ? undefined : appealOpen;
  const waited = state.endedTasks.some(({ kind, round }) => kind === 'remedy' && round === state.round);
  return waited && state.respondentTask === undefined ? undefined : remedyOpen;
};

/** The sanction takes effect: after the time for a remedy, or as the remedy was decided. An unserved decision never does. */
export const takeEffect =
  (effect: EventData['SanctionEffective']): Command =>
  (state) =>
    notNow(state, 'SanctionEffective') ??
    suspended(state) ??
    taskStillOpen(state) ??
    (effect.sanctionCode === standingSanction(state)
      ? appending({ type: 'SanctionEffective', data: effect })
      : anotherSanction);
