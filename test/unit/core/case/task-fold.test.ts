import type { EventDraft } from '../../../../core/case/events.ts';
import { type CaseState, openTaskOf, openTasks } from '../../../../core/case/state.ts';
import { sessionOf } from '../../../../core/case/task-fold.ts';
import { paths, pathTo, stateAfter, stateIn } from '../../../support/builders/case.ts';
import {
  appealDecided,
  appealFiled,
  captureFailed,
  deadlineMoved,
  decisionReturned,
  disclosureFrozen,
  draftFor,
  evidenceStored,
  examinationHeld,
  examinationMissed,
  examinationReported,
  examinationRescheduled,
  examinationReturned,
  executionCompleted,
  period,
  RESPONDENT,
  recordSigned,
  releaseOrdered,
  reviewDecided,
  SUPERIOR,
  serviceAttempted,
  statementRecorded,
  TASKS,
  taskEscalated,
  taskExpired,
  taskExtended,
  taskIdOf,
  taskOpened,
  taskReassigned,
  taskReminded,
  teamDeclined,
  teamFormed,
  teamRequested,
  trackChanged,
  triageDecided,
} from '../../../support/builders/drafts.ts';
import { nipOf } from '../../../support/builders/staff.ts';

const reviewing = pathTo.REVIEW;
const examining = pathTo.EXAMINATION;
const forming = [...paths.summoned, taskOpened('team')];

const lastOfOfficials = ({ endedTasks }: CaseState) =>
  endedTasks.findLast(({ assignee }) => assignee.kind !== 'respondent');

describe('the task of an official', () => {
  it('is the one opened, with its holder and its dates', () => {
    expect(stateIn('REVIEW').openTask).toMatchObject({
      taskId: taskIdOf(2),
      kind: 'review',
      assignee: { kind: 'official', nip: SUPERIOR },
      reminded: false,
      ...period,
    });
  });

  it.each<[string, readonly EventDraft[], string, string | undefined]>([
    ['a triage decision', [...pathTo.TRIAGE, triageDecided('REJECT')], 'DECIDED', 'REJECT'],
    ['a review', [...reviewing, reviewDecided('MORE_EVIDENCE')], 'DECIDED', 'MORE_EVIDENCE'],
    ['a team that is formed', [...forming, teamFormed()], 'DECIDED', 'FORM'],
    ['a team that is declined', [...forming, teamDeclined()], 'DECIDED', 'DECLINE'],
    ['a change of track', [...examining, trackChanged()], 'DECIDED', 'CHANGE_TRACK'],
    ['a call for a team', [...examining, teamRequested()], 'DECIDED', 'REQUEST_TEAM'],
    ['an examination', [...examining, examinationHeld()], 'DECIDED', 'HELD'],
    ['an absence', [...examining, examinationMissed()], 'DECIDED', 'ABSENT'],
    ['a second absence', [...paths.missedTwice], 'DECIDED', 'IN_ABSENTIA'],
    ['another day', [...examining, examinationRescheduled()], 'DECIDED', 'RESCHEDULE'],
    ['a release from duties', [...examining, releaseOrdered()], 'DECIDED', 'RELEASE'],
    ['a sanction', [...paths.sanctioned], 'DECIDED', 'SANCTION'],
    ['a proposal', [...paths.proposed], 'DECIDED', 'PROPOSE'],
    ['a dispatch', [...pathTo.SERVICE, serviceAttempted()], 'DECIDED', 'DISPATCHED'],
    ['a service', [...paths.served], 'DECIDED', 'SERVED'],
    ['a decided appeal', [...pathTo.APPEAL, appealDecided('CHANGED')], 'DECIDED', 'CHANGED'],
    ['the end of a sanction', [...paths.serving, executionCompleted], 'DECIDED', 'COMPLETED'],
    [
      'the reporter’s answer',
      [...pathTo.CAPTURING, taskOpened('answer', 7), evidenceStored('message-1', { kind: 'MESSAGE' })],
      'DECIDED',
      'ANSWERED',
    ],
    [
      'the reporter’s silence',
      [...pathTo.CAPTURING, taskOpened('answer', 7), taskExpired('reporter', 7)],
      'EXPIRED',
      'SILENT',
    ],
  ])('ends by %s', (_what, drafts, end, outcome) => {
    const state = stateAfter(drafts);
    expect(state.openTask).toBeUndefined();
    expect(lastOfOfficials(state)).toMatchObject({ end, outcome, endedAt: state.endedTasks.at(-1)?.endedAt });
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
    ['a reassignment', taskReassigned(2), 'REASSIGNED'],
    ['an escalation', taskEscalated(2), 'ESCALATED'],
  ] as const)('goes to another official by %s, as a new task of the same kind', (_what, draft, end) => {
    const state = stateAfter([...reviewing, taskReminded(2), draft]);
    expect(state.endedTasks.at(-1)).toMatchObject({ taskId: taskIdOf(2), end });
    expect(state.openTask).toMatchObject({
      taskId: taskIdOf(10),
      kind: 'review',
      assignee: { kind: 'official', nip: nipOf(5) },
      reminded: false,
    });
  });

  it('stays with the last in the line when they are silent, with new dates and a reminder to come', () => {
    const state = stateAfter([...reviewing, taskReminded(2), taskExtended(2)]);
    expect(state.openTask).toMatchObject({ taskId: taskIdOf(2), reminded: false });
    expect(stateAfter([...reviewing, taskReminded(2)]).openTask).toMatchObject({ reminded: true });
  });

  it('counts its period from the opening, the takeover or the last silence, and not from a moved deadline', () => {
    const opened = stateAfter(reviewing);
    expect(opened.openTask?.periodFrom).toBe(opened.updatedAt);
    for (const draft of [taskEscalated(2), taskExtended(2)]) {
      const state = stateAfter([...reviewing, taskReminded(2), draft]);
      expect(state.openTask?.periodFrom).toBe(state.updatedAt);
    }
    const moved = stateAfter([...reviewing, deadlineMoved(2)]);
    const { dueAt, remindAt } = deadlineMoved(2).data;
    expect(moved.openTask).toMatchObject({ dueAt, remindAt, periodFrom: opened.updatedAt });
  });

  it('is not touched by what names another task', () => {
    const before = stateIn('REVIEW').openTask;
    for (const draft of [draftFor.TaskReminded, draftFor.DeadlineMoved, draftFor.TaskExpired])
      expect(stateAfter([...reviewing, draft]).openTask).toEqual(before);
  });

  it('remembers who let it pass, by when and since', () => {
    const state = stateAfter([...reviewing, taskExtended(2), taskEscalated(2)]);
    expect(state.silences).toEqual([
      { nip: SUPERIOR, kind: 'review', dueAt: period.dueAt, at: stateAfter([...reviewing, taskExtended(2)]).updatedAt },
      { nip: SUPERIOR, kind: 'review', dueAt: period.dueAt, at: state.updatedAt },
    ]);
  });

  it('is no silence of an official where reporter or respondent was silent', () => {
    expect(stateAfter([...pathTo.CAPTURING, taskOpened('answer'), taskExpired('reporter', 7)]).silences).toEqual([]);
    expect(stateAfter([...examining, taskExpired('respondent', TASKS.response)]).silences).toEqual([]);
  });
});

describe('the task of the respondent', () => {
  it('stands beside the one of the official', () => {
    const state = stateIn('EXAMINATION');
    expect(state.openTask).toMatchObject({ kind: 'examination' });
    expect(state.respondentTask).toMatchObject({ kind: 'response', assignee: { kind: 'respondent', nip: RESPONDENT } });
    expect(openTasks(state)).toEqual([state.openTask, state.respondentTask]);
    for (const kind of ['examination', 'response'] as const)
      expect(openTaskOf(state, taskIdOf(TASKS[kind]))?.kind).toBe(kind);
    expect(openTaskOf(state, taskIdOf(77))).toBeUndefined();
  });

  it.each<[string, readonly EventDraft[], string, string | undefined]>([
    ['their last word', [...examining, statementRecorded()], 'DECIDED', 'ANSWERED'],
    ['their silence', [...examining, taskExpired('respondent', TASKS.response)], 'EXPIRED', 'SILENT'],
    ['a new disclosure', [...examining, disclosureFrozen({ version: 2 })], 'SUPERSEDED', undefined],
    ['a sanction', [...paths.sanctioned], 'SUPERSEDED', undefined],
    ['a dismissal', [...pathTo.DISMISSED], 'SUPERSEDED', undefined],
    ['a proposal', [...paths.proposed], 'SUPERSEDED', undefined],
    ['a return of the decision', [...pathTo.DECISION, decisionReturned()], 'SUPERSEDED', undefined],
    ['a return for evidence', [...examining, examinationReturned()], 'SUPERSEDED', undefined],
    ['an appeal', [...pathTo.APPEAL_WINDOW, appealFiled()], 'DECIDED', 'FILED'],
    ['the end of the time for one', [...paths.unappealed], 'EXPIRED', 'SILENT'],
  ])('ends by %s', (_what, drafts, end, outcome) => {
    const state = stateAfter(drafts);
    expect(state.respondentTask).toBeUndefined();
    const ended = state.endedTasks.findLast(({ assignee }) => assignee.kind === 'respondent');
    expect(ended).toMatchObject({ end, endedSeq: state.seq });
    expect(ended?.outcome).toBe(outcome);
  });

  it.each<[string, EventDraft]>([
    ['a first word', statementRecorded({ complete: false })],
    ['a signature', recordSigned()],
    ['an examination', examinationHeld()],
    ['an absence', examinationMissed()],
    ['a report', examinationReported()],
    ['a moved deadline of another', deadlineMoved(TASKS.examination)],
  ])('is not ended by %s', (_what, draft) => {
    expect(stateAfter([...examining, draft]).respondentTask?.taskId).toBe(taskIdOf(TASKS.response));
  });

  it('is reminded and moved by itself', () => {
    const state = stateAfter([...examining, taskReminded(TASKS.response), deadlineMoved(TASKS.response)]);
    expect(state.respondentTask).toMatchObject({ reminded: true, dueAt: deadlineMoved(1).data.dueAt });
    expect(state.openTask).toMatchObject({ reminded: false, dueAt: period.dueAt });
  });
});

describe('the session of a task', () => {
  const starts = { examination: examining, response: examining, service: pathTo.SERVICE, team: forming } as const;
  const again = (kind: keyof typeof starts, ...drafts: EventDraft[]) => {
    const state = stateAfter([...starts[kind], ...drafts, taskOpened(kind, 30)]);
    return openTaskOf(state, taskIdOf(30))?.session;
  };

  it.each([
    ['an absence', 'examination', [examinationMissed()]],
    ['another day', 'examination', [examinationRescheduled()]],
    ['a release', 'examination', [releaseOrdered()]],
    ['a call for a team', 'examination', [teamRequested()]],
    ['a dispatch', 'service', [serviceAttempted()]],
    ['a team that was declined and is asked for again', 'team', [teamDeclined()]],
    ['a new disclosure', 'response', [disclosureFrozen({ version: 2 })]],
    ['an answer', 'response', [statementRecorded()]],
    ['silence', 'response', [taskExpired('respondent', TASKS.response)]],
  ] as const)('is the second after %s', (_what, kind, drafts) => {
    expect(again(kind, ...drafts)).toBe(2);
  });

  it('is counted anew in every round, and not by a change of hands', () => {
    const returned = [...pathTo.DECISION, decisionReturned(), taskOpened('examination', 30, 2)];
    expect(stateAfter(returned).openTask?.session).toBe(1);
    expect(stateAfter([...examining, taskEscalated(TASKS.examination)]).openTask?.session).toBe(1);
    expect(sessionOf(stateAfter([...examining, taskEscalated(TASKS.examination)]), 'examination', 1)).toBe(1);
  });
});
