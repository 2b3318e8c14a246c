import type { Texts } from '../texts.ts';

type ReportTexts = Texts['report'];

const start: ReportTexts['start'] = {
  title: 'Report a breach of social-media ethics by a civil servant',
  lede: 'Have you seen a civil servant’s post or comment that spreads hatred or false news, or takes sides in an election? Report it here. You may stay anonymous.',
  reportAction: 'Make a report',
  reportHint: 'About 5 minutes. No account needed.',
  followAction: 'Follow a report',
  followHint: 'With your receipt code.',
  howTitle: 'What happens after you report',
  how: [
    { title: 'The report is stored', text: 'You get a case number, a receipt code and a signed proof at once.' },
    { title: 'Evidence is secured', text: 'The system copies the links you give before the post is deleted.' },
    {
      title: 'Officers and superiors weigh it',
      text: 'A machine only suggests. People weigh and decide, always with a written reason.',
    },
    {
      title: 'The competent authority decides',
      text: 'Each step has a due date in working days. If an official stays silent, that is recorded too.',
    },
  ],
  protectTitle: 'How reporters are protected',
  protect: [
    'Your identity is kept apart and encrypted. Every time it is opened, that is recorded.',
    'The respondent and their superiors do not see who reported.',
    'Our e-mails never contain anything about the case itself.',
  ],
  basisTitle: 'Legal basis',
  basis:
    'Circular of the Minister of PANRB Number 137 of 2018 and Government Regulation Number 94 of 2021 on the discipline of civil servants.',
};

const form: ReportTexts['form'] = {
  title: 'Make a report',
  lede: 'Fill in only what you know. Only parts marked “required” must be answered.',
  required: 'required',
  agency: 'Agency the respondent works for',
  agencyHint: 'If unsure, choose the closest. The officer can pass it on.',
  reporterLegend: 'How do you want to report?',
  anonymous: 'Anonymously',
  anonymousHint: 'We ask for no data at all. You can still follow the report with the receipt code.',
  named: 'With a name or contact',
  namedHint: 'Kept apart and encrypted. One of the fields is enough.',
  contactLegend: 'About you',
  contactHint: 'Fill these in only when you report with a name or contact.',
  name: 'Your name',
  email: 'E-mail address',
  phone: 'Telephone number',
  respondentLegend: 'Whom do you report?',
  respondentName: 'Name of the respondent',
  respondentNip: 'NIP (staff number)',
  respondentNipHint: '18 digits, if you know it.',
  respondentPosition: 'Position',
  respondentUnit: 'Work unit',
  accountPlatform: 'Social network',
  accountPlatformHint: 'For example Facebook, Instagram, X, TikTok, WhatsApp.',
  accountHandle: 'Account name',
  accountHandleHint: 'For example @accountname.',
  incidentLegend: 'What happened?',
  description: 'Describe the event',
  descriptionHint: 'What was written or shared, where, and why you think it breaks the rules. At least 20 characters.',
  occurredAt: 'When it happened',
  occurredAtHint: 'An approximate date is fine.',
  urls: 'Links to the posts',
  urlsHint: (max: number) => `One link a line, at most ${max}. We copy them right after the report is sent.`,
  attachmentsTitle: 'Do you have screenshots or files?',
  attachments: 'Files are uploaded on the next page, once the report is sent.',
  submit: 'Send report',
  submitHint: 'A deliberately false report can have legal consequences.',
};

const filed: ReportTexts['filed'] = {
  title: 'Your report is stored',
  caseNumber: 'Case number',
  receiptCode: 'Receipt code',
  once: 'This code is shown only once. We cannot send it again.',
  keepTitle: 'Keep this code now',
  keep: [
    'Write it down, take a photo of this screen, or save it in a password manager.',
    'Anyone who holds this code can read the news about your report. Do not share it.',
    'Without the code you cannot follow the report.',
  ],
  follow: 'Follow this report',
  receiptTitle: 'Signed proof of filing',
  receiptText:
    'This small file proves to anyone that you reported, when, and that the content has not changed. It can be checked on the Verify page.',
  receiptDownload: 'Download proof of filing',
  receiptShow: 'Show as text',
  receiptLabel: 'Proof of filing as text',
};

const upload: ReportTexts['upload'] = {
  title: 'Upload evidence files',
  hint: (files: number, mib: number) => `At most ${files} files, up to ${mib} MB each. Pictures, PDF, video or sound.`,
  label: 'Choose files',
  submit: 'Upload',
  received: 'Files received so far',
};

const follow: ReportTexts['follow'] = {
  title: 'Follow a report',
  lede: 'Enter the receipt code you were given when you reported.',
  code: 'Receipt code',
  codeHint: 'Capital or small letters make no difference. Hyphens may be left out.',
  submit: 'Show report',
  statusTitle: 'Where the report stands',
  updated: 'Updated',
  received: 'Received',
  stepsTitle: 'The way of the report',
  stepDone: 'done',
  stepNow: 'now',
  stepLater: 'to come',
  messagesTitle: 'Messages',
  noMessages: 'No messages yet.',
  fromYou: 'You',
  fromOffice: 'Officer',
  replyTitle: 'Send a message or add something',
  reply: 'Your message',
  replyHint: 'Do not mention who you are if you reported anonymously.',
  replySubmit: 'Send message',
  sent: 'Your message was sent.',
  asked: (until: string) =>
    `The office has a question for you. Answer by ${until}; after that the report is handled without an answer.`,
  answer: 'Answer now',
};

/** Start page, report form, the page after filing, and following a report. */
export const report: ReportTexts = { start, form, filed, upload, follow };
