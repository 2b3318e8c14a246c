import { type Refused, refused } from '../../refusal.ts';
import { appending, type Command, notNow } from '../decision.ts';
import { currentDisclosure, disclosureHashOf, wasHeard } from '../disclosure.ts';
import type { EventData } from '../events.ts';
import type { CaseState } from '../state.ts';

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

export const issueSummons =
  (summons: Omit<EventData['SummonsIssued'], 'round'>): Command =>
  (state) =>
    notNow(state, 'SummonsIssued') ?? appending({ type: 'SummonsIssued', data: { ...summons, round: state.round } });

/** The summons is known to have arrived; once is enough. */
export const serveSummons =
  (served: Omit<EventData['SummonsServed'], 'round'>): Command =>
  (state) =>
    state.summonsesServed.some(({ round, session }) => round === state.round && session === served.session)
      ? refused('ALREADY_SERVED', 'Panggilan sudah diterima.', 'The summons has been received already.')
      : (notNow(state, 'SummonsServed') ??
        appending({ type: 'SummonsServed', data: { ...served, round: state.round } }));

const notHeard: Refused = refused(
  'NOT_YET_HEARD',
  'Terlapor belum didengar atas bahan yang diungkapkan.',
  'The respondent has not been heard on what was disclosed.',
);

/** The report goes to the authority: only after the respondent was heard on the newest disclosure. */
export const reportExamination =
  (report: Omit<EventData['ExaminationReported'], 'round' | 'disclosureHash'>): Command =>
  (state: CaseState) => {
    const disclosed = currentDisclosure(state);
    if (disclosed === undefined || !wasHeard(state)) return notHeard;
    const data = { ...report, round: state.round, disclosureHash: disclosed.hash };
    return notNow(state, 'ExaminationReported') ?? appending({ type: 'ExaminationReported', data });
  };

const appealOpen: Refused = refused(
  'REMEDY_UNDECIDED',
  'Upaya administratif belum diputus.',
  'The remedy has not been decided.',
);

/** The sanction takes effect: after the time for a remedy, or as the remedy was decided. An unserved decision never does. */
export const takeEffect =
  (effect: EventData['SanctionEffective']): Command =>
  (state) =>
    notNow(state, 'SanctionEffective') ??
    (state.status === 'APPEAL' && !['UPHELD', 'CHANGED'].includes(state.appealDecisions.at(-1)?.outcome ?? '')
      ? appealOpen
      : appending({ type: 'SanctionEffective', data: effect }));
