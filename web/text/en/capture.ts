import type { Texts } from '../texts.ts';

const limitation: Texts['capture']['limitation'] = {
  NO_BROWSER:
    'Taken without a browser, because there is none on this machine: no screenshot, and nothing that scripts draw.',
  BROWSER_FAILED: 'Taken without a browser, because it failed on this page: no screenshot.',
  NOT_A_PAGE: 'Taken without a browser, because the address gives a file and no page.',
  LED_NOWHERE: 'Taken without a browser, because the page led it on to where nothing could be had.',
  NEVER_SETTLED: 'The page was still loading or changing when its time was over.',
  SCREENSHOT_CUT: 'The page is longer than its screenshot.',
  NO_SCREENSHOT: 'No screenshot could be taken.',
  TEXT_CUT: 'The text of the page is longer than what is stored.',
  TRAFFIC_CUT: 'The page asked for more data than it was given.',
  BODIES_MISSING: 'Some answers are in the archive without their content.',
  REQUESTS_REFUSED: 'The page tried to open addresses that are not allowed; that was refused.',
  DOWNLOAD_REFUSED: 'The page offered a download, which was refused.',
  FRAMES_MISSING: 'Some frames within the page could not be read; their text is missing.',
  WEB_SOCKETS_UNRECORDED:
    'The page used live connections (WebSocket); the archive has their number, not their content.',
};

const change: Texts['capture']['change'] = {
  SAME: {
    label: 'Same',
    meaning: 'The text of the page is that of the earlier capture, counters and relative times aside.',
  },
  CHANGED: {
    label: 'Changed',
    meaning:
      'The text of the page differs from the earlier capture. Look at both and judge: it may be no more than an advertisement or the layout.',
  },
  GONE: { label: 'Gone since', meaning: 'The page was there; now the site says that it is not.' },
  NOT_COMPARABLE: {
    label: 'Not comparable',
    meaning: 'One of the two met a wall or an error, or was taken in another way. Look at both.',
  },
};

export const capture: Texts['capture'] = {
  limitation,
  change,
  comparedWith: 'Compared with',
  again: 'Capture again',
  requested: 'Being captured. Reload this page in a moment.',
  picture: 'Show the screenshot',
  pictureNote: 'Looking at it is recorded.',
  pictureAlt: (title) => `${title}: the whole page as it was seen`,
  about: 'About this page',
  platform: 'Platform',
  post: 'Post',
  author: 'Account',
  from: { ADDRESS: 'by its address', PAGE: 'by what the page says of itself' },
  times: 'Times shown',
  title: 'Title',
  finalUrl: 'Final address',
  redirects: 'Redirected by way of',
  noRedirect: 'not redirected',
  status: 'Answer of the site',
  address: 'IP address of the site',
  certificate: 'Certificate of the site (TLS)',
  noCertificate: 'none; the page came over a connection that is not secure',
  issuedBy: (issuer) => `issued by ${issuer}`,
  valid: (from, to) => `valid from ${from} to ${to}`,
  browser: 'Browser',
  noBrowser: 'no browser',
  traffic: 'Traffic',
  requests: (n, size) => `${n} connections, ${size}`,
  refused: (n) => `${n} refused`,
  webSockets: (n, sent, received) => `${n} live connections (WebSocket): ${sent} messages sent, ${received} received`,
  page: {
    title: 'Capture the page again',
    lede: 'The system opens this page once more and records whether it is the same, has changed, or is gone.',
    note: 'Earlier captures stay as they are. This request is recorded with your name before the page is opened. The site sees one ordinary visit.',
    source: 'Address',
    submit: 'Capture it now',
    back: 'Back',
  },
};
