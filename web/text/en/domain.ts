import type { Texts } from '../texts.ts';

const status: Texts['domain']['status'] = {
  RECEIVED: { label: 'Received', meaning: 'Your report is stored and has a number.' },
  CAPTURING: { label: 'Securing evidence', meaning: 'Copies of the links and files are being taken so that they cannot vanish.' },
  TRIAGE: { label: 'In triage', meaning: 'A complaints officer identifies the respondent and picks the procedure.' },
  REVIEW: { label: 'With the superior', meaning: 'The respondent’s direct superior weighs the report and the evidence.' },
  EXAMINATION: { label: 'Under examination', meaning: 'The respondent is summoned and examined in private.' },
  DECISION: { label: 'Awaiting decision', meaning: 'The competent authority weighs the result.' },
  SERVICE: { label: 'Decision being served', meaning: 'A decision was taken and is being delivered to the respondent.' },
  APPEAL_WINDOW: { label: 'Appeal period', meaning: 'The respondent may still object or appeal.' },
  APPEAL: { label: 'Under appeal', meaning: 'The respondent’s objection or appeal is being heard.' },
  EFFECTIVE: { label: 'In effect', meaning: 'The decision is in effect.' },
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
  SummonsIssued: 'Summons issued',
  SummonsServed: 'Summons served',
  ExaminationHeld: 'Examination held',
  ExaminationMissed: 'Examination missed',
  StatementRecorded: 'Statement recorded',
  DisclosureFrozen: 'Disclosure frozen',
  ExaminationReported: 'Examination reported',
  SanctionDecided: 'Sanction decided',
  CaseDismissed: 'Case dismissed',
  DecisionSigned: 'Decision signed',
  DecisionServed: 'Decision served',
  NotificationSent: 'Notification sent',
  NotificationBounced: 'Notification bounced',
  AppealFiled: 'Appeal filed',
  AppealDecided: 'Appeal decided',
  SanctionEffective: 'Sanction in effect',
  IdentityRevealed: 'Identity revealed',
  PersonErased: 'Person erased',
  CaseClosed: 'Case closed',
};

const quality: Texts['domain']['quality'] = {
  COMPLETE: 'Complete',
  PARTIAL: 'Partial',
  FAILED: 'Capture failed',
  UNKNOWN: 'Not assessed',
};

const verdict: Texts['domain']['verdict'] = {
  VALID: { label: 'Valid', meaning: 'Every signature and hash matches. Nothing was changed.' },
  EDIT: { label: 'Edited', meaning: 'The content of a record differs from its hash. It was changed after it was written.' },
  GAP: { label: 'Gap', meaning: 'The sequence numbers do not run on. One or more records are missing.' },
  FORK: { label: 'Fork', meaning: 'Two records claim one sequence number, or the chain does not connect.' },
  UNSEALED: { label: 'Unsealed', meaning: 'The chain is intact but is not yet in the public log.' },
  UNREADABLE: { label: 'Unreadable', meaning: 'This is not a receipt or an export file that we know.' },
};

/** Words for the codes of the domain. */
export const domain: Texts['domain'] = { status, event, quality, verdict };
