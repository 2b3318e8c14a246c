import type { Texts } from '../texts.ts';

export const facts: Texts['task']['facts'] = {
  trackChanged: (from, to) => `Procedure changed from ${from} to ${to}`,
  teamRequested: 'Examining team asked for',
  teamFormed: (members) => `Examining team formed: ${members}`,
  teamDeclined: 'Examining team not formed',
  disclosed: (version, charges) =>
    charges === ''
      ? `Evidence shown to the respondent, version ${version}`
      : `Charges and evidence shown to the respondent, version ${version}: ${charges}`,
  summoned: (ordinal, when, place) => `Summons ${ordinal === 1 ? 'I' : 'II'} for ${when}, ${place}`,
  served: (manner, date) => `Summons arrived: ${manner}, ${date}`,
  missed: (ordinal, proof) => `The respondent did not follow summons ${ordinal === 1 ? 'I' : 'II'} (${proof})`,
  goesOnWithout: 'The case goes on without the respondent.',
  rescheduled: (when) => `Examination moved: ${when}`,
  held: (signing) => `The respondent was examined. ${signing}`,
  returned: 'The examiner asked for more evidence',
  released: (date) => `The respondent was released from the tasks of office for a time, from ${date}`,
  statement: (files) =>
    files < 2 ? 'The respondent gave a statement' : `The respondent gave a statement, ${files} files`,
  recordSigned: 'The respondent signed the record',
  recordRefused: 'The respondent refused to sign the record',
  corrected: 'With corrections.',
  reported: (recommended) => `Examination report: ${recommended}`,
  noRecommendation: 'no recommendation',
  sanctioned: (sanction) => `Decision: ${sanction}`,
  dismissed: 'Decision: case dismissed',
  proposed: (sanction) => `Proposed to the President: ${sanction}`,
  sent: (method, date) => `Decision sent: ${method}, ${date}`,
  decisionServed: (method, date) => `Decision received by the respondent: ${method}, ${date}`,
  refusedToSign: (date) => `The respondent refused to accept the decision, ${date}`,
  effectiveOn: (date) => `Takes effect ${date} if there is no remedy.`,
  appealed: (route, date) => `${route} filed, ${date}`,
  appealDecided: (outcome, body, number) => `Remedy ${outcome}: ${body}, number ${number}`,
  effective: (sanction, date) => `In effect from ${date}: ${sanction}`,
  endsOn: (date) => `Ends ${date}.`,
  completed: (date) => `Sanction served, restored ${date}`,
};
