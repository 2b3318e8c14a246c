import {
  escalateTask,
  expireTask,
  moveDeadline,
  reassignTask,
  remindTask,
} from '../../../../../core/case/commands/tasks.ts';
import { plusMs } from '../../../../../core/time.ts';
import { pathTo, stateAfter, stateIn } from '../../../../support/builders/case.ts';
import { outcomeOf } from '../../../../support/builders/decisions.ts';
import {
  deadlineMoved,
  period,
  SUPERIOR,
  TASKS,
  TRIAGE_OFFICER,
  taskExpired,
  taskIdOf,
  taskOpened,
  taskReminded,
} from '../../../../support/builders/drafts.ts';
import { nipOf } from '../../../../support/builders/staff.ts';

const TASK = taskIdOf(2);
const reviewing = stateIn('REVIEW');
const answering = stateAfter([...pathTo.CAPTURING, taskOpened('answer', 7)]);
const { dueAt, remindAt } = period;
const moment = (instant: typeof dueAt) => plusMs(instant, -1);
const next = { newTaskId: taskIdOf(20), to: nipOf(5), dueAt: plusMs(dueAt, 1000), remindAt: plusMs(remindAt, 1000) };
const extension = { dueAt: next.dueAt, remindAt: next.remindAt };

describe('a reminder', () => {
  it('is recorded once its time has come', () => {
    expect(outcomeOf(remindTask(TASK, remindAt), reviewing)).toEqual({ type: 'TaskReminded', data: { taskId: TASK } });
  });

  it('is refused before its time', () => {
    expect(outcomeOf(remindTask(TASK, moment(remindAt)), reviewing)).toBe('NOT_DUE');
  });

  it('is refused a second time', () => {
    expect(outcomeOf(remindTask(TASK, dueAt), stateAfter([...pathTo.REVIEW, taskReminded(2)]))).toBe('NOT_DUE');
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

describe('the respondent’s task', () => {
  const examining = stateIn('EXAMINATION');
  const own = taskIdOf(TASKS.response);

  it('ends with their silence, which the case goes on without', () => {
    expect(outcomeOf(expireTask(own, dueAt, extension), examining)).toEqual(taskExpired('respondent', TASKS.response));
  });

  it('is reminded like any other, and neither escalated nor handed over', () => {
    expect(outcomeOf(remindTask(own, remindAt), examining)).toEqual(taskReminded(TASKS.response));
    expect(outcomeOf(escalateTask(own, dueAt, next), examining)).toBe('NOT_DUE');
    expect(outcomeOf(reassignTask(own, { ...next, cause: 'RECUSED' }), examining)).toBe('ALREADY_ACTED');
  });
});

describe('a deadline that moves', () => {
  const { taskId: _task, oldDueAt: _old, ...moved } = deadlineMoved(2).data;

  it.each([
    ['an official’s', reviewing, 2],
    ['the respondent’s', stateIn('EXAMINATION'), TASKS.response],
  ])('(%s) keeps what was promised beside what counts now', (_what, state, number) => {
    expect(outcomeOf(moveDeadline(taskIdOf(number), moved), state)).toEqual(deadlineMoved(number));
  });

  it('is no event where it stays', () => {
    expect(outcomeOf(moveDeadline(TASK, { ...moved, dueAt }), reviewing)).toBe('DEADLINE_STANDS');
  });

  it('is no event once the task is over', () => {
    expect(outcomeOf(moveDeadline(TASK, moved), stateIn('DECISION'))).toBe('ALREADY_ACTED');
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
