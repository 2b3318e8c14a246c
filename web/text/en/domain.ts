import type { Texts } from '../texts.ts';

const status: Texts['domain']['status'] = {
  RECEIVED: { label: 'Received', meaning: 'Your report is stored and has a number.' },
  CAPTURING: {
    label: 'Securing evidence',
    meaning: 'Copies of the links and files are being taken so that they cannot vanish.',
  },
  TRIAGE: { label: 'In triage', meaning: 'A complaints officer identifies the respondent and picks the procedure.' },
  REVIEW: {
    label: 'With the superior',
    meaning: 'The respondent’s direct superior weighs the report and the evidence.',
  },
  DECISION: { label: 'Awaiting decision', meaning: 'The competent authority weighs the result.' },
  SERVICE: {
    label: 'Decision being served',
    meaning: 'A decision was taken and is being delivered to the respondent.',
  },
  CLOSED: { label: 'Closed', meaning: 'The handling of this report is complete.' },
  REJECTED: { label: 'Not taken up', meaning: 'The agency has no jurisdiction, or the report does not qualify.' },
  REFERRED: { label: 'Referred', meaning: 'The report was passed on to the competent body.' },
  MERGED: { label: 'Merged', meaning: 'The same event is already being handled in another case.' },
  DISMISSED: { label: 'Not proven', meaning: 'The violation was not proven and the case was dismissed.' },
};

const event: Texts['domain']['event'] = {
  ReportReceived: 'Report received',
  ReportMerged: 'Report merged',
  EvidenceRequested: 'Evidence requested',
  EvidenceStored: 'Evidence stored',
  EvidenceCaptureFailed: 'Evidence capture failed',
  PrinciplesSuggested: 'Principles suggested by machine',
  TaskOpened: 'Task opened',
  TaskReminded: 'Reminder sent',
  TaskReassigned: 'Task reassigned',
  TaskEscalated: 'Task escalated',
  TaskExpired: 'Task expired',
  TriageDecided: 'Triage decided',
  ReviewDecided: 'Review decided',
  SanctionDecided: 'Sanction decided',
  CaseDismissed: 'Case dismissed',
  DecisionReturned: 'Returned for completion',
  DecisionSigned: 'Decision signed',
  NotificationSent: 'Notification sent',
  IdentityRevealed: 'Identity revealed',
  CaseParked: 'Waiting for technical help',
  CaseClosed: 'Case closed',
};

const quality: Texts['domain']['quality'] = {
  COMPLETE: 'Complete',
  LOGIN_WALL: 'Behind a sign-in page',
  NOT_FOUND: 'Not found (404)',
  GONE: 'Removed (410)',
  HTTP_ERROR: 'Site answered an error',
  UNDECODABLE: 'Content unreadable',
  FAILED: 'Capture failed',
  NOT_JUDGED: 'Stored',
};

const verdict: Texts['domain']['verdict'] = {
  VALID: { label: 'Valid', meaning: 'Every signature and hash matches. Nothing was changed.' },
  EDIT: {
    label: 'Edited',
    meaning: 'The content of a record differs from its hash. It was changed after it was written.',
  },
  GAP: { label: 'Gap', meaning: 'The sequence numbers do not run on. One or more records are missing.' },
  FORK: { label: 'Fork', meaning: 'Two records claim one sequence number, or the chain does not connect.' },
  UNSEALED: { label: 'Unsealed', meaning: 'The chain is intact but is not yet in the public log.' },
  UNREADABLE: { label: 'Unreadable', meaning: 'This is not a receipt or an export file that we know.' },
};

/** Words for the codes of the domain. */
export const domain: Texts['domain'] = { status, event, quality, verdict };
