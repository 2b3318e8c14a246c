import * as z from 'zod';
import type { EventDraft, EventType } from './events.ts';

export const caseStatusSchema = z.enum([
  'RECEIVED',
  'CAPTURING',
  'TRIAGE',
  'REVIEW',
  'EXAMINATION',
  'DECISION',
  'SERVICE',
  'APPEAL_WINDOW',
  'APPEAL',
  'EFFECTIVE',
  'CLOSED',
  'DISMISSED',
  'REJECTED',
  'REFERRED',
  'MERGED',
]);
export type CaseStatus = z.infer<typeof caseStatusSchema>;

type Outcomes = {
  TriageDecided: 'PROCEED' | 'REFER' | 'REJECT' | 'MERGE' | 'ASK_REPORTER';
  ReviewDecided: 'PROCEED' | 'DISMISS' | 'MORE_EVIDENCE';
};

/** What moves a case: an event's type, with its outcome where the type alone does not tell. */
export type Trigger =
  | Exclude<EventType, keyof Outcomes>
  | { [T in keyof Outcomes]: `${T}:${Outcomes[T]}` }[keyof Outcomes];

export const triggerOf = (event: EventDraft): Trigger => {
  switch (event.type) {
    case 'TriageDecided':
      return `TriageDecided:${event.data.outcome}`;
    case 'ReviewDecided':
      return `ReviewDecided:${event.data.outcome}`;
    default:
      return event.type;
  }
};

type Row = Partial<Record<Trigger, CaseStatus>>;

/** Facts that may arrive in a status without moving the case. */
const staysIn = (status: CaseStatus, ...triggers: Trigger[]): Row =>
  Object.fromEntries(triggers.map((trigger) => [trigger, status]));

/** What may come at any time, also when the case is closed: a mail comes back when it comes back, and whoever reported may wish. */
const lateFacts: Trigger[] = [
  'NotificationBounced',
  'BounceHandled',
  'AnonymityRequested',
  'EvidenceScanned',
  'EvidenceTimestamped',
];

/** Whether a fact may still be recorded on a closed case. It moves nothing. */
export const comesLate = (trigger: Trigger): boolean => lateFacts.includes(trigger);

const taskFacts: Trigger[] = [
  'TaskOpened',
  'TaskReminded',
  'TaskReassigned',
  'TaskEscalated',
  'TaskExpired',
  'DeadlineMoved',
];
const openFacts: Trigger[] = [...lateFacts, 'EvidenceStored', 'EvidenceCaptureFailed', 'ReportMerged', 'CaseParked'];
const closingFacts: Trigger[] = [...lateFacts, 'NotificationSent', 'IdentityRevealed', 'CaseParked', 'EvidenceStored'];
/** What the respondent may do while they are heard. */
const hearingFacts: Trigger[] = ['StatementRecorded', 'ExaminationRecordSigned', 'SummonsServed'];
const examinationFacts: Trigger[] = [
  'TrackChanged',
  'TeamRequested',
  'ExaminingTeamFormed',
  'ExaminingTeamDeclined',
  'DisclosureFrozen',
  'LetterIssued',
  'SummonsIssued',
  'ExaminationHeld',
  'ExaminationMissed',
  'ExaminationRescheduled',
  'TemporaryReleaseOrdered',
];

const exit = (status: CaseStatus): Row => ({ ...staysIn(status, ...closingFacts), CaseClosed: status });

/**
 * The one transition table: (status, trigger) -> status. What is absent is illegal. `npm run transitions` prints it.
 * More evidence leads back to CAPTURING, a return of the decision to EXAMINATION; both raise the round. A sanctioned case closes only
 * after its sanction took effect or was annulled: an unserved decision cannot end a case.
 */
export const transitions: Readonly<Record<CaseStatus, Row>> = {
  RECEIVED: { ...staysIn('RECEIVED', ...openFacts), EvidenceRequested: 'CAPTURING' },
  CAPTURING: {
    // A question to the reporter is a notification of its own.
    ...staysIn('CAPTURING', ...openFacts, ...taskFacts, 'EvidenceRequested', 'NotificationSent', 'IdentityRevealed'),
    PrinciplesSuggested: 'TRIAGE',
  },
  TRIAGE: {
    ...staysIn('TRIAGE', ...openFacts, ...taskFacts, 'EvidenceRequested'),
    'TriageDecided:PROCEED': 'REVIEW',
    'TriageDecided:REFER': 'REFERRED',
    'TriageDecided:REJECT': 'REJECTED',
    'TriageDecided:MERGE': 'MERGED',
    'TriageDecided:ASK_REPORTER': 'CAPTURING',
  },
  REVIEW: {
    ...staysIn('REVIEW', ...openFacts, ...taskFacts, 'EvidenceRequested', 'TrackChanged'),
    'ReviewDecided:PROCEED': 'EXAMINATION',
    'ReviewDecided:DISMISS': 'DISMISSED',
    'ReviewDecided:MORE_EVIDENCE': 'CAPTURING',
  },
  EXAMINATION: {
    ...staysIn('EXAMINATION', ...openFacts, ...taskFacts, 'EvidenceRequested', ...hearingFacts, ...examinationFacts),
    ExaminationReported: 'DECISION',
    ExaminationReturned: 'CAPTURING',
  },
  DECISION: {
    ...staysIn('DECISION', ...openFacts, ...taskFacts, ...hearingFacts),
    SanctionDecided: 'SERVICE',
    CaseDismissed: 'DISMISSED',
    DecisionReturned: 'EXAMINATION',
    DecisionProposed: 'REFERRED',
  },
  SERVICE: {
    ...staysIn('SERVICE', ...closingFacts, ...taskFacts, 'DecisionSigned', 'LetterIssued', 'ServiceAttempted'),
    DecisionServed: 'APPEAL_WINDOW',
  },
  APPEAL_WINDOW: {
    ...staysIn('APPEAL_WINDOW', ...closingFacts, ...taskFacts, 'LetterIssued'),
    AppealFiled: 'APPEAL',
    SanctionEffective: 'EFFECTIVE',
  },
  APPEAL: {
    ...staysIn('APPEAL', ...closingFacts, ...taskFacts, 'LetterIssued', 'AppealDecided'),
    SanctionEffective: 'EFFECTIVE',
    CaseClosed: 'CLOSED',
  },
  EFFECTIVE: {
    ...staysIn('EFFECTIVE', ...closingFacts, ...taskFacts, 'LetterIssued', 'ExecutionCompleted'),
    CaseClosed: 'CLOSED',
  },
  CLOSED: staysIn('CLOSED', ...lateFacts),
  DISMISSED: { ...exit('DISMISSED'), DecisionSigned: 'DISMISSED', LetterIssued: 'DISMISSED' },
  REJECTED: exit('REJECTED'),
  REFERRED: { ...exit('REFERRED'), LetterIssued: 'REFERRED' },
  MERGED: exit('MERGED'),
};

/** The status after `trigger`, or undefined where the table forbids it. */
export const nextStatus = (status: CaseStatus, trigger: Trigger): CaseStatus | undefined =>
  transitions[status][trigger];

const raising: readonly Trigger[] = [
  'TriageDecided:ASK_REPORTER',
  'ReviewDecided:MORE_EVIDENCE',
  'ExaminationReturned',
  'DecisionReturned',
];

/** Triggers that raise the round: a new pass over what follows them. */
export const raisesRound = (trigger: Trigger): boolean => raising.includes(trigger);

/** The outcome words of the same triggers, as the flow carries them. */
const raisingOutcomes: readonly string[] = ['ASK_REPORTER', 'MORE_EVIDENCE', 'RETURN_FOR_EVIDENCE', 'RETURN'];

/** The round the flow goes on with after a task of `round` ended with `outcome`. */
export const roundAfter = (round: number, outcome: string): number =>
  raisingOutcomes.includes(outcome) ? round + 1 : round;

/** Outcomes after which a task of the same kind is opened again in the same round. */
const repeatingOutcomes: readonly string[] = [
  'ABSENT',
  'RESCHEDULE',
  'REQUEST_TEAM',
  'DECLINE',
  'RELEASE',
  'CHANGE_TRACK',
  'DISPATCHED',
];

export const repeatsTask = (outcome: string): boolean => repeatingOutcomes.includes(outcome);
