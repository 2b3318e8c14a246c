import type { Texts } from '../texts.ts';
import { letterForm, process, register } from './console-process.ts';

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
  navBoard: 'Deadlines',
  navSilence: 'Silence',
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
  decisionRecord: 'Decision letter (PDF)',
  principlesTitle: 'Principles suggested and confirmed',
  confirmed: 'Confirmed by the review',
  openTasks: 'Open tasks',
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

/** What a case waits for. */
const next: ConsoleTexts['next'] = {
  triage: 'Triage of the report',
  answer: 'The reporter’s answer',
  review: 'Review by the direct superior',
  team: 'Forming of the examining team',
  examination: 'Examination of the respondent',
  response: 'The respondent’s statement',
  decision: 'Decision of the competent official',
  service: 'Delivery of the decision',
  remedy: 'The respondent’s objection or appeal',
  appeal: 'Outcome of the objection or appeal',
  execution: 'Execution of the sanction',
  COLLECT_EVIDENCE: 'Collecting of evidence',
  ASSIGN: 'Assignment of the task',
  PREPARE_EXAMINATION: 'Summons and preparing the examination',
  REPORT_EXAMINATION: 'Examination report',
  ISSUE_DECISION: 'Issuing of the decision',
  FORWARD_APPEAL: 'Forwarding of the objection or appeal',
  TAKE_EFFECT: 'Taking effect of the decision',
  CONCLUDE: 'Notification and closing',
};

const board: ConsoleTexts['board'] = {
  title: 'Deadlines',
  lede: 'Open cases by time left, what is overdue first. Reading this list is recorded.',
  caption: 'Open cases, least time left first',
  next: 'Next',
  responsible: 'Responsible',
  left: 'Time left',
  empty: 'No open case matches.',
  stopped: 'Stopped',
  overdue: (days) => (days === 0 ? 'Overdue since today' : `Overdue by ${days} ${days === 1 ? 'day' : 'days'}`),
  remaining: (days) => (days === 0 ? 'Today' : `${days} ${days === 1 ? 'day' : 'days'} left`),
};

const silence: ConsoleTexts['silence'] = {
  title: 'Silence report',
  lede: 'Officials who let a deadline pass, as the trails tell it. Reading this report is recorded for each case in it.',
  rule: 'Rule',
  from: 'From',
  to: 'To',
  filter: 'Show',
  download: 'Download as CSV',
  total: (silences, cases) =>
    `${silences} ${silences === 1 ? 'deadline' : 'deadlines'} passed in ${cases} ${cases === 1 ? 'case' : 'cases'}.`,
  empty: 'No official let a deadline pass in this period.',
  byPerson: 'By official',
  byUnit: 'By unit',
  mostFirst: 'Most first',
  oldestFirst: 'Oldest first',
  lines: 'Every deadline that passed',
  person: 'Official',
  unit: 'Unit',
  position: 'Position',
  count: 'Deadlines passed',
  cases: 'Cases',
  task: 'Task',
  case: 'Case number',
  due: 'Due',
  recorded: 'Recorded',
  name: 'Name',
  dateError: 'Enter a valid date.',
  periodError: 'The end must not come before the beginning.',
};

/** The staff console. */
export const consoleTexts: ConsoleTexts = {
  signIn,
  list,
  casePage,
  tasks,
  next,
  board,
  silence,
  letterForm,
  process,
  register,
};
