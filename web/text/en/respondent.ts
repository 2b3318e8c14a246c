import type { Texts } from '../texts.ts';

type Respondent = Texts['respondent'];

const parts: Respondent['parts'] = {
  daysLeft: (n) => (n > 0 ? `${n} working ${n === 1 ? 'day' : 'days'} left` : 'today is the last day'),
  overdue: 'the time is over',
  derivation: 'How this was counted',
  caseTitle: 'This case',
  actDate: 'Date of the act',
  download: 'Download',
  downloadNote: 'Every download is recorded.',
  fingerprint: 'Fingerprint of the file (SHA-256)',
  isNew: 'new',
  basis: 'Basis',
  unconfirmed: (citation) => `${citation} (not yet confirmed from the official text)`,
  toForm: 'Straight to your form',
  lettersTitle: 'Letters to you',
  noLetters: 'There is no letter yet.',
};

const rights: Respondent['rights'] = {
  title: 'Your rights',
  items: [
    'You have not been found guilty. What stands below is what is held against you.',
    'You may answer here in writing, and you may also answer when you are examined.',
    'You may name witnesses, and send files that speak for you.',
    'You may be accompanied. Say who accompanies you.',
    'Not answering is not a confession. The case is then examined on the evidence there is.',
    'You are given a copy of the examination record, and may correct it before you sign.',
  ],
};

const charges: Respondent['charges'] = {
  title: 'What is held against you',
  note: 'A decision may rest on these charges only. If there are others, you are told of them and given time again.',
  ethics: 'The case is handled as a breach of the code of ethics; no provision on discipline is charged.',
  principles: 'Principles of ethics held to be breached',
};

const evidence: Respondent['evidence'] = {
  title: 'The evidence that is used',
  note: 'Only the evidence on this list may be used against you. The files are copies that do not tell who sent them in.',
  none: 'No file is used as evidence.',
  withheld: (n) =>
    n === 1
      ? '1 file is not shown because it cannot be cleared of traces of its sender or is not safe to open, and therefore is not usable against you.'
      : `${n} files are not shown because they cannot be cleared of traces of their sender or are not safe to open, and therefore are not usable against you.`,
  words: 'Who reported, and in what words, is not shown and therefore not usable against you.',
  disclosure: (version) => `This list is version ${version}. Its fingerprint`,
  attachment: (n) => `File handed in ${n}`,
  capture: (n) => `Copy of page ${n}`,
  captureText: (n) => `Text of page ${n}`,
  screenshot: (n) => `Screenshot of page ${n}`,
  renderedPage: (n) => `Page ${n} as displayed`,
  manifest: (n) => `Record of the capture of page ${n}`,
  captured: (when) => `captured by the system ${when}`,
};

const letters: Respondent['letters'] = {
  summons: (ordinal) => `Summons ${ordinal === 1 ? 'I' : 'II'}`,
  EXAMINATION_RECORD: 'Examination record',
  TEMPORARY_RELEASE: 'Order releasing you from your duties for the time being',
  DELIVERY_SUMMONS: 'Summons to receive the decision',
  DELIVERY_RECEIPT: 'Receipt for the decision',
  APPEAL_RECEIPT: 'Receipt for the objection or appeal',
  decision: 'Decision',
  numbered: (name, number) => `${name}, number ${number}`,
};

const summons: Respondent['summons'] = {
  title: 'Summons to the examination',
  ordinal: (n) => `Summons ${n === 1 ? 'I' : 'II'}`,
  which: 'Letter',
  when: 'Day and hour',
  place: 'Place',
  mode: 'Manner',
  examiner: 'Report to',
  interval: 'Counted from the date of the letter',
  days: (n) => `${n} working ${n === 1 ? 'day' : 'days'}`,
  states: {
    STANDS:
      'Come at this time. If you are duly summoned twice and do not come, the case is decided without your presence.',
    HELD: 'This examination has taken place.',
    OVER: 'This summons is no longer valid. If you still have to come, a new one appears here.',
  },
  none: 'There is no summons yet.',
};

const record: Respondent['record'] = {
  title: 'The record of your examination',
  pending: 'Read it with care. You may sign it, or refuse to, and write down what is not as you said it.',
  heldOn: 'Date of the examination',
  signing: 'Signature',
  question: (n) => `Question ${n}`,
  answer: 'Your answer',
  statement: 'Your statement',
  file: 'The content of the record as a file',
  gone: 'The content of the record cannot be read. Turn to the personnel unit.',
};

const sent: Respondent['sent'] = {
  title: 'What you have sent so far',
  none: 'You have not sent anything yet.',
  answer: 'Answer',
  lastAnswer: 'Last answer',
  signed: 'Examination record signed',
  refused: 'Examination record refused',
  statement: 'Answer',
  witnesses: 'Witnesses',
  companion: 'Companion',
  corrections: 'Corrections',
  grounds: 'Grounds',
  text: 'The text that you sent',
  file: (n) => `File ${n}`,
};

const response: Respondent['response'] = {
  title: 'Your summons and your right to be heard',
  lede: 'On this page you read what is held against you and on which evidence, and answer it.',
  due: 'Answer by',
  formTitle: 'Send your answer',
};

const form: Respondent['form'] = {
  outcome: 'What do you send?',
  outcomeHint: 'Nothing is chosen for you. Choose one.',
  outcomes: {
    ANSWER: { label: 'An answer', meaning: 'It is recorded now. You may add to it until the time is over.' },
    FINISH: { label: 'My last answer', meaning: 'Nothing more will come. This link closes after it.' },
    SIGN_RECORD: {
      label: 'I sign the examination record',
      meaning: 'It is as it was. What is not quite right you may write as a correction.',
    },
    REFUSE_RECORD: {
      label: 'I refuse to sign the examination record',
      meaning: 'The refusal is recorded. The record stays valid, together with your corrections.',
    },
    FILE: { label: 'I object or appeal', meaning: 'It is recorded at this moment.' },
  },
  answerTitle: 'For an answer',
  answerHint: 'Fill this in if you choose “An answer” or “My last answer”.',
  statement: 'Your answer to what is held against you',
  statementHint: 'In your own words, at most 20,000 characters.',
  witnesses: 'Witnesses that you name',
  witnessesHint: 'Names, and what they know.',
  companion: 'Your companion',
  companionHint: 'The name of the person who accompanies you at the examination.',
  files: 'Files',
  filesHint: (files, mib) =>
    `At most ${files} files, and ${mib} MB together, at a time. If you have more, send it in several times.`,
  filesOnce: (files, mib) => `At most ${files} files, ${mib} MB together.`,
  recordTitle: 'For the examination record',
  recordHint: 'Fill this in if you sign or refuse the record, and something in it is not right.',
  corrections: 'What is not right in the record',
  grounds: 'Your grounds',
  groundsHint: 'Why the decision is wrong or too heavy, at most 20,000 characters.',
  hurry: (minutes) =>
    `Send it within ${minutes} minutes of entering the code. If you need longer, write it elsewhere first.`,
  submit: 'Send',
  again: 'Your text is not lost. Choose again what you send, and attach your files again.',
  recorded: 'What you send becomes a lasting part of the case and cannot be removed.',
};

const errors: Respondent['errors'] = {
  outcome: 'Choose what you send.',
  statement: 'Write your answer, at most 20,000 characters.',
  witnesses: 'At most 5,000 characters on witnesses.',
  companion: 'At most 300 characters on the companion.',
  corrections: 'At most 20,000 characters of corrections.',
  grounds: 'Write your grounds, at most 20,000 characters.',
  tooManyFiles: (files) => `At most ${files} files at a time.`,
  emptyFile: (name) => `The file ${name} is empty.`,
  largeFile: (name, mib) => `The file ${name} is larger than ${mib} MB.`,
  recordChanged: 'The record on this page has been answered already, or has changed. Read it again, then choose.',
};

const remedy: Respondent['remedy'] = {
  title: 'The decision, and what you may do against it',
  lede: 'Read the decision on your case, and decide whether you object or appeal.',
  decisionTitle: 'The decision',
  sanction: 'Sanction',
  level: 'Level',
  number: 'Number of the decision',
  decidedOn: 'Decided',
  provisions: 'Provisions found to be breached',
  principles: 'Principles of ethics found to be breached',
  reason: 'Reasons',
  receivedOn: 'Received by you',
  refusedToSign: 'You refused to sign the receipt; that day counts as the day of receipt.',
  effectiveOn: 'Takes effect',
  effectiveNote: 'if no remedy is sought',
  remedyTitle: 'If you do not accept this decision',
  route: 'What you may file',
  addressee: 'With',
  until: 'No later than',
  suspends:
    'As long as it is not decided, the sanction is not carried out. The outcome may uphold, change or annul it.',
  runs: 'The sanction stays in effect as long as it is not decided. The outcome may uphold, change or annul it.',
  silence: 'Not to file is your right too. The decision then takes effect on the day named above.',
  none: 'No administrative remedy is available against this decision.',
  over: 'The time to object or appeal is over.',
  formTitle: 'Object or appeal',
};

const done: Respondent['done'] = {
  title: 'What you sent is recorded',
  open: 'This link stays valid until the time is over.',
  closed: 'This link is no longer valid. Keep this page as proof.',
  outcome: 'What you sent',
  stored: 'What we received, with its fingerprints',
  back: 'Back to your page',
  next: {
    ANSWER: 'The examiner reads your answer. You may still add to it.',
    FINISH: 'Your answer goes to the examiner. Come if you are still summoned.',
    SIGN_RECORD: 'The report of the examination is written, together with your corrections, if any.',
    REFUSE_RECORD: 'The report of the examination is written. Your refusal and corrections are recorded with it.',
    FILE: 'It goes to those who decide on it, and a receipt is issued.',
  },
  actedTitle: 'This page is closed',
  actedText: 'The time is over, or your last word was recorded before. What you sent now changes nothing.',
};

/** The respondent's own pages: being heard, and what they may do against a decision. */
export const respondent: Respondent = {
  parts,
  rights,
  charges,
  evidence,
  letters,
  summons,
  record,
  sent,
  response,
  form,
  errors,
  remedy,
  done,
};
