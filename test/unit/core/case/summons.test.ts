import type { EventDraft } from '../../../../core/case/events.ts';
import {
  examinationResult,
  examiningTeam,
  lastSummons,
  nextOrdinal,
  provenAbsences,
  servedProof,
  standingSummons,
} from '../../../../core/case/summons.ts';
import { paths, pathTo, stateAfter, stateIn } from '../../../support/builders/case.ts';
import {
  decisionReturned,
  disclosureFrozen,
  examinationHeld,
  examinationMissed,
  examinationRescheduled,
  examinationReturned,
  releaseOrdered,
  summonsIssued,
  summonsServed,
  taskOpened,
  teamFormed,
  triageDecided,
} from '../../../support/builders/drafts.ts';

const summoned = pathTo.EXAMINATION;
const unserved = examinationMissed({ proof: { manner: 'NOT_SERVED' } });

describe('the summons that stands', () => {
  it.each<[string, EventDraft]>([
    ['a release from duties', releaseOrdered()],
    ['its arrival', summonsServed()],
    ['an examination', examinationHeld()],
  ])('still stands after %s', (_what, draft) => {
    expect(standingSummons(stateAfter([...summoned, draft]))).toMatchObject({ session: 1 });
  });

  it.each<[string, EventDraft]>([
    ['it was missed', examinationMissed()],
    ['it did not arrive', unserved],
    ['another day was set', examinationRescheduled()],
    ['a team examines', teamFormed()],
    ['more was disclosed than it calls to', disclosureFrozen({ version: 2 })],
  ])('stands no longer once %s', (_what, draft) => {
    const state = stateAfter([...summoned, draft]);
    expect(standingSummons(state)).toBeUndefined();
    expect(lastSummons(state)).toMatchObject({ session: 1 });
  });

  it('is none in a new round', () => {
    const state = stateAfter([...pathTo.DECISION, decisionReturned()]);
    expect(standingSummons(state)).toBeUndefined();
    expect(lastSummons(state)).toBeUndefined();
    expect(nextOrdinal(state)).toBe(1);
  });

  it('is the newest', () => {
    const state = stateAfter([...summoned, examinationMissed(), summonsIssued({ session: 2, ordinal: 2 })]);
    expect(standingSummons(state)).toMatchObject({ session: 2, ordinal: 2 });
  });

  it('is known to have arrived where that was recorded', () => {
    const state = stateAfter([...summoned, summonsServed()]);
    const summons = lastSummons(state);
    expect(summons === undefined ? undefined : servedProof(state, summons)).toMatchObject({ manner: 'OPENED' });
    expect(summons === undefined ? undefined : servedProof(stateIn('EXAMINATION'), summons)).toBeUndefined();
  });
});

describe('absences', () => {
  it('count where the summons arrived', () => {
    expect(provenAbsences(stateAfter([...summoned, unserved]))).toEqual([]);
    expect(nextOrdinal(stateAfter([...summoned, unserved]))).toBe(1);
    expect(provenAbsences(stateAfter([...summoned, examinationMissed()]))).toHaveLength(1);
    expect(nextOrdinal(stateAfter([...summoned, examinationMissed()]))).toBe(2);
  });
});

describe('what the examination came to', () => {
  it('is nothing yet after one absence, nor in a new round', () => {
    expect(examinationResult(stateIn('EXAMINATION'))).toBeUndefined();
    expect(examinationResult(stateAfter([...summoned, examinationMissed()]))).toBeUndefined();
    expect(examinationResult(stateAfter([...pathTo.DECISION, decisionReturned()]))).toBeUndefined();
  });

  it('is that it was held, or missed for good', () => {
    expect(examinationResult(stateAfter(paths.examined))).toMatchObject({ kind: 'HELD' });
    expect(examinationResult(stateAfter(paths.missedTwice))).toMatchObject({ kind: 'IN_ABSENTIA' });
  });
});

describe('the examining team', () => {
  const formed = [...paths.summoned, taskOpened('team'), teamFormed()];

  it('is the one formed last, and stays for the next round of a returned decision', () => {
    expect(examiningTeam(stateIn('EXAMINATION'))).toBeUndefined();
    expect(examiningTeam(stateAfter(formed))?.members).toEqual(teamFormed().data.members);
  });

  it('is none once triage has named the respondent anew', () => {
    const again = [
      ...formed,
      taskOpened('examination'),
      examinationReturned(),
      ...pathTo.TRIAGE.slice(3),
      triageDecided('PROCEED'),
    ];
    expect(examiningTeam(stateAfter(again))).toBeUndefined();
  });
});
