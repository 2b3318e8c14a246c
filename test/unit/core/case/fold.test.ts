import { currentDisclosure } from '../../../../core/case/disclosure.ts';
import type { EventDraft } from '../../../../core/case/events.ts';
import { fold, replay } from '../../../../core/case/fold.ts';
import { respondentNip } from '../../../../core/case/state.ts';
import type { CaseStatus } from '../../../../core/case/transitions.ts';
import { IllegalTransition, TrailBroken } from '../../../../core/errors.ts';
import { GENESIS } from '../../../../core/trail/digest.ts';
import { paths, pathTo, stateAfter, stateIn, trailOf, wholeTrail } from '../../../support/builders/case.ts';
import {
  captureFailed,
  caseClosed,
  decisionReturned,
  disclosureOf,
  draftFor,
  evidenceRequested,
  evidenceStored,
  examinationReturned,
  OTHER_CASE,
  principlesSuggested,
  RESPONDENT,
  reportReceived,
  reviewDecided,
  shaOf,
  taskOpened,
  triageDecided,
} from '../../../support/builders/drafts.ts';

describe('folding a trail', () => {
  it('of no events gives no case', () => {
    expect(replay([])).toBeUndefined();
  });

  it.each<[string, EventDraft]>([
    ['anything but a report', evidenceRequested()],
    ['a decision', draftFor.SanctionDecided],
  ])('refuses a beginning by %s', (_what, draft) => {
    expect(() => replay(trailOf([draft]))).toThrow(TrailBroken);
  });

  it('refuses a beginning that names a predecessor', () => {
    const [event] = trailOf([reportReceived()]);
    if (event === undefined) throw new RangeError('no event');
    expect(() => fold(undefined, { ...event, prevHash: shaOf('another') })).toThrow(TrailBroken);
    expect(event.prevHash).toBe(GENESIS);
  });

  it.each<[string, (event: ReturnType<typeof wholeTrail>[number]) => object]>([
    ['that leaves a number out', (event) => ({ ...event, seq: event.seq + 1 })],
    ['that repeats a number', (event) => ({ ...event, seq: event.seq - 1 })],
    ['with another predecessor', (event) => ({ ...event, prevHash: shaOf('another') })],
    ['of another case', (event) => ({ ...event, caseId: OTHER_CASE })],
  ])('refuses an event %s', (_what, change) => {
    const events = wholeTrail();
    const third = events[2];
    if (third === undefined) throw new RangeError('no third event');
    expect(() => replay([...events.slice(0, 2), Object.assign({ ...third }, change(third))])).toThrow(TrailBroken);
  });

  it('leaves the state it was given as it was', () => {
    const before = stateIn('CAPTURING');
    const copy = structuredClone(before);
    const [, , event] = trailOf([...pathTo.CAPTURING, evidenceStored('capture-1')]);
    if (event === undefined) throw new RangeError('no event');
    fold(before, event);
    expect(before).toEqual(copy);
  });

  it('keeps every fact with when it was recorded and by whom', () => {
    const state = stateAfter([
      ...pathTo.TRIAGE,
      captureFailed('capture-2'),
      draftFor.ReportMerged,
      draftFor.CaseParked,
    ]);
    const actor = { kind: 'system', step: 'test' };
    expect(state.evidence).toEqual([expect.objectContaining({ artifactId: 'capture-1', seq: 3, actor })]);
    expect(state.captureFailures).toEqual([expect.objectContaining({ artifactId: 'capture-2', seq: 6, actor })]);
    expect(state.suggestions).toEqual([expect.objectContaining({ outcome: 'no-signal', seq: 4 })]);
    expect(state.planned).toEqual([evidenceRequested().data]);
    expect(state.merged).toEqual([OTHER_CASE]);
    expect(state.parkedAt).toBe(state.updatedAt);
  });

  it('knows which commands took effect, and by which event', () => {
    expect([...stateIn('CAPTURING').commands]).toEqual([
      ['test:1', 1],
      ['test:2', 2],
    ]);
  });

  it('closes a case once, with its reason', () => {
    const state = replay(wholeTrail());
    expect(state).toMatchObject({
      status: 'CLOSED',
      closed: { reason: 'SANCTIONED' },
      signed: { decisionNumber: 'HD/1/2026' },
    });
    expect(stateIn('SERVICE').closed).toBeUndefined();
  });
});

describe('what a status guarantees', () => {
  it.each([
    ['REVIEW', { triage: { outcome: 'PROCEED', respondent: { nip: RESPONDENT } } }],
    ['EXAMINATION', { triage: { outcome: 'PROCEED' }, review: { outcome: 'PROCEED', principles: ['P2'] } }],
    ['DECISION', { review: { outcome: 'PROCEED' }, examinationReport: { disclosureHash: disclosureOf() } }],
    ['SERVICE', { triage: { outcome: 'PROCEED' }, review: { outcome: 'PROCEED' }, sanction: { sanctionCode: 'R2' } }],
    ['APPEAL_WINDOW', { sanction: { sanctionCode: 'R2' }, served: { effectiveOn: '2027-01-08' } }],
    ['APPEAL', { served: { effectiveOn: '2027-01-08' }, appeal: { route: 'OBJECTION' } }],
    ['EFFECTIVE', { served: { effectiveOn: '2027-01-08' }, effect: { sanctionCode: 'R2', basis: 'NO_REMEDY' } }],
    ['CLOSED', { sanction: { sanctionCode: 'R2' }, closed: { reason: 'SANCTIONED' } }],
    ['DISMISSED', { triage: { outcome: 'PROCEED' }, dismissal: { disclosureHash: disclosureOf() } }],
    ['REJECTED', { triage: { outcome: 'REJECT' } }],
    ['REFERRED', { triage: { outcome: 'REFER' } }],
    ['MERGED', { triage: { outcome: 'MERGE', into: OTHER_CASE } }],
  ] as const)('%s has its findings', (status, findings) => {
    expect(stateIn(status)).toMatchObject({ status, ...findings });
  });

  it('is a dismissal by the superior as well as by the authority', () => {
    const state = stateAfter([...pathTo.REVIEW, reviewDecided('DISMISS')]);
    expect(state).toMatchObject({ status: 'DISMISSED', dismissal: { outcome: 'DISMISS' } });
  });

  it.each(['RECEIVED', 'CAPTURING', 'TRIAGE'] as const)('is nothing yet in %s', (status) => {
    const state = stateIn(status);
    expect('triage' in state || 'review' in state || 'sanction' in state).toBe(false);
    expect(respondentNip(state)).toBeUndefined();
  });

  it('is a referral by triage, or a proposal to the President', () => {
    expect('proposal' in stateIn('REFERRED')).toBe(false);
    expect(stateAfter(paths.proposed)).toMatchObject({
      status: 'REFERRED',
      review: { outcome: 'PROCEED' },
      proposal: { to: 'PRESIDENT', sanctionCode: 'B3' },
    });
  });

  it('is undone by a return for evidence: the new round needs a triage and a review of its own', () => {
    const returned = [...pathTo.EXAMINATION, examinationReturned()];
    expect(stateAfter(returned)).toMatchObject({ status: 'CAPTURING', round: 2, evidenceRound: 2 });
    expect('triage' in stateAfter(returned)).toBe(false);
    const again = stateAfter([
      ...returned,
      evidenceRequested(2),
      principlesSuggested(2),
      taskOpened('triage', 4, 2),
      triageDecided('PROCEED', 4, 2),
    ]);
    expect(again).toMatchObject({ status: 'REVIEW', round: 2, triage: { round: 2 } });
    expect(again.triages).toHaveLength(2);
    expect(again.examinationReturns).toHaveLength(1);
  });

  it('is kept by a return of the decision as far as triage and review go: only the examination is repeated', () => {
    const returned = stateAfter([...pathTo.DECISION, decisionReturned()]);
    expect(returned).toMatchObject({
      status: 'EXAMINATION',
      round: 2,
      evidenceRound: 1,
      triage: { round: 1 },
      review: { round: 1 },
      returns: [{ round: 1 }],
    });
    expect('examinationReport' in returned).toBe(false);
    expect(currentDisclosure(returned)).toBeUndefined();
  });

  it('needs a report before the decision, a service before the effect, an appeal before its decision', () => {
    const illegal: [CaseStatus, EventDraft][] = [
      ['EXAMINATION', draftFor.SanctionDecided],
      ['SERVICE', draftFor.SanctionEffective],
      ['APPEAL_WINDOW', draftFor.AppealDecided],
      ['SERVICE', caseClosed('SANCTIONED')],
      ['APPEAL_WINDOW', caseClosed('SANCTIONED')],
    ];
    for (const [status, draft] of illegal)
      expect(() => stateAfter([...pathTo[status], draft])).toThrow(IllegalTransition);
  });

  it('never includes a review that did not proceed', () => {
    const path = [...pathTo.REVIEW, reviewDecided('MORE_EVIDENCE'), principlesSuggested(2), taskOpened('triage', 4, 2)];
    expect(() => stateAfter([...path, reviewDecided('PROCEED', 4, 2)])).toThrow(IllegalTransition);
  });
});
