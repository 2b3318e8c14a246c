import { replay } from '../../../../core/case/fold.ts';
import { rowOf } from '../../../../core/case/row.ts';
import { standingSanction } from '../../../../core/case/state.ts';
import { nipSchema } from '../../../../core/ids.ts';
import { paths, pathTo, stateAfter, stateIn, wholeTrail } from '../../../support/builders/case.ts';
import {
  AUTHORITY,
  appealDecided,
  LAST_DAY,
  PERSONNEL,
  period,
  RESPONDENT,
  reportReceived,
  SUPERIOR,
  TRIAGE_OFFICER,
  teamFormed,
  trackChanged,
} from '../../../support/builders/drafts.ts';
import { nipOf } from '../../../support/builders/staff.ts';

describe('the derived row', () => {
  it('says what lists and the sweep read', () => {
    const state = stateIn('SERVICE');
    expect(rowOf(state)).toMatchObject({
      caseId: state.caseId,
      seq: state.seq,
      hash: state.hash,
      status: 'SERVICE',
      closed: false,
      respondentNip: RESPONDENT,
      track: 'DISCIPLINE_PNS',
      sanctionCode: 'R2',
      participants: [TRIAGE_OFFICER, SUPERIOR, AUTHORITY, PERSONNEL],
    });
  });

  it('names whom the reporter claimed apart from whom triage found', () => {
    const claimed = nipSchema.parse(nipOf(8));
    expect(rowOf(stateAfter([reportReceived({ claimedRespondentNip: claimed })]))).toMatchObject({
      respondentNip: undefined,
      claimedRespondentNip: claimed,
      participants: [],
    });
  });

  it('is closed once the case is', () => {
    const state = replay(wholeTrail());
    expect(state === undefined ? undefined : rowOf(state).closed).toBe(true);
  });

  it('counts the seats of the team among the participants', () => {
    const state = stateAfter([...pathTo.EXAMINATION, teamFormed()]);
    expect(rowOf(state).participants).toEqual(expect.arrayContaining(teamFormed().data.members.map(({ nip }) => nip)));
  });

  it('follows the track as it was changed', () => {
    expect(rowOf(stateAfter([...pathTo.EXAMINATION, trackChanged()])).track).toBe('ETHICS');
  });

  it('says who is next and by when, and nothing of it once the case is closed', () => {
    expect(rowOf(stateIn('SERVICE'))).toMatchObject({
      nextKind: 'service',
      nextNip: PERSONNEL,
      nextDueAt: period.dueAt,
    });
    expect(rowOf(stateIn('APPEAL_WINDOW'))).toMatchObject({ nextKind: 'remedy', nextNip: RESPONDENT });
    expect(rowOf(stateAfter(paths.sanctioned))).toMatchObject({ nextKind: 'ISSUE_DECISION', nextNip: undefined });
    expect(rowOf(stateIn('CLOSED')).nextKind).toBeUndefined();
  });

  it('carries when the sanction begins and ends', () => {
    expect(rowOf(stateAfter(paths.serving))).toMatchObject({ effectiveOn: '2027-01-08', endsOn: LAST_DAY });
  });

  it.each([
    ['UPHELD', 'R2'],
    ['CHANGED', 'R1'],
    ['ANNULLED', undefined],
  ] as const)('after an appeal that was %s holds the sanction %s', (outcome, code) => {
    const state = stateAfter([...pathTo.APPEAL, appealDecided(outcome)]);
    expect(rowOf(state).sanctionCode).toBe(code);
    expect(standingSanction(state)).toBe(code);
  });
});
