/** The codes that pages turn into words; every list here has a text in each language. */

export const statusCodes = [
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
  'REJECTED',
  'REFERRED',
  'MERGED',
  'DISMISSED',
] as const;
export type StatusCode = (typeof statusCodes)[number];

/** Kinds of human task that have an act page. */
export const taskKinds = ['triage', 'review', 'decision'] as const;
export type TaskKind = (typeof taskKinds)[number];

/** What a task may end in, per kind, in the order in which the page offers it. */
export const outcomesOf = {
  triage: ['PROCEED', 'ASK_REPORTER', 'MERGE', 'REFER', 'REJECT'],
  review: ['PROCEED', 'MORE_EVIDENCE', 'DISMISS', 'RECUSE'],
  decision: ['SANCTION', 'DISMISS', 'RETURN'],
} as const;
export type OutcomeOf<K extends TaskKind> = (typeof outcomesOf)[K][number];

/** How an export stands after verification. */
export const verdictCodes = ['VALID', 'EDIT', 'GAP', 'FORK', 'UNSEALED', 'UNREADABLE'] as const;
export type VerdictCode = (typeof verdictCodes)[number];

/** How well a piece of evidence was captured. */
export const qualityCodes = ['COMPLETE', 'PARTIAL', 'FAILED', 'UNKNOWN'] as const;
export type QualityCode = (typeof qualityCodes)[number];

/** What the classifier said about a whole report. */
export const suggestionVerdicts = ['CONFIDENT', 'ABSTAIN', 'NO_SIGNAL'] as const;
export type SuggestionVerdict = (typeof suggestionVerdicts)[number];

export const eventTypes = [
  'ReportReceived',
  'ReportMerged',
  'EvidenceRequested',
  'EvidenceStored',
  'EvidenceCaptureFailed',
  'PrinciplesSuggested',
  'TaskOpened',
  'TaskReminded',
  'TaskReassigned',
  'TaskEscalated',
  'TaskExpired',
  'TriageDecided',
  'ReviewDecided',
  'SummonsIssued',
  'SummonsServed',
  'ExaminationHeld',
  'ExaminationMissed',
  'StatementRecorded',
  'DisclosureFrozen',
  'ExaminationReported',
  'SanctionDecided',
  'CaseDismissed',
  'DecisionSigned',
  'DecisionServed',
  'NotificationSent',
  'NotificationBounced',
  'AppealFiled',
  'AppealDecided',
  'SanctionEffective',
  'IdentityRevealed',
  'PersonErased',
  'CaseClosed',
] as const;
export type EventTypeCode = (typeof eventTypes)[number];
