import type { access as indonesian } from '../id/access.ts';

const action: Readonly<Record<keyof typeof indonesian.action, string>> = {
  'link-touched': 'Link opened without proof of who it was',
  'code-requested': 'Code asked for',
  'code-refused': 'Code refused',
  'setup-touched': 'Link of the receipt code opened',
  'setup-refused': 'Receipt code not given: the case number did not match',
  'task-viewed': 'Task page read',
  'task-listed': 'Shown in a list of tasks',
  'case-viewed': 'Case page read',
  'case-read': 'Case read by the API',
  'case-listed': 'Shown in a list of cases',
  'board-listed': 'Shown on the board',
  'silence-listed': 'Shown in the silence report',
  'case-exported': 'Case exported',
  'trail-read': 'Trail read',
  'accesses-read': 'Access log read',
  'custody-read': 'History of evidence read',
  'evidence-listed': 'List of evidence read',
  'evidence-asked': 'Page that asks for a reason opened',
  'evidence-viewed': 'Evidence seen within a page',
  'evidence-opened': 'Evidence opened',
  'evidence-downloaded': 'Original evidence downloaded',
  'recapture-asked': 'Page of a new capture opened',
  'register-exported': 'File for the national register taken',
  'appeal-exported': 'File of a remedy taken',
};

/** Who looked at a case. */
export const access: typeof indonesian = {
  title: 'Access log',
  link: 'Who looked at this case',
  lede: 'Who read this case, when, and what. That this page is opened is recorded too.',
  caption: 'Accesses, oldest first',
  time: 'Time',
  who: 'By',
  what: 'What was done',
  detail: 'Task or file',
  times: (what, count) => `${what} (${count} times)`,
  robots: 'Touches without proof of who it was',
  robot: 'Not proven',
  token: 'An API account',
  robotNote:
    'Not proven: a program, or somebody who has not typed the code. Scanners of mail open links and press buttons before whoever they are for reads them. Such a touch changes nothing and is shown nothing of the case.',
  action,
  back: 'Back to the case',
};
