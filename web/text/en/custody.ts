import type { CustodyAct } from '../../../core/evidence/custody-entry.ts';
import type { StampState } from '../../../core/evidence/stamp-state.ts';
import type { custody as indonesian } from '../id/custody.ts';

const act: Readonly<Record<CustodyAct, string>> = {
  RECEIVED: 'Received',
  CAPTURED: 'Captured from the site',
  WRITTEN: 'Written by the system',
  STORED: 'Stored in the evidence vault',
  HELD: 'Locked: cannot be removed while the case is open',
  SCANNED: 'Checked for malware',
  STAMPED: 'Time-stamped',
  DISCLOSED: 'Shown to the respondent',
  RECAPTURED: 'The same page was captured again',
  ASKED: 'Opened the page that asks for a reason',
  VIEWED: 'Seen within a page',
  OPENED: 'Opened',
  DOWNLOADED: 'Original downloaded',
  RELEASED: 'The lock of this case was lifted: the case is closed',
};

const stamp: Readonly<Record<StampState['state'], { label: string; note: string }>> = {
  STAMPED: { label: 'Present', note: 'An authority outside this system vouches that the file existed then.' },
  MISSING: {
    label: 'Not yet',
    note: 'The time-stamping authority has not answered. The system tries again every few minutes.',
  },
  OFF: { label: 'None', note: 'This agency has no time-stamping authority.' },
  NOT_STAMPED: { label: 'Not needed', note: 'Written or typed in this system; its time stands in the trail.' },
};

/** The history of one piece of evidence. */
export const custody: typeof indonesian = {
  title: 'History of evidence',
  link: 'History of this evidence',
  lede: 'All that has happened to this piece of evidence since it came, and who looked at it. That this page is opened is recorded too.',
  caption: 'History, oldest first',
  time: 'Time',
  what: 'What happened',
  who: 'By',
  origin: 'On record in',
  inTrail: (seq) => `trail, event ${seq}`,
  inLog: 'access log',
  originNote:
    'What stands in the trail is bound by its chain of hashes, and anybody can verify it. The access log is kept beside it.',
  holdTitle: 'Legal hold',
  held: { label: 'Held', note: 'Nobody can remove it.' },
  released: {
    label: 'Not held',
    note: 'No open case needs it any more; the retention of the vault still applies.',
  },
  stampTitle: 'Time stamp',
  stampBy: (authority) => `by ${authority}`,
  act,
  stamp,
  verdict: (words, engine) => `${words} (${engine})`,
  reason: (text) => `Reason: ${text}`,
  robot: 'An automatic program',
  token: 'An API account',
  back: 'Back to the case',
};
