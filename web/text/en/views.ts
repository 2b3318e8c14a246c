import type { Texts } from '../texts.ts';

type ViewTexts = Texts['views'];

const artifact: ViewTexts['artifact'] = {
  report: 'The report',
  message: (n) => `Message ${n} of the reporter`,
  attachment: (n) => `Attachment ${n}`,
  capture: (n, round) => (round === 1 ? `Link ${n}` : `Link ${n}, round ${round}`),
  manifest: (n) => `Capture record of link ${n}`,
  captureText: (n) => `Text of link ${n}`,
  decisionRecord: 'Decision record',
};

const method: ViewTexts['method'] = {
  FORM: 'Form',
  API: 'API',
  HTTP: 'HTTP capture',
  UPLOAD: 'Upload',
  GENERATED: 'Made by the system',
};

const role: ViewTexts['role'] = {
  triage: 'Complaints officer',
  superior: 'Superior',
  examiner: 'Examining team',
  ppk: 'Sanctioning authority',
  auditor: 'Auditor',
  admin: 'Administrator',
};

const proposed: ViewTexts['proposed'] = {
  primary: 'proposed',
  secondary: 'proposed in addition',
  conditional: (when) => `proposed ${when}`,
};

const codeErrors: ViewTexts['codeErrors'] = {
  wrong: 'The code does not match. Check the latest mail and try again.',
  expired: 'The code is no longer valid. Open the link in your task mail again to ask for a new one.',
  throttled: 'Too many codes were asked for. Use the one in the latest mail, or try again in 15 minutes.',
};

const fieldErrors: ViewTexts['fieldErrors'] = {
  outcome: 'Choose one outcome.',
  reason: 'Write a reason of 10 to 5,000 characters.',
  respondentNip: 'Enter a valid NIP of the respondent: 18 digits.',
  track: 'Choose a procedure.',
  caseNumber: 'Enter the target case number, such as CONTOH-2026-7K3M9QXA.',
  principles: 'Tick at least one principle.',
  sanctionCode: 'Choose a discipline sanction.',
  provisions: 'Choose provisions from the list.',
  impact: 'Choose an impact from the list, or none.',
  stale: 'This page is incomplete or out of date. Read it again, then decide.',
};

const handedOver: ViewTexts['handedOver'] = {
  outcome: 'Task handed over',
  RECUSED: 'Another official receives this task.',
  INELIGIBLE:
    'You cannot hold this task because of your relation to the respondent or the reporter. Another official receives it.',
};

const next: ViewTexts['next'] = {
  triage: {
    PROCEED: 'The direct superior of the respondent gets the task to review.',
    ASK_REPORTER: 'Your question goes to the reporter.',
    MERGE: 'This case is closed and joined to the target case.',
    REFER: 'The reporter is told, then this case is closed.',
    REJECT: 'The reporter is told, then this case is closed.',
  },
  review: {
    PROCEED: 'The competent authority gets the task to decide.',
    MORE_EVIDENCE: 'Evidence is collected again; the next round begins.',
    DISMISS: 'The parties are told, then this case is closed.',
  },
  decision: {
    SANCTION: 'The decision is signed and delivered.',
    DISMISS: 'The decision is signed and delivered.',
    RETURN: 'Evidence is collected again; the next round begins.',
  },
};

const evidenceAccess: ViewTexts['evidenceAccess'] = {
  title: 'Open an evidence file',
  text: 'State your purpose. This opening is recorded with your name.',
  reason: 'Purpose',
  reasonHint: 'At least 5 characters.',
  reasonError: 'Write a purpose of 10 to 500 characters.',
  submit: 'Download file',
};

const signInErrors: ViewTexts['signInErrors'] = {
  failed: 'Signing in did not succeed. Try again.',
  noRole: 'Your account has no role in this system. Contact the administrator.',
};

/** Words that turn a case into what its pages show. */
export const views: ViewTexts = {
  artifact,
  method,
  role,
  proposed,
  codeErrors,
  fieldErrors,
  handedOver,
  next,
  evidenceAccess,
  signInErrors,
  rulePack: (version) => `rule pack ${version}`,
  reporter: 'Reporter',
  system: 'System',
  erased: '[text erased]',
};
