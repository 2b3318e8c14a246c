import {
  freezeDisclosure,
  issueLetter,
  issueSummons,
  reportExamination,
  serveSummons,
  takeEffect,
} from '../../../../../core/case/commands/process.ts';
import { disclosureHashOf } from '../../../../../core/case/disclosure.ts';
import { paths, pathTo, stateAfter, stateIn } from '../../../../support/builders/case.ts';
import { outcomeOf } from '../../../../support/builders/decisions.ts';
import {
  appealDecided,
  CASE,
  decisionReturned,
  disclosureFrozen,
  examinationMissed,
  examinationReported,
  letterIssued,
  OTHER_CHARGE,
  sanctionEffective,
  statementRecorded,
  summonsIssued,
  summonsServed,
  taskExpired,
  taskOpened,
  trackChanged,
} from '../../../../support/builders/drafts.ts';
import { followsTheTable } from './follows-the-table.ts';

const { hash: _hash, round: _round, version: _version, ...set } = disclosureFrozen().data;
const withoutRound = <D extends { round: number }>({ round: _given, ...data }: D): Omit<D, 'round'> => data;
const { round: _of, disclosureHash: _disclosed, ...report } = examinationReported().data;

const freeze = freezeDisclosure(set);
const letter = issueLetter(withoutRound(letterIssued('release-1').data));
const summons = issueSummons(withoutRound(summonsIssued({ session: 2 }).data));
const serve = serveSummons(withoutRound(summonsServed().data));
const reporting = reportExamination(report);
const effect = takeEffect(sanctionEffective().data);

const commands = [
  ['DisclosureFrozen', freeze],
  ['LetterIssued', letter],
] as const;
describe('disclosures and letters', () => {
  followsTheTable(commands);

  it('carry the next version of the round, and a hash over what is shown', () => {
    const next = { ...set, round: 1, version: 2 };
    expect(outcomeOf(freeze, stateIn('EXAMINATION'))).toEqual({
      type: 'DisclosureFrozen',
      data: { ...next, hash: disclosureHashOf(CASE, next) },
    });
    const returned = stateAfter([...pathTo.DECISION, decisionReturned()]);
    expect(outcomeOf(freeze, returned)).toMatchObject({ data: { round: 2, version: 1 } });
  });

  it('issue each letter once', () => {
    const issued = stateAfter([...pathTo.EXAMINATION, letterIssued('release-1')]);
    expect(outcomeOf(letter, issued)).toBe('ALREADY_ISSUED');
  });
});

describe('a summons', () => {
  it('names the newest disclosure', () => {
    expect(outcomeOf(summons, stateIn('EXAMINATION'))).toEqual(summonsIssued({ session: 2 }));
    const stale = stateAfter([...pathTo.EXAMINATION, disclosureFrozen({ version: 2 })]);
    expect(outcomeOf(summons, stale)).toBe('DISCLOSURE_CHANGED');
    expect(outcomeOf(summons, stateAfter(paths.reviewed))).toBe('DISCLOSURE_CHANGED');
  });

  it('is the second after a summons that arrived and was not followed, and the first until then', () => {
    const missed = stateAfter([...pathTo.EXAMINATION, examinationMissed()]);
    const never = stateAfter([...pathTo.EXAMINATION, examinationMissed({ proof: { manner: 'NOT_SERVED' } })]);
    const second = issueSummons(withoutRound(summonsIssued({ session: 2, ordinal: 2 }).data));
    expect(outcomeOf(second, missed)).toMatchObject({ data: { ordinal: 2 } });
    expect(outcomeOf(summons, missed)).toBe('SUMMONS_ORDINAL');
    expect(outcomeOf(summons, never)).toMatchObject({ data: { ordinal: 1 } });
    expect(outcomeOf(second, never)).toBe('SUMMONS_ORDINAL');
  });

  it.each(['REVIEW', 'SERVICE', 'CLOSED'] as const)('is not issued in %s', (status) => {
    expect(outcomeOf(summons, stateIn(status))).toBe('NOT_IN_THIS_STATUS');
  });

  it('is received once', () => {
    expect(outcomeOf(serve, stateIn('EXAMINATION'))).toEqual(summonsServed());
    expect(outcomeOf(serve, stateAfter([...pathTo.EXAMINATION, summonsServed()]))).toBe('ALREADY_SERVED');
  });

  it('is not received before it was issued', () => {
    expect(outcomeOf(serve, stateAfter(paths.disclosed))).toBe('NO_SUMMONS');
    expect(outcomeOf(serveSummons(withoutRound(summonsServed(2).data)), stateIn('EXAMINATION'))).toBe('NO_SUMMONS');
  });
});

describe('the report of an examination', () => {
  const again = disclosureFrozen({ version: 2, charges: [OTHER_CHARGE] });
  const redisclosed = [...paths.examined, again, taskOpened('response', 25)];

  it.each([
    ['was held', paths.examined],
    ['was missed for the second time', paths.missedTwice],
  ])('goes up once it %s, bound to the disclosure', (_what, path) => {
    expect(outcomeOf(reporting, stateAfter(path))).toEqual(examinationReported());
  });

  it.each([
    ['the respondent has answered', statementRecorded()],
    ['the time to answer is over', taskExpired('respondent', 15)],
  ])('does not replace the examination, though %s', (_what, draft) => {
    expect(outcomeOf(reporting, stateAfter([...paths.summoned, draft]))).toBe('NOT_YET_EXAMINED');
  });

  it('waits where nothing was disclosed', () => {
    expect(outcomeOf(reporting, stateAfter(paths.reviewed))).toBe('NOT_YET_HEARD');
  });

  it('waits for the answer to what was disclosed after the examination', () => {
    const found = reportExamination({ ...report, charges: [OTHER_CHARGE] });
    const taskId = taskOpened('response', 25).data.taskId;
    expect(outcomeOf(found, stateAfter(redisclosed))).toBe('NOT_YET_HEARD');
    for (const answer of [
      statementRecorded({ taskId, disclosureHash: again.data.hash }),
      taskExpired('respondent', 25),
    ]) {
      expect(outcomeOf(found, stateAfter([...redisclosed, answer]))).toMatchObject({
        type: 'ExaminationReported',
        data: { disclosureHash: again.data.hash },
      });
    }
  });

  it('does not wait for an answer to be finished: a first word is not the last', () => {
    const taskId = taskOpened('response', 25).data.taskId;
    const word = statementRecorded({ taskId, disclosureHash: again.data.hash, complete: false });
    expect(outcomeOf(reporting, stateAfter([...redisclosed, word]))).toBe('NOT_YET_HEARD');
  });

  it('holds no charge that the respondent was not told of', () => {
    const beyond = reportExamination({ ...report, charges: [OTHER_CHARGE] });
    expect(outcomeOf(beyond, stateAfter(paths.examined))).toBe('CHARGE_NOT_DISCLOSED');
  });

  it('is refused on another track than the disclosed one', () => {
    const changed = [...pathTo.EXAMINATION, trackChanged(), taskOpened('examination', 24)];
    const heldOnOld = stateAfter([...changed, ...paths.examined.slice(-1)]);
    expect(outcomeOf(reporting, heldOnOld)).toBe('NOT_YET_HEARD');
  });

  it('is refused while an official still has a task in the examination', () => {
    const open = stateAfter([...paths.examined, taskOpened('examination', 24)]);
    expect(outcomeOf(reporting, open)).toBe('TASK_IS_OPEN');
  });

  it('goes up once', () => {
    expect(outcomeOf(reporting, stateIn('DECISION'))).toBe('NOT_IN_THIS_STATUS');
  });
});

describe('the effect of a sanction', () => {
  it('comes after the time for a remedy', () => {
    expect(outcomeOf(effect, stateAfter(paths.unappealed))).toEqual(sanctionEffective());
  });

  it.each([
    ['while that time runs', pathTo.APPEAL_WINDOW],
    ['before it began', paths.served],
  ])('does not come %s', (_what, path) => {
    expect(outcomeOf(effect, stateAfter(path))).toBe('REMEDY_OPEN');
  });

  it.each(['DECISION', 'SERVICE', 'EFFECTIVE'] as const)('does not come in %s', (status) => {
    expect(outcomeOf(effect, stateIn(status))).toBe('NOT_IN_THIS_STATUS');
  });

  it('waits for the decision on an appeal', () => {
    expect(outcomeOf(effect, stateIn('APPEAL'))).toBe('REMEDY_UNDECIDED');
  });

  it.each([
    ['UPHELD', 'R2'],
    ['CHANGED', 'R1'],
  ] as const)('follows an appeal that was %s with the sanction %s and no other', (outcome, sanctionCode) => {
    const state = stateAfter([...pathTo.APPEAL, appealDecided(outcome)]);
    const { data } = sanctionEffective({ sanctionCode, basis: 'REMEDY_DECIDED' });
    expect(outcomeOf(takeEffect(data), state)).toMatchObject({ type: 'SanctionEffective', data });
    expect(outcomeOf(takeEffect({ ...data, sanctionCode: 'B3' }), state)).toBe('ANOTHER_SANCTION');
  });

  it('never follows an appeal that was annulled', () => {
    expect(outcomeOf(effect, stateAfter([...pathTo.APPEAL, appealDecided('ANNULLED')]))).toBe('REMEDY_UNDECIDED');
  });

  it('is of no other sanction than the one that was decided', () => {
    const other = takeEffect(sanctionEffective({ sanctionCode: 'R3' }).data);
    expect(outcomeOf(other, stateAfter(paths.unappealed))).toBe('ANOTHER_SANCTION');
  });
});
