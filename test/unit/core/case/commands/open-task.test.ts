import { escalateTask, openTask, reassignTask } from '../../../../../core/case/commands/tasks.ts';
import { type TaskKind, taskKindSchema } from '../../../../../core/case/events.ts';
import { plusMs } from '../../../../../core/time.ts';
import { paths, pathTo, stateAfter, stateIn } from '../../../../support/builders/case.ts';
import { outcomeOf } from '../../../../support/builders/decisions.ts';
import {
  appealDecided,
  appealFiled,
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
  taskExpired,
  taskIdOf,
  taskOpened,
  triageDecided,
} from '../../../../support/builders/drafts.ts';
import { nipOf } from '../../../../support/builders/staff.ts';

const TASK = taskIdOf(2);
const reviewing = stateIn('REVIEW');
const { dueAt, remindAt } = period;
const next = { newTaskId: taskIdOf(20), to: nipOf(5), dueAt: plusMs(dueAt, 1000), remindAt: plusMs(remindAt, 1000) };

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
