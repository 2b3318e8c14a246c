import { contentHash, disclosureHash } from '../../../../core/case/content-hash.ts';
import type { EventDraft } from '../../../../core/case/events.ts';
import type { CaseStatus } from '../../../../core/case/transitions.ts';
import { paths, pathTo, stateAfter, stateIn } from '../../../support/builders/case.ts';
import {
  appealDecided,
  decisionReturned,
  disclosureFrozen,
  disclosureOf,
  draftFor,
  evidenceStored,
  examinationHeld,
  examinationMissed,
  letterIssued,
  recordSigned,
  serviceAttempted,
  statementRecorded,
  summonsIssued,
  TASKS,
  taskEscalated,
  taskReminded,
  teamFormed,
  trackChanged,
} from '../../../support/builders/drafts.ts';

/** What an official must have seen before they act. */
const seen: [string, CaseStatus, EventDraft][] = [
  ['evidence', 'DECISION', evidenceStored('capture-2')],
  ['a failed capture', 'DECISION', draftFor.EvidenceCaptureFailed],
  ['another track', 'REVIEW', trackChanged(TASKS.review)],
  ['a team', 'EXAMINATION', teamFormed()],
  ['a disclosure', 'EXAMINATION', disclosureFrozen({ version: 2 })],
  ['a summons', 'EXAMINATION', summonsIssued({ session: 2 })],
  ['an examination', 'EXAMINATION', examinationHeld()],
  ['an absence', 'EXAMINATION', examinationMissed()],
  ['the respondent’s word', 'DECISION', statementRecorded()],
  ['their signature', 'DECISION', recordSigned()],
  ['a report', 'EXAMINATION', draftFor.ExaminationReported],
  ['a return', 'DECISION', decisionReturned()],
  ['a dispatch', 'SERVICE', serviceAttempted()],
  ['an appeal', 'APPEAL_WINDOW', draftFor.AppealFiled],
  ['the decision on it', 'APPEAL', appealDecided('UPHELD')],
];

const unseen: [string, CaseStatus, EventDraft][] = [
  ['a reminder', 'DECISION', taskReminded(TASKS.decision)],
  ['another holder', 'DECISION', taskEscalated(TASKS.decision)],
  ['a parked step', 'EXAMINATION', draftFor.CaseParked],
  ['a letter', 'EXAMINATION', letterIssued('summons-1-2')],
  ['the decision record', 'SERVICE', evidenceStored('record-1', { kind: 'DECISION_RECORD' })],
  ['a notification', 'SERVICE', draftFor.NotificationSent],
];

describe('the fingerprint of what an official is shown', () => {
  it.each(seen)('changes with %s', (_what, status, draft) => {
    expect(contentHash(stateAfter([...pathTo[status], draft]))).not.toBe(contentHash(stateIn(status)));
  });

  it.each(unseen)('does not change with %s', (_what, status, draft) => {
    expect(contentHash(stateAfter([...pathTo[status], draft]))).toBe(contentHash(stateIn(status)));
  });
});

describe('the fingerprint that a decision rests on', () => {
  it('is that of the disclosure, once there is one', () => {
    expect(disclosureHash(stateIn('DECISION'))).toBe(disclosureOf());
    const again = disclosureFrozen({ version: 2 });
    expect(disclosureHash(stateAfter([...pathTo.EXAMINATION, again]))).toBe(again.data.hash);
  });

  it.each(seen.filter(([, , { type }]) => !['DisclosureFrozen', 'DecisionReturned'].includes(type)))(
    'does not change with %s',
    (_what, status, draft) => {
      const before = stateIn(status);
      if (before.disclosures.length === 0) return;
      expect(disclosureHash(stateAfter([...pathTo[status], draft]))).toBe(disclosureHash(before));
    },
  );

  it('is what the case holds before anything was disclosed: no decision can name it', () => {
    const state = stateAfter(paths.reviewed);
    expect(disclosureHash(state)).toBe(contentHash(state));
  });
});
