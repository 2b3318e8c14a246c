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
  EXAMINATION: {
    label: 'Under examination',
    meaning: 'The respondent is told the charges, summoned and heard.',
  },
  DECISION: { label: 'Awaiting decision', meaning: 'The competent authority weighs the result.' },
  SERVICE: {
    label: 'Decision being served',
    meaning: 'A decision was taken and is being delivered to the respondent.',
  },
  APPEAL_WINDOW: {
    label: 'Awaiting effect',
    meaning: 'The respondent has received the decision and may still contest it.',
  },
  APPEAL: {
    label: 'Contested',
    meaning: 'Others are deciding an objection or appeal against the decision; it has no effect yet.',
  },
  EFFECTIVE: { label: 'In effect', meaning: 'The decision has taken effect and is being carried out.' },
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
  EvidenceTimestamped: 'Evidence time-stamped',
  EvidenceScanned: 'File checked for malware',
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
  NotificationBounced: 'A mail did not arrive',
  BounceHandled: 'Recipient of a mail reached in another way',
  AnonymityRequested: 'Reporter asked to be anonymous',
  IdentityRevealed: 'Identity revealed',
  TrackChanged: 'Procedure changed',
  TeamRequested: 'Examining team asked for',
  ExaminingTeamFormed: 'Examining team formed',
  ExaminingTeamDeclined: 'Examining team not formed',
  DisclosureFrozen: 'Charges and evidence shown to the respondent',
  LetterIssued: 'Letter issued',
  SummonsIssued: 'Respondent summoned',
  SummonsServed: 'Summons received by the respondent',
  ExaminationHeld: 'Respondent examined',
  ExaminationMissed: 'Respondent did not come',
  ExaminationRescheduled: 'Examination moved',
  ExaminationReturned: 'Examiner asked for more evidence',
  TemporaryReleaseOrdered: 'Released from the tasks of office for a time',
  StatementRecorded: 'Respondent gave a statement',
  ExaminationRecordSigned: 'Respondent answered the record',
  ExaminationReported: 'Examination report made',
  DecisionProposed: 'Proposed to the President',
  ServiceAttempted: 'Decision sent',
  DecisionServed: 'Decision received by the respondent',
  AppealFiled: 'Remedy filed',
  AppealDecided: 'Remedy decided',
  SanctionEffective: 'Sanction took effect',
  ExecutionCompleted: 'Sanction served to its end',
  DeadlineMoved: 'Deadline moved',
  CaseParked: 'Waiting for technical help',
  CaseClosed: 'Case closed',
};

const quality: Texts['domain']['quality'] = {
  COMPLETE: 'Complete',
  LOGIN_WALL: 'Behind a sign-in page',
  CONSENT_WALL: 'Behind a consent dialog',
  TRUNCATED: 'Cut off at a limit',
  NOT_FOUND: 'Not found',
  GONE: 'Removed',
  HTTP_ERROR: 'Site answered an error',
  UNDECODABLE: 'Content unreadable',
  REQUESTED: 'Being captured',
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

const level: Texts['domain']['level'] = {
  MORAL: 'Moral sanction',
  LIGHT: 'Light sanction',
  MODERATE: 'Moderate sanction',
  HEAVY: 'Heavy sanction',
};

const teamElement: Texts['domain']['teamElement'] = {
  SUPERIOR: 'Direct superior',
  OVERSIGHT: 'Supervision',
  PERSONNEL: 'Personnel',
  OTHER: 'Another official',
};

const teamPosition: Texts['domain']['teamPosition'] = {
  CHAIR: 'Chair',
  SECRETARY: 'Secretary',
  MEMBER: 'Member',
};

const summonsManner: Texts['domain']['summonsManner'] = {
  OPENED: 'Opened on the respondent’s own page',
  HANDED_OVER: 'Handed over',
  POSTED: 'Sent to the last known address',
  NOT_SERVED: 'Did not arrive',
};

const examinationMode: Texts['domain']['examinationMode'] = {
  IN_PERSON: 'In person',
  VIRTUAL: 'On screen (virtual)',
};

const remedyRoute: Texts['domain']['remedyRoute'] = {
  OBJECTION: 'Objection',
  BPASN: 'Administrative appeal to BPASN',
  NONE: 'Not available',
};

const recordSigning: Texts['domain']['recordSigning'] = {
  SIGNED: 'Signed by the respondent',
  REFUSED: 'The respondent refused to sign',
  PENDING: 'Awaiting the respondent’s signature',
};

/** Words for the codes of the domain. */
export const domain: Texts['domain'] = {
  status,
  event,
  quality,
  verdict,
  level,
  teamElement,
  teamPosition,
  summonsManner,
  examinationMode,
  remedyRoute,
  recordSigning,
};
