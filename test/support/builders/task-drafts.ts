import type { TaskKind } from '../../../core/case/events.ts';
import { DAY, plusMs } from '../../../core/time.ts';
import { assigneeFor, type Draft, period, SUPERIOR, TASKS, taskIdOf } from './draft-parts.ts';
import { nipOf } from './staff.ts';

export const taskOpened = (kind: TaskKind, number: number = TASKS[kind], round = 1): Draft<'TaskOpened'> => ({
  type: 'TaskOpened',
  data: { taskId: taskIdOf(number), kind, round, assignee: assigneeFor(kind), ...period },
});

/** The task that another official gets in place of one, and who that is. */
export const NEXT_TASK = taskIdOf(10);
export const NEXT_OFFICIAL = nipOf(5);

const next = { newTaskId: NEXT_TASK, to: NEXT_OFFICIAL, ...period };

export const taskReminded = (number: number): Draft<'TaskReminded'> => ({
  type: 'TaskReminded',
  data: { taskId: taskIdOf(number) },
});

export const taskReassigned = (number: number): Draft<'TaskReassigned'> => ({
  type: 'TaskReassigned',
  data: { taskId: taskIdOf(number), cause: 'RECUSED', ...next },
});

export const taskEscalated = (number: number): Draft<'TaskEscalated'> => ({
  type: 'TaskEscalated',
  data: { taskId: taskIdOf(number), silent: SUPERIOR, ...next },
});

/** Nobody stands above the silent official: the task stays theirs. */
export const taskExtended = (number: number): Draft<'TaskExpired'> => ({
  type: 'TaskExpired',
  data: { taskId: taskIdOf(number), silent: 'official', nip: SUPERIOR, ...period },
});

/** Reporter or respondent let their time pass. */
export const taskExpired = (silent: 'reporter' | 'respondent', number: number): Draft<'TaskExpired'> => ({
  type: 'TaskExpired',
  data: { taskId: taskIdOf(number), silent },
});

export const deadlineMoved = (number: number): Draft<'DeadlineMoved'> => ({
  type: 'DeadlineMoved',
  data: {
    taskId: taskIdOf(number),
    oldDueAt: period.dueAt,
    dueAt: plusMs(period.dueAt, DAY),
    remindAt: plusMs(period.remindAt, DAY),
    derivation: {
      id: '5 hari kerja sejak pembukaan, tanpa hari libur baru.',
      en: '5 working days, less a new holiday.',
    },
  },
});
