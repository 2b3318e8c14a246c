import { type Refused, refused } from '../../refusal.ts';
import { appending, type Command, notInThisStatus, notNow } from '../decision.ts';
import type { EventData } from '../events.ts';
import type { CaseState } from '../state.ts';
import { taskStillOpen } from './tasks.ts';

/** Records the signed decision record, once. */
export const signDecision =
  (signed: EventData['DecisionSigned']): Command =>
  (state) =>
    state.signed !== undefined
      ? refused(
          'ALREADY_SIGNED',
          'Catatan keputusan sudah diterbitkan.',
          'The decision record has been issued already.',
        )
      : (notNow(state, 'DecisionSigned') ?? appending({ type: 'DecisionSigned', data: signed }));

export const recordNotification =
  (sent: Omit<EventData['NotificationSent'], 'round'>): Command =>
  (state) =>
    notNow(state, 'NotificationSent') ?? appending({ type: 'NotificationSent', data: { ...sent, round: state.round } });

/** Records that a mail about the case did not arrive; once for each mail and cause. */
export const recordBounce =
  (bounced: EventData['NotificationBounced']): Command =>
  (state) =>
    notNow(state, 'NotificationBounced') ?? appending({ type: 'NotificationBounced', data: bounced });

/** Records what the personnel unit did about a mail that did not arrive. */
export const handleBounce =
  (handled: EventData['BounceHandled']): Command =>
  (state) =>
    state.bounces.some(({ mailId, cause }) => mailId === handled.mailId && cause === handled.cause)
      ? (notNow(state, 'BounceHandled') ?? appending({ type: 'BounceHandled', data: handled }))
      : refused(
          'MAIL_ARRIVED',
          'Tidak tercatat bahwa surat ini tidak sampai.',
          'It is not on record that this mail did not arrive.',
        );

/** The wish of a reporter who is known: from here on they are looked up no more. */
export const requestAnonymity: Command = (state) =>
  state.anonymous
    ? refused('ALREADY_ANONYMOUS', 'Pelapor sudah anonim.', 'The reporter is anonymous already.')
    : (notNow(state, 'AnonymityRequested') ?? appending({ type: 'AnonymityRequested', data: {} }));

/** Written before the identity is read, so that no read goes unrecorded. */
export const revealIdentity =
  (purpose: EventData['IdentityRevealed']['purpose']): Command =>
  (state) =>
    notNow(state, 'IdentityRevealed') ??
    appending({ type: 'IdentityRevealed', data: { personRef: state.personRef, purpose, round: state.round } });

export const parkCase =
  (parked: EventData['CaseParked']): Command =>
  (state) =>
    notNow(state, 'CaseParked') ?? appending({ type: 'CaseParked', data: parked });

type CloseReason = EventData['CaseClosed']['reason'];

const closeReasonOf = (state: CaseState): CloseReason | Refused => {
  switch (state.status) {
    case 'EFFECTIVE':
    case 'CLOSED':
      return 'SANCTIONED';
    case 'APPEAL':
      return state.appealDecisions.at(-1)?.outcome === 'ANNULLED' ? 'ANNULLED' : notInThisStatus(state);
    case 'DISMISSED':
    case 'REJECTED':
    case 'MERGED':
      return state.status;
    case 'REFERRED':
      return 'proposal' in state ? 'PROPOSED' : state.status;
    case 'SERVICE':
    case 'APPEAL_WINDOW':
      return refused(
        'NOT_EFFECTIVE',
        'Keputusan belum berlaku: perkara tidak dapat ditutup.',
        'The decision is not effective yet: the case cannot be closed.',
      );
    case 'RECEIVED':
    case 'CAPTURING':
    case 'TRIAGE':
    case 'REVIEW':
    case 'EXAMINATION':
    case 'DECISION':
      return refused('NOT_DECIDED', 'Perkara belum diputus.', 'The case has not been decided.');
    default:
      return state satisfies never;
  }
};

const stillServed = refused(
  'SANCTION_RUNNING',
  'Hukuman masih dijalani: perkara ditutup setelah pemulihannya dicatat.',
  'The sanction is still being served: the case closes once its end is recorded.',
);

/** A sanction that is served for months is followed to its end. */
const unfinished = (state: CaseState): Refused | undefined =>
  state.status === 'EFFECTIVE' && state.effect.endsOn !== undefined && state.executions.length === 0
    ? stillServed
    : undefined;

/** Every closed case has a reason, and it is the one its status gives. */
export const closeCase: Command = (state) => {
  const reason = closeReasonOf(state);
  return typeof reason === 'object'
    ? reason
    : (notNow(state, 'CaseClosed') ??
        unfinished(state) ??
        taskStillOpen(state) ??
        appending({ type: 'CaseClosed', data: { reason } }));
};
