import { decisionLineage } from '../../../../core/case/decision-lineage.ts';
import { rowOf } from '../../../../core/case/row.ts';
import { pathTo, stateAfter, stateIn } from '../../../support/builders/case.ts';
import { appealDecided, caseClosed } from '../../../support/builders/drafts.ts';

describe('the line of decisions', () => {
  it.each(['RECEIVED', 'TRIAGE', 'REVIEW', 'EXAMINATION', 'DECISION', 'REJECTED'] as const)(
    'has not begun in status %s',
    (status) => expect(decisionLineage(stateIn(status))).toEqual([]),
  );

  it.each([
    ['SERVICE', 'SANCTION', 'R2'],
    ['APPEAL', 'SANCTION', 'R2'],
    ['CLOSED', 'SANCTION', 'R2'],
    ['DISMISSED', 'DISMISSAL', undefined],
  ] as const)('in status %s begins with a %s', (status, kind, sanctionCode) => {
    expect(decisionLineage(stateIn(status))).toMatchObject([{ kind, sanctionCode }]);
  });

  it.each([
    ['UPHELD', 'R2'],
    ['CHANGED', 'R1'],
    ['ANNULLED', undefined],
  ] as const)('keeps the first decision when it is %s, and says what stands after it', (outcome, sanctionCode) => {
    const state = stateAfter([...pathTo.APPEAL, appealDecided(outcome)]);
    expect(decisionLineage(state)).toMatchObject([
      { kind: 'SANCTION', sanctionCode: 'R2' },
      { kind: 'REMEDY', outcome, sanctionCode, number: 'KB/7/2027', decidedOn: '2027-01-15' },
    ]);
    expect(rowOf(state).sanctionCode).toBe(sanctionCode);
  });

  it('is the same once the case is closed', () => {
    const decided = [...pathTo.APPEAL, appealDecided('ANNULLED')];
    const closed = stateAfter([...decided, caseClosed('ANNULLED')]);
    expect(decisionLineage(closed)).toEqual(decisionLineage(stateAfter(decided)));
  });
});
