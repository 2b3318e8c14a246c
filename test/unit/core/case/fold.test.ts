import type { EventDraft } from '../../../../core/case/events.ts';
import { fold, replay } from '../../../../core/case/fold.ts';
import { rowOf } from '../../../../core/case/row.ts';
import { respondentNip } from '../../../../core/case/state.ts';
import { IllegalTransition, TrailBroken } from '../../../../core/errors.ts';
import { nipSchema } from '../../../../core/ids.ts';
import { GENESIS } from '../../../../core/trail/digest.ts';
import { pathTo, stateAfter, stateIn, trailOf, wholeTrail } from '../../../support/builders/case.ts';
import {
  AUTHORITY,
  captureFailed,
  decisionReturned,
  draftFor,
  evidenceRequested,
  evidenceStored,
  OTHER_CASE,
  period,
  principlesSuggested,
  RESPONDENT,
  reportReceived,
  reviewDecided,
  SUPERIOR,
  shaOf,
  TRIAGE_OFFICER,
  taskIdOf,
  taskOpened,
  triageDecided,
} from '../../../support/builders/drafts.ts';
import { nipOf } from '../../../support/builders/staff.ts';

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
    ['DECISION', { triage: { outcome: 'PROCEED' }, review: { outcome: 'PROCEED', principles: ['P2'] } }],
    ['SERVICE', { triage: { outcome: 'PROCEED' }, review: { outcome: 'PROCEED' }, sanction: { sanctionCode: 'R2' } }],
    ['CLOSED', { sanction: { sanctionCode: 'R2' }, closed: { reason: 'SANCTIONED' } }],
    ['DISMISSED', { triage: { outcome: 'PROCEED' }, dismissal: { disclosureHash: shaOf('disclosure') } }],
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

  it('is undone by a return: the new round needs a triage and a review of its own', () => {
    const returned = [...pathTo.DECISION, decisionReturned()];
    expect(stateAfter(returned)).toMatchObject({ status: 'CAPTURING', round: 2 });
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
    expect(again.returns).toHaveLength(1);
  });

  it('never includes a review that did not proceed', () => {
    const path = [...pathTo.REVIEW, reviewDecided('MORE_EVIDENCE'), principlesSuggested(2), taskOpened('triage', 4, 2)];
    expect(() => stateAfter([...path, reviewDecided('PROCEED', 4, 2)])).toThrow(IllegalTransition);
  });
});

describe('the one open task of a case', () => {
  const reviewing = pathTo.REVIEW;

  it('is the one opened, with its holder and its dates', () => {
    expect(stateIn('REVIEW').openTask).toMatchObject({
      taskId: taskIdOf(2),
      kind: 'review',
      assignee: { kind: 'official', nip: SUPERIOR },
      reminded: false,
      ...period,
    });
  });

  it.each<[string, EventDraft[], string, string | undefined]>([
    ['a triage decision', [...pathTo.TRIAGE, triageDecided('REJECT')], 'DECIDED', 'REJECT'],
    ['a review', [...reviewing, reviewDecided('MORE_EVIDENCE')], 'DECIDED', 'MORE_EVIDENCE'],
    ['a sanction', [...pathTo.SERVICE], 'DECIDED', 'SANCTION'],
    ['a dismissal', [...pathTo.DISMISSED], 'DECIDED', 'DISMISS'],
    ['a return', [...pathTo.DECISION, decisionReturned()], 'DECIDED', 'RETURN'],
    [
      'the reporter’s answer',
      [...pathTo.CAPTURING, taskOpened('answer', 7), evidenceStored('message-1', { kind: 'MESSAGE' })],
      'DECIDED',
      'ANSWERED',
    ],
    [
      'the reporter’s silence',
      [
        ...pathTo.CAPTURING,
        taskOpened('answer', 7),
        { type: 'TaskExpired', data: { taskId: taskIdOf(7), silent: 'reporter' } },
      ],
      'EXPIRED',
      'SILENT',
    ],
  ])('ends by %s', (_what, drafts, end, outcome) => {
    const state = stateAfter(drafts);
    expect(state.openTask).toBeUndefined();
    expect(state.endedTasks.at(-1)).toMatchObject({ end, outcome });
  });

  it.each<[string, EventDraft]>([
    ['a capture', evidenceStored('capture-2')],
    ['a failed capture', captureFailed('capture-3')],
  ])('is not ended by %s', (_what, draft) => {
    expect(stateAfter([...pathTo.CAPTURING, taskOpened('answer', 7), draft]).openTask?.taskId).toBe(taskIdOf(7));
  });

  it('is not ended by a message of the reporter while an official holds it', () => {
    const state = stateAfter([...reviewing, evidenceStored('message-1', { kind: 'MESSAGE' })]);
    expect(state.openTask?.taskId).toBe(taskIdOf(2));
  });

  it.each([
    ['TaskReassigned', 'REASSIGNED'],
    ['TaskEscalated', 'ESCALATED'],
  ] as const)('goes to another official by %s, as a new task of the same kind', (trigger, end) => {
    const state = stateAfter([...reviewing, draftFor.TaskReminded, draftFor[trigger]]);
    expect(state.endedTasks.at(-1)).toMatchObject({ taskId: taskIdOf(2), end });
    expect(state.openTask).toMatchObject({
      taskId: taskIdOf(10),
      kind: 'review',
      assignee: { kind: 'official', nip: nipOf(5) },
      reminded: false,
    });
  });

  it('stays with the last in the line when they are silent, with new dates and a reminder to come', () => {
    const state = stateAfter([...reviewing, draftFor.TaskReminded, draftFor.TaskExpired]);
    expect(state.openTask).toMatchObject({ taskId: taskIdOf(2), reminded: false });
    expect(stateAfter([...reviewing, draftFor.TaskReminded]).openTask).toMatchObject({ reminded: true });
  });
});

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
      participants: [TRIAGE_OFFICER, SUPERIOR, AUTHORITY],
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
});
