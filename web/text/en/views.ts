import type { Texts } from '../texts.ts';

type ViewTexts = Texts['views'];

const artifact: ViewTexts['artifact'] = {
  mailRaw: 'Original e-mail',
  report: 'The report',
  message: (n) => `Message ${n} of the reporter`,
  attachment: (n) => `Attachment ${n}`,
  capture: (n, round) => (round === 1 ? `Link ${n}` : `Link ${n}, round ${round}`),
  manifest: (n) => `Capture record of link ${n}`,
  captureText: (n) => `Text of link ${n}`,
  screenshot: (n) => `Screenshot of link ${n}`,
  renderedPage: (n) => `Page of link ${n} as displayed`,
  archive: (n) => `Archive of the traffic of link ${n} (WACZ)`,
  again: (n: number) => `captured again ${n}`,
  decisionRecord: 'Decision letter',
  statement: (n) => `Statement ${n} of the respondent`,
  statementFile: (n) => `File ${n} of the respondent`,
  examinationRecord: (n) => (n === 1 ? 'Record of the examination' : `Record of examination ${n}`),
  appeal: (n) => (n === 1 ? 'Grounds of the remedy' : `Grounds of the remedy ${n}`),
  appealFile: (n) => `File ${n} of the remedy`,
  letter: (number) => `Letter ${number}`,
};

const method: ViewTexts['method'] = {
  FORM: 'Form',
  API: 'API',
  HTTP: 'HTTP capture',
  BROWSER: 'Browser capture',
  UPLOAD: 'Upload',
  GENERATED: 'Made by the system',
  MAIL: 'E-mail',
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
  charges: 'Choose provisions from the list.',
  examinationOn: 'Enter the date of the examination.',
  examinationAt: 'Enter the time of the examination, such as 09:00.',
  examinationPlace: 'Enter the place of the examination, 3 to 300 characters.',
  examinationMode: 'Choose in person or on screen.',
  members: 'Choose members from the list.',
  chair: 'Choose a chair from the list.',
  secretary: 'Choose a secretary from the list.',
  statement: 'The statement has 20,000 characters at most.',
  questions: 'Each question has 2,000 characters at most.',
  answers: 'Each answer has 5,000 characters at most.',
  findings: 'Write down the proven acts, 5,000 characters at most.',
  impactReason: 'The reason for the impact has 5,000 characters at most.',
  aggravating: 'Aggravating factors have 5,000 characters at most.',
  mitigating: 'Mitigating factors have 5,000 characters at most.',
  recommendedSanction: 'Choose a recommendation from the list.',
  signing: 'Choose one, or leave it empty.',
  serviceMethod: 'Choose how the summons arrived.',
  servedOn: 'Enter the date on which the summons arrived.',
  releaseFrom: 'Enter a valid date.',
  actingOfficial: 'Enter a valid NIP of the acting official: 18 digits.',
  deviationReason: 'Write the reason for the difference, 10 to 5,000 characters.',
  receivedOn: 'Enter the date on which the decision was received.',
  dispatchedOn: 'Enter the date on which the decision was sent.',
  method: 'Write how it was delivered, 2 to 60 characters.',
  body: 'Write who decided, 3 to 200 characters.',
  decisionNumber: 'Write the number of the ruling.',
  decidedOn: 'Enter the date of the ruling.',
  restoredOn: 'Enter the date of restoration.',
  stale: 'This page is incomplete or out of date. Read it again, then decide.',
};

const handedOver: ViewTexts['handedOver'] = {
  outcome: 'Task handed over',
  RECUSED: 'Another official receives this task.',
  FORWARDED: 'A higher official receives this task.',
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
    PROCEED: 'The respondent is told the charges and summoned; then they are examined.',
    CHANGE_TRACK: 'The case is reviewed under the new procedure.',
    MORE_EVIDENCE: 'Evidence is collected again; the next round begins.',
    DISMISS: 'The parties are told, then this case is closed.',
  },
  team: {
    FORM: 'The decision forming the team is issued, then the respondent is summoned.',
    DECLINE: 'The direct superior examines alone; the respondent is summoned.',
  },
  examination: {
    HELD: 'The respondent may answer the record, then the examination report is made.',
    ABSENT: 'The next summons is issued, or the case goes on without the respondent.',
    RESCHEDULE: 'A new summons is issued.',
    REQUEST_TEAM: 'The authority gets the task to form a team.',
    RETURN_FOR_EVIDENCE: 'Evidence is collected again; the next round begins.',
    RELEASE: 'The letter of temporary release is issued; the examination goes on.',
    CHANGE_TRACK: 'The case goes on under the new procedure.',
  },
  decision: {
    SANCTION: 'The decision is signed and delivered.',
    DISMISS: 'The decision is signed and delivered.',
    RETURN: 'The respondent is examined again; the next round begins.',
    PROPOSE: 'The proposal is sent; the reporter is told that the case was referred.',
  },
  service: {
    SERVED: 'The time for a remedy runs; then the sanction takes effect.',
    DISPATCHED: 'Once it arrives, record the date of receipt. Until then the decision has no effect.',
    REFUSED_TO_SIGN: 'The refusal counts as receipt; the time for a remedy runs.',
  },
  appeal: {
    UPHELD: 'The sanction takes effect.',
    CHANGED: 'The new sanction takes effect.',
    ANNULLED: 'The sanction is void; the parties are told, then this case is closed.',
  },
  execution: { COMPLETED: 'This case is closed.' },
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
  respondent: 'Respondent',
  system: 'System',
  erased: '[text erased]',
};
