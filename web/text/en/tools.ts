import type { Texts } from '../texts.ts';

type ToolTexts = Texts['tools'];

const verify: ToolTexts['verify'] = {
  title: 'Verify a receipt or a trail',
  lede: 'Paste a proof of filing, or upload an exported trail. The content is checked and thrown away; nothing is kept.',
  document: 'Proof of filing as text',
  documentHint: 'A long text in three parts separated by dots.',
  file: 'Or choose a file',
  fileHint: 'Proof of filing (.jws) or exported trail (.json).',
  submit: 'Check',
  offline: 'Would you rather not trust this site? An export can be checked offline:',
  verdictTitle: 'Result of the check',
  kind: 'Kind',
  kinds: { RECEIPT: 'Proof of filing', TRAIL: 'Case trail', OTHER: 'Not known' },
  factsTitle: 'What this document states',
  again: 'Check another',
};

const docs: ToolTexts['docs'] = {
  title: 'Tertib API',
  lede: 'Whatever these pages can do, another program can do too.',
  openapi: 'Full description (OpenAPI 3.1)',
  contents: 'Routes',
  access: 'Access',
  parameters: 'Input',
  name: 'Name',
  place: 'In',
  type: 'Type',
  meaning: 'Meaning',
  required: 'required',
  responses: 'Answers',
  status: 'Code',
  errors: 'Errors are answered as application/problem+json (RFC 9457) in the language of Accept-Language.',
};

const inbox: ToolTexts['inbox'] = {
  title: 'Trial inbox',
  lede: 'Every mail the system sent on this machine. It exists only in the one-machine installation.',
  codes:
    'Codes of an app go by the program’s time (/dev/clock), not by a phone’s. Where that was moved, ask for the code that is good now at /dev/totp?agency=contoh&nip=<NIP>.',
  caption: 'Mail, newest first',
  received: 'Time',
  to: 'To',
  from: 'From',
  subject: 'Subject',
  empty: 'No mail yet.',
  headers: 'Headers',
  raw: 'Raw mail (.eml)',
  back: 'All mail',
};

/** Verification, API documentation and the trial inbox. */
export const tools: ToolTexts = { verify, docs, inbox };
