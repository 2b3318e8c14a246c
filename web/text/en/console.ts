import type { Texts } from '../texts.ts';

type ConsoleTexts = Texts['console'];

const signIn: ConsoleTexts['signIn'] = {
  title: 'Sign in to the staff console',
  text: 'Sign in with your official account. Every reading of a case is recorded.',
  submit: 'Sign in with official account',
  outTitle: 'Sign out of the console',
  outText: 'You will be signed out of the console in this browser.',
  outSubmit: 'Sign out',
};

const list: ConsoleTexts['list'] = {
  title: 'Cases',
  navCases: 'Cases',
  navTasks: 'My tasks',
  consoleNavigation: 'Console navigation',
  status: 'Status',
  anyStatus: 'Any status',
  search: 'Search',
  searchHint: 'Case number or NIP of the respondent.',
  filter: 'Show',
  caption: 'Cases, newest first',
  number: 'Number',
  received: 'Received',
  respondent: 'Respondent',
  track: 'Procedure',
  due: 'Due',
  empty: 'No case matches.',
  first: 'First page',
  next: 'Next',
  pager: 'Pages',
};

const casePage: ConsoleTexts['casePage'] = {
  trailTitle: 'Case trail',
  trailCaption: 'Every record in order',
  seq: 'No.',
  time: 'Time',
  actor: 'Actor',
  type: 'Record',
  hash: 'Hash',
  verdict: 'Verification',
  verdictAt: (seq: number) => `Found at record number ${seq}.`,
  head: 'Last hash',
  export: 'Download the trail and check it yourself',
  decision: 'Decision',
  decisionRecord: 'Decision record (PDF)',
  principlesTitle: 'Principles suggested and confirmed',
  confirmed: 'Confirmed by the review',
  openTasks: 'Open tasks',
  answerTask: 'Waiting for the reporter’s answer',
  assignee: 'Assignee',
  readRecorded: 'Reading this page is recorded.',
};

const tasks: ConsoleTexts['tasks'] = {
  title: 'My tasks',
  caption: 'Open tasks, nearest due date first',
  task: 'Task',
  case: 'Case',
  due: 'Due',
  open: 'Open',
  openFor: (caseNumber: string) => `case ${caseNumber}`,
  empty: 'No open tasks.',
};

/** The staff console. */
export const consoleTexts: ConsoleTexts = { signIn, list, casePage, tasks };
