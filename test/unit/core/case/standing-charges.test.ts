import type { EventDraft } from '../../../../core/case/events.ts';
import { standingCharges } from '../../../../core/case/standing-charges.ts';
import { pathTo, stateAfter, stateIn } from '../../../support/builders/case.ts';
import {
  CHARGE,
  decisionReturned,
  disclosureFrozen,
  OTHER_CHARGE,
  reviewDecided,
} from '../../../support/builders/drafts.ts';

describe('what the respondent is charged with', () => {
  it.each([
    ['RECEIVED', undefined],
    ['TRIAGE', undefined],
    ['REVIEW', undefined],
    ['EXAMINATION', 'DISCLOSURE'],
    ['DECISION', 'REPORT'],
    ['SERVICE', 'DECISION'],
    ['APPEAL', 'DECISION'],
    ['CLOSED', 'DECISION'],
    ['DISMISSED', 'REPORT'],
    ['REJECTED', undefined],
  ] as const)('in status %s is as the latest step named it: %s', (status, from) => {
    expect(standingCharges(stateIn(status))?.from).toBe(from);
  });

  it('is what the superior ticked, until it is disclosed', () => {
    const draft = reviewDecided('PROCEED');
    const { data } = draft;
    if (data.outcome !== 'PROCEED') throw new RangeError('the review does not proceed');
    const ticked: EventDraft = { ...draft, data: { ...data, charges: [OTHER_CHARGE] } };
    const reviewed = stateAfter([...pathTo.REVIEW, ticked]);
    expect(standingCharges(reviewed)).toEqual({ from: 'REVIEW', codes: [OTHER_CHARGE] });
  });

  it('is what a newer disclosure says, whatever was reported before', () => {
    const again = disclosureFrozen({ round: 2, version: 2, charges: [CHARGE, OTHER_CHARGE] });
    const state = stateAfter([...pathTo.DECISION, decisionReturned(), again]);
    expect(standingCharges(state)).toEqual({ from: 'DISCLOSURE', codes: [CHARGE, OTHER_CHARGE] });
  });
});
