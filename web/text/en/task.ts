import type { Texts } from '../texts.ts';

type TaskTexts = Texts['task'];

const gate: TaskTexts['gate'] = {
  neutralTitle: 'Task page',
  neutralText:
    'This link belongs to one member of staff. To go on, ask for a 6-digit code. It is sent to the official mailbox of the link’s owner.',
  neutralSubmit: 'Send the code to my mailbox',
  neutralHint: 'Nothing changes before the code is entered.',
  codeTitle: 'Enter the code',
  codeText: 'A 6-digit code was sent to your official mailbox. It is valid for 10 minutes and for this browser only.',
  code: '6-digit code',
  codeHint: 'Look in the spam folder too. The code can be tried 5 times at most.',
  codeSubmit: 'Open the task',
  codeAgain: 'No code? Open the link in your mail again to ask for a new one.',
};

const kinds: TaskTexts['kinds'] = {
  triage: {
    title: 'Triage of a report',
    lede: 'Establish who the respondent is and which procedure applies, or end the triage.',
    submit: 'Record the triage',
  },
  review: {
    title: 'Review by the direct superior',
    lede: 'Weigh the report and the evidence, then set the principles you find breached.',
    submit: 'Record the review',
  },
  decision: {
    title: 'Decision of the competent authority',
    lede: 'Impose a discipline sanction, dismiss the case, or return it for completion.',
    submit: 'Record the decision',
  },
};

const outcomes: TaskTexts['outcomes'] = {
  triage: {
    PROCEED: { label: 'Proceed', meaning: 'Pass to the respondent’s direct superior. Fill in NIP and procedure.' },
    ASK_REPORTER: { label: 'Ask the reporter', meaning: 'The reason below is sent to the reporter as a question.' },
    MERGE: { label: 'Merge', meaning: 'This event is already being handled. Fill in the target case number.' },
    REFER: { label: 'Refer', meaning: 'Another body is competent.' },
    REJECT: { label: 'Reject', meaning: 'Not a civil servant, no jurisdiction, or does not qualify.' },
  },
  review: {
    PROCEED: { label: 'Proceed', meaning: 'A breach is suspected. Tick the principles breached.' },
    MORE_EVIDENCE: {
      label: 'Ask for more evidence',
      meaning: 'The case goes back to collecting evidence; the next round begins.',
    },
    DISMISS: { label: 'Dismiss', meaning: 'There is no violation.' },
    RECUSE: {
      label: 'Recuse myself',
      meaning: 'There is a conflict of interest. The task goes up to the next superior.',
    },
  },
  decision: {
    SANCTION: { label: 'Impose a sanction', meaning: 'Choose the sanction and the provisions breached.' },
    DISMISS: { label: 'Dismiss the case', meaning: 'The violation is not proven.' },
    RETURN: { label: 'Return', meaning: 'More work is needed; the next round begins.' },
  },
};

const verdicts: TaskTexts['verdicts'] = {
  confident:
    'The machine found sentences that may relate to the principles below. These are suggestions, not judgements. Nothing is ticked yet.',
  abstain:
    'The machine abstains: words match, but the context is doubtful (a quotation, a denial, a correction). Judge for yourself.',
  'no-signal':
    'The machine found no sign at all. That does not mean clean: it knows only certain words and patterns. Judge for yourself.',
};

const act: TaskTexts['act'] = {
  due: 'Due',
  overdue: 'The due date has passed',
  round: (n: number) => `Round ${n}`,
  caseTitle: 'The case',
  caseNumber: 'Case number',
  agency: 'Agency',
  received: 'Received',
  incident: 'Time of the event',
  track: 'Procedure',
  respondent: 'Respondent',
  nip: 'NIP',
  position: 'Position',
  unit: 'Work unit',
  accounts: 'Accounts',
  reportText: 'The report',
  reportNote: 'Written by the reporter; not verified.',
  evidenceTitle: 'Evidence',
  noEvidence: 'No evidence besides the report itself.',
  evidenceFailed: 'Could not be captured',
  evidenceSource: 'Source',
  evidenceCaptured: 'Captured',
  evidenceDetails: 'Technical details',
  evidenceMethod: 'Method',
  evidenceHash: 'SHA-256',
  evidenceOpen: 'Open file',
  evidenceOpenNote: 'Every opening is recorded.',
  historyTitle: 'Earlier steps',
  suggestionTitle: 'Machine suggestion',
  suggestionBy: 'Version of the machine’s rules',
  findingsTitle: 'Result of the review',
  actTitle: 'Your decision',
  outcome: 'Outcome',
  outcomeHint: 'Nothing is preselected. Choose one.',
  reason: 'Reason',
  reasonHint: 'Required, in your own words. The reason becomes a permanent part of the trail.',
  rechoose: 'To be careful, choices must be made again. What you typed is kept.',
  respondentNip: 'NIP of the respondent',
  respondentNipHint: 'For “Proceed”. 18 digits, must be in the staff directory.',
  trackLegend: 'Procedure',
  trackHint: 'For “Proceed”.',
  tracks: {
    DISCIPLINE_PNS: { label: 'Discipline, PNS', meaning: 'The respondent is a permanent civil servant.' },
    DISCIPLINE_PPPK: { label: 'Discipline, PPPK', meaning: 'The respondent is on a contract; agency rule.' },
    ETHICS: { label: 'Code of ethics', meaning: 'Moral sanction through the ethics panel.' },
  },
  mergeCase: 'Target case number',
  mergeCaseHint: 'For “Merge”.',
  principles: 'Principles breached',
  principlesHint: 'For “Proceed”. Tick only those you find sufficiently shown.',
  suggested: 'Machine suggestion',
  withheld: 'Machine abstains',
  confidence: { high: 'high confidence', medium: 'medium confidence' },
  reasonOfMachine: 'Because',
  sanction: 'Discipline sanction',
  sanctionHint: 'For “Impose a sanction”. The list follows your authority.',
  provisions: 'Provisions breached',
  provisionsHint: 'For “Impose a sanction”. If none is ticked, all those marked “proposed” are used.',
  otherProvisions: (n) => `Other provisions (${n})`,
  impact: 'Negative impact',
  impactHint: 'How far the consequences reach. For some provisions this sets the level of the sanction.',
  impacts: { UNIT: 'Work unit', AGENCY: 'Agency', STATE: 'State or government' },
  disclosure: 'This decision is bound to the evidence shown on this page',
  contentHash: 'Hash of this page',
  final: 'Once recorded, this link stops working and the decision cannot be changed.',
};

const result: TaskTexts['result'] = {
  doneTitle: 'Your decision is recorded',
  doneInConsole: 'Your decision is now part of the trail of the case.',
  backToTasks: 'Back to my tasks',
  doneText: 'This link no longer works. You may close the page.',
  outcome: 'Outcome',
  recordedAt: 'Recorded',
  record: (seq) => `Record number ${seq} of the trail, with its hash`,
  next: 'Next',
  refusalTitle: 'This link cannot be opened',
  refusalText: 'It may have been used, may have expired, or may not be meant for you. For safety we do not say which.',
  refusalHelp: 'If you think you still have a task, open the latest task mail or ask the personnel unit.',
  actedTitle: 'This task has already been decided',
  actedText: 'A decision for this task was recorded before yours. What you sent changed nothing.',
};

/** Pages behind a mailed task link. */
export const task: TaskTexts = { gate, kinds, outcomes, verdicts, act, result };
