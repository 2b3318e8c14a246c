import {
  escalateTask,
  expireTask,
  openTask,
  reassignTask,
  remindTask,
} from '../../../../../core/case/commands/tasks.ts';
import type { TaskKind } from '../../../../../core/case/events.ts';
import { type CaseStatus, caseStatusSchema } from '../../../../../core/case/transitions.ts';
import { plusMs } from '../../../../../core/time.ts';
import { pathTo, stateAfter, stateIn } from '../../../../support/builders/case.ts';
import { outcomeOf } from '../../../../support/builders/decisions.ts';
import {
  draftFor,
  period,
  principlesSuggested,
  reviewDecided,
  SUPERIOR,
  TRIAGE_OFFICER,
  taskIdOf,
  taskOpened,
  triageDecided,
} from '../../../../support/builders/drafts.ts';
import { nipOf } from '../../../../support/builders/staff.ts';

const TASK = taskIdOf(2);
const reviewing = stateIn('REVIEW');
const answering = stateAfter([...pathTo.CAPTURING, taskOpened('answer', 7)]);
const { dueAt, remindAt } = period;
const moment = (instant: typeof dueAt) => plusMs(instant, -1);
const next = { newTaskId: taskIdOf(20), to: nipOf(5), dueAt: plusMs(dueAt, 1000), remindAt: plusMs(remindAt, 1000) };
const extension = { dueAt: next.dueAt, remindAt: next.remindAt };

/** A case in each status in which a task can be opened, with none open. */
const idle: Readonly<Record<TaskKind, ReturnType<typeof stateIn>>> = {
  answer: stateIn('CAPTURING'),
  triage: stateAfter([...pathTo.CAPTURING, principlesSuggested()]),
  review: stateAfter([...pathTo.TRIAGE, triageDecided('PROCEED')]),
  decision: stateAfter([...pathTo.REVIEW, reviewDecided('PROCEED')]),
};
const kinds = ['answer', 'triage', 'review', 'decision'] as const;
const opening = (kind: TaskKind) => {
  const { round: _round, ...task } = taskOpened(kind, 8).data;
  return openTask(task);
};

describe('opening a task', () => {
  it.each(kinds)('of kind %s is possible in the status that waits for it, and carries the round', (kind) => {
    expect(outcomeOf(opening(kind), idle[kind])).toEqual(taskOpened(kind, 8));
  });

  it.each(kinds.flatMap((kind) => kinds.filter((other) => other !== kind).map((other) => [kind, other] as const)))(
    'of kind %s is refused where the case waits for %s',
    (kind, other) => {
      expect(outcomeOf(opening(kind), idle[other])).toBe('NOT_IN_THIS_STATUS');
    },
  );

  it.each(['TRIAGE', 'REVIEW', 'DECISION'] as const)('is refused in %s while another is open', (status) => {
    expect(outcomeOf(opening('triage'), stateIn(status))).toBe('TASK_IS_OPEN');
  });

  it.each(
    caseStatusSchema.options.filter(
      (status: CaseStatus) => !['CAPTURING', 'TRIAGE', 'REVIEW', 'DECISION'].includes(status),
    ),
  )('is refused in %s', (status) => {
    for (const kind of kinds) expect(outcomeOf(opening(kind), stateIn(status))).toBe('NOT_IN_THIS_STATUS');
  });
});

describe('a reminder', () => {
  it('is recorded once its time has come', () => {
    expect(outcomeOf(remindTask(TASK, remindAt), reviewing)).toEqual({ type: 'TaskReminded', data: { taskId: TASK } });
  });

  it('is refused before its time', () => {
    expect(outcomeOf(remindTask(TASK, moment(remindAt)), reviewing)).toBe('NOT_DUE');
  });

  it('is refused a second time', () => {
    expect(outcomeOf(remindTask(TASK, dueAt), stateAfter([...pathTo.REVIEW, draftFor.TaskReminded]))).toBe('NOT_DUE');
  });
});

describe('an escalation', () => {
  it('names who was silent and who comes next, once the task is overdue', () => {
    expect(outcomeOf(escalateTask(TASK, dueAt, next), reviewing)).toEqual({
      type: 'TaskEscalated',
      data: { taskId: TASK, silent: SUPERIOR, ...next },
    });
  });

  it('is refused before the task is due', () => {
    expect(outcomeOf(escalateTask(TASK, moment(dueAt), next), reviewing)).toBe('NOT_DUE');
  });

  it('is refused for a task that waits for the reporter', () => {
    expect(outcomeOf(escalateTask(taskIdOf(7), dueAt, next), answering)).toBe('NOT_DUE');
  });
});

describe('an expiry', () => {
  it('names the silent official and gives the task new dates', () => {
    expect(outcomeOf(expireTask(TASK, dueAt, extension), reviewing)).toEqual({
      type: 'TaskExpired',
      data: { taskId: TASK, silent: 'official', nip: SUPERIOR, ...extension },
    });
  });

  it('of a question to the reporter ends the waiting', () => {
    expect(outcomeOf(expireTask(taskIdOf(7), dueAt, extension), answering)).toEqual({
      type: 'TaskExpired',
      data: { taskId: taskIdOf(7), silent: 'reporter' },
    });
  });

  it('is refused before the task is due', () => {
    expect(outcomeOf(expireTask(TASK, moment(dueAt), extension), reviewing)).toBe('NOT_DUE');
  });
});

describe('a reassignment', () => {
  it('gives an official’s task to another, with its cause', () => {
    expect(outcomeOf(reassignTask(TASK, { ...next, cause: 'RECUSED' }), reviewing)).toEqual({
      type: 'TaskReassigned',
      data: { taskId: TASK, ...next, cause: 'RECUSED' },
    });
  });

  it('is refused for a task that waits for the reporter', () => {
    expect(outcomeOf(reassignTask(taskIdOf(7), { ...next, cause: 'INELIGIBLE' }), answering)).toBe('ALREADY_ACTED');
  });
});

describe('a task that is not the open one', () => {
  it.each([
    ['reminded', remindTask(TASK, dueAt)],
    ['escalated', escalateTask(TASK, dueAt, next)],
    ['expired', expireTask(TASK, dueAt, extension)],
    ['reassigned', reassignTask(TASK, { ...next, cause: 'INELIGIBLE' })],
  ])('is not %s', (_what, command) => {
    expect(outcomeOf(command, stateIn('DECISION'))).toBe('ALREADY_ACTED');
    expect(outcomeOf(command, stateIn('SERVICE'))).toBe('ALREADY_ACTED');
  });

  it('belongs to whom the builders say', () => {
    expect(stateIn('TRIAGE').openTask?.assignee).toEqual({ kind: 'official', nip: TRIAGE_OFFICER });
  });
});
