import {
  escalateTask,
  expireTask,
  moveDeadline,
  openTask,
  reassignTask,
  remindTask,
} from '../../../../../core/case/commands/tasks.ts';
import { type TaskKind, taskKindSchema } from '../../../../../core/case/events.ts';
import { plusMs } from '../../../../../core/time.ts';
import { paths, pathTo, stateAfter, stateIn } from '../../../../support/builders/case.ts';
import { outcomeOf } from '../../../../support/builders/decisions.ts';
import {
  appealDecided,
  appealFiled,
  deadlineMoved,
  disclosureFrozen,
  examinationMissed,
  executionCompleted,
  LAST_DAY,
  period,
  principlesSuggested,
  RESPONDENT,
  SUPERIOR,
  sanctionEffective,
  summonsIssued,
  TASKS,
  TRIAGE_OFFICER,
  taskExpired,
  taskIdOf,
  taskOpened,
  taskReminded,
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
  team: stateAfter(paths.reviewed),
  examination: stateAfter(
    paths.summoned.filter(({ type, data }) => type !== 'TaskOpened' || !('kind' in data) || data.kind !== 'response'),
  ),
  response: stateAfter(paths.reviewed),
  decision: stateAfter(paths.reported.filter(({ type }) => type !== 'TaskOpened')),
  service: stateAfter(paths.sanctioned),
  remedy: stateAfter(paths.served),
  appeal: stateAfter([...pathTo.APPEAL_WINDOW, appealFiled()]),
  execution: stateAfter([...paths.unappealed, sanctionEffective({ endsOn: LAST_DAY })]),
};
const kinds = taskKindSchema.options;
const inExamination: readonly TaskKind[] = ['team', 'examination', 'response'];
const waitTogether = (kind: TaskKind, other: TaskKind) => inExamination.includes(kind) && inExamination.includes(other);
const opening = (kind: TaskKind) => {
  const { round: _round, ...task } = taskOpened(kind, 8).data;
  return openTask(task);
};

describe('opening a task', () => {
  it.each(kinds)('of kind %s is possible in the status that waits for it, and carries the round', (kind) => {
    expect(outcomeOf(opening(kind), idle[kind])).toEqual(taskOpened(kind, 8));
  });

  it.each(
    kinds.flatMap((kind) =>
      kinds.filter((other) => other !== kind && !waitTogether(kind, other)).map((other) => [kind, other] as const),
    ),
  )('of kind %s is refused where the case waits for %s', (kind, other) => {
    expect(outcomeOf(opening(kind), idle[other])).toBe('NOT_IN_THIS_STATUS');
  });

  it.each(['TRIAGE', 'REVIEW', 'EXAMINATION', 'DECISION', 'SERVICE', 'APPEAL'] as const)(
    'is refused in %s while another is open',
    (status) => {
      expect(outcomeOf(opening('triage'), stateIn(status))).toBe('TASK_IS_OPEN');
    },
  );

  it.each(['RECEIVED', 'CLOSED', 'DISMISSED', 'REJECTED', 'REFERRED', 'MERGED'] as const)(
    'is refused in %s',
    (status) => {
      for (const kind of kinds) expect(outcomeOf(opening(kind), stateIn(status))).toBe('NOT_IN_THIS_STATUS');
    },
  );

  it('of the respondent goes beside the one of an official, and only once', () => {
    const examining = stateAfter([...paths.reviewed, taskOpened('examination')]);
    expect(outcomeOf(opening('response'), examining)).toMatchObject({ type: 'TaskOpened' });
    expect(outcomeOf(opening('response'), stateIn('EXAMINATION'))).toBe('TASK_IS_OPEN');
    expect(outcomeOf(opening('examination'), stateAfter(paths.summoned))).toMatchObject({ type: 'TaskOpened' });
  });
});

describe('whose a task is', () => {
  const holding = (kind: TaskKind, assignee: Parameters<typeof openTask>[0]['assignee']) => {
    const { round: _round, ...task } = taskOpened(kind, 8).data;
    return openTask({ ...task, assignee });
  };
  const official = (nip: typeof RESPONDENT) => ({ kind: 'official' as const, nip });
  const respondent = (nip: typeof RESPONDENT) => ({ kind: 'respondent' as const, nip });
  const officials = kinds.filter((kind) => !['answer', 'response', 'remedy'].includes(kind));
  const afterTriage = officials.filter((kind) => kind !== 'triage');

  it.each(afterTriage)('of kind %s: never the accused', (kind) => {
    expect(outcomeOf(holding(kind, official(RESPONDENT)), idle[kind])).toBe('ACCUSED_CANNOT_HOLD');
  });

  it.each(officials)('of kind %s: an official', (kind) => {
    for (const other of [respondent(RESPONDENT), { kind: 'reporter' as const }])
      expect(outcomeOf(holding(kind, other), { ...idle[kind], openTask: undefined })).toBe('NOT_THEIR_TASK');
  });

  it.each(['response', 'remedy'] as const)('of kind %s: the respondent and nobody else', (kind) => {
    for (const other of [official(SUPERIOR), respondent(SUPERIOR), { kind: 'reporter' as const }])
      expect(outcomeOf(holding(kind, other), idle[kind])).toBe('NOT_THEIR_TASK');
  });

  it('of kind answer: the reporter', () => {
    expect(outcomeOf(holding('answer', official(SUPERIOR)), idle.answer)).toBe('NOT_THEIR_TASK');
  });

  it.each([
    ['escalated', escalateTask(TASK, dueAt, { ...next, to: RESPONDENT })],
    ['reassigned', reassignTask(TASK, { ...next, to: RESPONDENT, cause: 'RECUSED' })],
  ])('does not change to the accused when it is %s', (_what, command) => {
    expect(outcomeOf(command, reviewing)).toBe('ACCUSED_CANNOT_HOLD');
  });
});

describe('an examination', () => {
  it.each([
    ['before anybody was summoned', paths.disclosed],
    ['after a summons that was missed', [...pathTo.EXAMINATION, examinationMissed()]],
    ['after more was disclosed than the summons calls to', [...paths.summoned, disclosureFrozen({ version: 2 })]],
  ])('is nobody’s task %s', (_what, path) => {
    expect(outcomeOf(opening('examination'), stateAfter(path))).toBe('NO_SUMMONS');
  });
});

describe('what is settled', () => {
  it.each<[TaskKind, ReturnType<typeof stateIn>]>([
    ['examination', stateAfter(paths.examined)],
    ['examination', stateAfter(paths.missedTwice)],
    ['team', stateAfter(paths.examined)],
    ['remedy', stateAfter(paths.unappealed)],
    ['appeal', stateAfter([...pathTo.APPEAL, appealDecided('UPHELD')])],
    ['execution', stateAfter([...paths.serving, executionCompleted])],
  ])('is not asked again: %s', (kind, state) => {
    expect(outcomeOf(opening(kind), state)).toBe('ALREADY_SETTLED');
  });

  it('is not an examination that was missed once, nor an answer to an older disclosure', () => {
    const missed = stateAfter([...pathTo.EXAMINATION, examinationMissed(), summonsIssued({ session: 2, ordinal: 2 })]);
    expect(outcomeOf(opening('examination'), missed)).toMatchObject({ type: 'TaskOpened' });
    const silent = stateAfter([...pathTo.EXAMINATION, taskExpired('respondent', TASKS.response)]);
    expect(outcomeOf(opening('response'), silent)).toMatchObject({ type: 'TaskOpened' });
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
