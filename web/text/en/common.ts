import type { Texts } from '../texts.ts';

export const common: Texts['common'] = {
  service: 'Tertib',
  tagline: 'Social-media ethics of civil servants',
  skip: 'Skip to content',
  mainNavigation: 'Main navigation',
  navStart: 'Start',
  navReport: 'Report',
  navFollow: 'Follow a report',
  navVerify: 'Verify',
  navConsole: 'Staff console',
  otherLanguage: 'Bahasa Indonesia',
  signOut: 'Sign out',
  about:
    'Tertib receives reports of suspected breaches of social-media ethics by Indonesian civil servants (ASN) and records every step of how they are handled.',
  footerApi: 'API documentation',
  footerInbox: 'Trial inbox',
  optional: 'optional',
  errorTitle: 'Something needs your attention',
  errorPrefix: 'Error:',
  choose: 'Choose…',
  none: 'None',
  unknown: 'Not known yet',
  backToStart: 'Back to start',
  problemHint: 'Anything the system had already accepted is safe. Try again, or go back to the start.',
  problemReference: 'Reference',
};
