import type { RecoveryRefusal } from '../../../core/use-cases/step-up/recovery.ts';

const gate = {
  title: 'Prove that it is you',
  enrolTitle: 'Enrol a proof of who you are',
  proveText: 'Your agency asks for one more proof before this case is opened, beside your mailbox or official account.',
  enrolText:
    'Your agency asks for one more proof before this case is opened. You have none yet. Enrol one now; from then on you only use it.',
  passkeyTitle: 'Passkey',
  passkeyText: 'Fingerprint, face or PIN on this device, a phone or a security key.',
  passkeyUse: 'Use a passkey',
  passkeyEnrol: 'Enrol a passkey',
  passkeyFailed: 'The passkey could not be read, or was cancelled. Try again, or use the code below.',
  passkeyOnly: 'You have enrolled a passkey only. Passkeys need JavaScript and the official address of this site.',
  appTitle: 'Code app',
  appTextEnrol: 'Without a passkey: use a code app (such as Google Authenticator, Microsoft Authenticator or Aegis).',
  appStep1: 'Scan this picture with the app, or type the secret.',
  appStep2: 'Type the 6 digits that the app shows.',
  qr: 'Picture for the code app to scan',
  secret: 'Secret',
  openApp: 'Open in the code app on this device',
  code: 'Code from the app',
  codeHint: '6 digits; they change every 30 seconds. Each code can be used once.',
  submit: 'Continue',
  lost: 'Lost your device? Ask a Tertib administrator of your agency for a recovery.',
  elsewhere:
    'You have no proof yet, and your agency allows enrolling one in the console only. Sign in to the console, open My proofs, then come back to this link.',
  spent: 'Too many tries. Try again one hour after the first one.',
  toConsole: 'To the console',
};

const errors = {
  wrong: 'That proof does not match. Try again.',
  used: 'That code was used before. Wait until the app shows the next one.',
  spent: 'Too many tries. Try again one hour after the first one.',
  elsewhere: 'Enrolling is possible in the console only.',
  unproven: 'First prove yourself with one of the proofs that you have.',
  full: 'You have as many proofs as are allowed. Remove one first.',
};

const factors = {
  nav: 'My proofs',
  title: 'My proofs of who I am',
  lede: 'A proof is asked for before a decision, beside your mailbox or official account. Only you can see this list.',
  none: 'You have no proof yet.',
  noNip: 'This account belongs to no employee, so it cannot have proofs.',
  caption: 'What you have',
  kind: 'Kind',
  added: 'Enrolled',
  used: 'Last used',
  remove: 'Remove',
  removeThis: (kind: string, added: string) => `${kind} enrolled ${added}`,
  kinds: { PASSKEY: 'Passkey', TOTP: 'Code app' },
  proveTitle: 'Prove yourself to change anything',
  proveText: 'Adding or removing a proof takes one of those that you have.',
  addTitle: 'Add a proof',
  addText: 'Enrol more than one, so that losing one device does not stop you.',
};

const refusals: Readonly<Record<RecoveryRefusal, string>> = {
  UNKNOWN_PERSON: 'No active employee of this agency has that number.',
  OWN_FACTORS: 'A recovery for yourself has to be asked for and confirmed by two other administrators.',
  ASKED_ALREADY: 'A recovery for this employee is waiting already.',
  SAME_ADMINISTRATOR: 'Whoever asked must not confirm. Another administrator has to look at it.',
  NOT_OPEN: 'This request is over, or older than 72 hours.',
  TOO_MANY: 'This employee was recovered too often. Contact whoever runs the system.',
};

const recovery = {
  nav: 'Recovery',
  title: 'Recovery of proofs',
  lede: 'Where an employee has lost their device, one administrator asks for a recovery and another confirms it. All their earlier proofs are then void. The employee and the administrators are told.',
  hidden: 'This page does not show who has which proofs.',
  askTitle: 'Ask for a recovery',
  nip: 'Employee number (NIP)',
  reason: 'Reason',
  reasonHint: '10 to 500 characters. Write how you made sure that the employee themself asked for it.',
  reasonError: 'Write a reason, 10 to 500 characters.',
  nipError: 'Write an employee number of 18 digits.',
  ask: 'Ask for the recovery',
  openTitle: 'Waiting for a second administrator',
  noneOpen: 'Nothing is waiting.',
  confirm: 'Confirm: earlier proofs are removed',
  decline: 'Decline',
  withdraw: 'Withdraw the request',
  decisionError: 'Choose to confirm or to decline.',
  ownAsk: 'You asked for this. Another administrator has to confirm it; you may withdraw it.',
  historyTitle: 'Record',
  none: 'There has been no recovery.',
  caption: 'Newest first.',
  person: 'Employee',
  askedBy: 'Asked by',
  askedAt: 'Asked',
  state: 'State',
  closed: 'Closed',
  states: { ASKED: 'Waiting', CONFIRMED: 'Confirmed', DECLINED: 'Declined or withdrawn', EXPIRED: 'Out of time' },
};

/** With what an act was proven, in the history of a case. */
const means = { PASSKEY: 'with a passkey', TOTP: 'with a code app' };

export const stepUp = { gate, errors, factors, recovery, refusals, means };
