import * as z from 'zod';
import type { EventDraft, EventType } from './events.ts';

export const caseStatusSchema = z.enum([
  'RECEIVED',
  'CAPTURING',
  'TRIAGE',
  'REVIEW',
  'DECISION',
  'SERVICE',
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

const taskFacts: Trigger[] = ['TaskOpened', 'TaskReminded', 'TaskReassigned', 'TaskEscalated', 'TaskExpired'];
const openFacts: Trigger[] = ['EvidenceStored', 'EvidenceCaptureFailed', 'ReportMerged', 'CaseParked'];
const closingFacts: Trigger[] = ['NotificationSent', 'IdentityRevealed', 'CaseParked', 'EvidenceStored'];

const exit = (status: CaseStatus): Row => ({ ...staysIn(status, ...closingFacts), CaseClosed: status });

/**
 * The one transition table: (status, trigger) -> status. What is absent is illegal. `npm run transitions` prints it.
 * More evidence and a return lead back to CAPTURING and raise the round.
 */
export const transitions: Readonly<Record<CaseStatus, Row>> = {
  RECEIVED: { ...staysIn('RECEIVED', ...openFacts), EvidenceRequested: 'CAPTURING' },
  CAPTURING: {
    // A question to the reporter is a notification of its own.
    ...staysIn('CAPTURING', ...openFacts, ...taskFacts, 'EvidenceRequested', 'NotificationSent', 'IdentityRevealed'),
    PrinciplesSuggested: 'TRIAGE',
  },
  TRIAGE: {
    ...staysIn('TRIAGE', ...openFacts, ...taskFacts),
    'TriageDecided:PROCEED': 'REVIEW',
    'TriageDecided:REFER': 'REFERRED',
    'TriageDecided:REJECT': 'REJECTED',
    'TriageDecided:MERGE': 'MERGED',
    'TriageDecided:ASK_REPORTER': 'CAPTURING',
  },
  REVIEW: {
    ...staysIn('REVIEW', ...openFacts, ...taskFacts),
    'ReviewDecided:PROCEED': 'DECISION',
    'ReviewDecided:DISMISS': 'DISMISSED',
    'ReviewDecided:MORE_EVIDENCE': 'CAPTURING',
  },
  DECISION: {
    ...staysIn('DECISION', ...openFacts, ...taskFacts),
    SanctionDecided: 'SERVICE',
    CaseDismissed: 'DISMISSED',
    DecisionReturned: 'CAPTURING',
  },
  SERVICE: { ...staysIn('SERVICE', ...closingFacts, 'DecisionSigned'), CaseClosed: 'CLOSED' },
  CLOSED: {},
  DISMISSED: { ...exit('DISMISSED'), DecisionSigned: 'DISMISSED' },
  REJECTED: exit('REJECTED'),
  REFERRED: exit('REFERRED'),
  MERGED: exit('MERGED'),
};

/** The status after `trigger`, or undefined where the table forbids it. */
export const nextStatus = (status: CaseStatus, trigger: Trigger): CaseStatus | undefined =>
  transitions[status][trigger];

/** Triggers that raise the round: a new pass over evidence, triage, review and decision. */
export const raisesRound = (trigger: Trigger): boolean =>
  trigger === 'TriageDecided:ASK_REPORTER' ||
  trigger === 'ReviewDecided:MORE_EVIDENCE' ||
  trigger === 'DecisionReturned';

/** The outcome words of the same triggers, as the flow carries them. */
const raisingOutcomes: readonly string[] = ['ASK_REPORTER', 'MORE_EVIDENCE', 'RETURN'];

/** The round the flow goes on with after a task of `round` ended with `outcome`. */
export const roundAfter = (round: number, outcome: string): number =>
  raisingOutcomes.includes(outcome) ? round + 1 : round;
