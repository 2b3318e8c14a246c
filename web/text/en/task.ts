import type { Texts } from '../texts.ts';
import { fields } from './task-fields.ts';
import { facts } from './task-history.ts';
import { kinds, outcomes, waiting } from './task-kinds.ts';
import { parts } from './task-parts.ts';

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
  toForm: 'Straight to the form',
  outcome: 'Outcome',
  outcomeHint: 'Nothing is preselected. Choose one.',
  reason: 'Reason',
  reasonHint: 'Required, in your own words. The reason becomes a permanent part of the trail.',
  rechoose: 'To be careful, the outcome must be chosen again. Everything else you filled in is kept.',
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
  sanction: 'Sanction',
  sanctionHint: 'One only. What cannot be chosen says why.',
  provisions: 'Provisions breached',
  provisionsHint:
    'Only what the respondent was charged with. If none is ticked, all that the examination report found are used.',
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
export const task: TaskTexts = { gate, kinds, waiting, outcomes, verdicts, act, parts, fields, facts, result };
