import type { Nip, TaskId } from '../../ids.ts';
import { type Refused, refused } from '../../refusal.ts';
import type { Instant } from '../../time.ts';
import { appending, type Command, notInThisStatus } from '../decision.ts';
import type { Assignee, EventData, TaskKind } from '../events.ts';
import { type CaseState, type OpenTask, openTaskOf, respondentNip } from '../state.ts';
import { examinationResult, noSummons, standingSummons } from '../summons.ts';
import type { CaseStatus } from '../transitions.ts';

interface Period {
  readonly dueAt: Instant;
  readonly remindAt: Instant;
}

/** The status in which a case waits for each kind of task. */
const waitsIn: Readonly<Record<TaskKind, CaseStatus>> = {
  answer: 'CAPTURING',
  triage: 'TRIAGE',
  review: 'REVIEW',
  team: 'EXAMINATION',
  examination: 'EXAMINATION',
  response: 'EXAMINATION',
  decision: 'DECISION',
  service: 'SERVICE',
  remedy: 'APPEAL_WINDOW',
  appeal: 'APPEAL',
  execution: 'EFFECTIVE',
};

const isOpen = refused(
  'TASK_IS_OPEN',
  'Perkara ini masih mempunyai tugas terbuka.',
  'This case still has an open task.',
);

/** Refuses a step that would leave an official behind with a task of a stage that is over. */
export const taskStillOpen = (state: CaseState): Refused | undefined =>
  state.openTask === undefined ? undefined : isOpen;

/** The accused never holds an official's task, nor sits in the team. */
export const accusedHolds = refused(
  'ACCUSED_CANNOT_HOLD',
  'Terlapor tidak dapat memegang tugas pejabat dalam perkaranya sendiri.',
  'The accused cannot hold an official task in their own case.',
);

const othersTask = refused(
  'NOT_THEIR_TASK',
  'Tugas jenis ini bukan untuk orang ini.',
  'A task of this kind is not for this person.',
);

const holderOf: Readonly<Record<TaskKind, Assignee['kind']>> = {
  answer: 'reporter',
  triage: 'official',
  review: 'official',
  team: 'official',
  examination: 'official',
  response: 'respondent',
  decision: 'official',
  service: 'official',
  remedy: 'respondent',
  appeal: 'official',
  execution: 'official',
};

/** The reporter answers, the respondent is heard and appeals, and everything else is for officials who are not the accused. */
const wrongHolder = (state: CaseState, kind: TaskKind, assignee: Assignee): Refused | undefined => {
  if (assignee.kind !== holderOf[kind]) return othersTask;
  if (assignee.kind === 'official') return assignee.nip === respondentNip(state) ? accusedHolds : undefined;
  return assignee.kind === 'reporter' || assignee.nip === respondentNip(state) ? undefined : othersTask;
};

/** Whether what the task asks for is answered already: an appeal is decided once, and an examination that was held stays held. */
const isSettled = (state: CaseState, kind: TaskKind): boolean => {
  switch (kind) {
    case 'team':
    case 'examination':
      return examinationResult(state) !== undefined;
    case 'remedy':
      return state.endedTasks.some((ended) => ended.kind === kind && ended.outcome !== undefined);
    case 'appeal':
      return state.appealDecisions.length > 0;
    case 'execution':
      return state.executions.length > 0;
    default:
      return false;
  }
};

const settled = refused(
  'ALREADY_SETTLED',
  'Yang diminta tugas ini sudah diputus.',
  'What this task asks for has been settled.',
);

/** Opens the one task of a case, or the respondent's own beside it, in the status that waits for it; an examination once it is summoned to. */
export const openTask =
  (task: { taskId: TaskId; kind: TaskKind; assignee: Assignee } & Period): Command =>
  (state) => {
    const { kind, assignee } = task;
    const slot = assignee.kind === 'respondent' ? state.respondentTask : state.openTask;
    if (slot !== undefined) return isOpen;
    if (state.closed !== undefined || state.status !== waitsIn[kind]) return notInThisStatus(state);
    return (
      wrongHolder(state, kind, assignee) ??
      (isSettled(state, kind) ? settled : undefined) ??
      (kind === 'examination' && standingSummons(state) === undefined ? noSummons : undefined) ??
      appending({ type: 'TaskOpened', data: { ...task, round: state.round } })
    );
  };

/** The answer to everyone who comes after the task is over, by whatever end. */
export const taskIsOver: Refused = refused(
  'ALREADY_ACTED',
  'Tugas ini sudah selesai atau dialihkan. Tidak ada yang berubah oleh kiriman Anda.',
  'This task has been completed or handed over. Your submission changed nothing.',
);

type OnOpenTask = (state: CaseState, task: OpenTask) => ReturnType<Command>;

/** Runs `decide` only while `taskId` is the open task. */
export const onOpenTask =
  (taskId: TaskId, decide: OnOpenTask): Command =>
  (state) => {
    const task = openTaskOf(state, taskId);
    return task === undefined ? taskIsOver : decide(state, task);
  };

const notYet = refused('NOT_DUE', 'Belum waktunya.', 'It is not due yet.');

/** Records one reminder per task period, once `remindAt` has passed. A reporter is asked once and never reminded. */
export const remindTask = (taskId: TaskId, now: Instant): Command =>
  onOpenTask(taskId, (_state, task) =>
    now < task.remindAt || task.reminded || task.assignee.kind === 'reporter'
      ? notYet
      : appending({ type: 'TaskReminded', data: { taskId } }),
  );

/** Moves an overdue task up the line and names who was silent (PP 94/2021 Art 28). */
export const escalateTask = (taskId: TaskId, now: Instant, next: { newTaskId: TaskId; to: Nip } & Period): Command =>
  onOpenTask(taskId, (state, task) =>
    now < task.dueAt || task.assignee.kind !== 'official'
      ? notYet
      : (wrongHolder(state, task.kind, { kind: 'official', nip: next.to }) ??
        appending({ type: 'TaskEscalated', data: { taskId, silent: task.assignee.nip, ...next } })),
  );

/** Nobody stands above the silent one, or reporter or respondent is silent. */
export const expireTask = (taskId: TaskId, now: Instant, extension: Period): Command =>
  onOpenTask(taskId, (_state, task) => {
    if (now < task.dueAt) return notYet;
    const data: EventData['TaskExpired'] =
      task.assignee.kind === 'official'
        ? { taskId, silent: 'official', nip: task.assignee.nip, ...extension }
        : { taskId, silent: task.assignee.kind };
    return appending({ type: 'TaskExpired', data });
  });

/** Hands an official's task to another because its holder may not or should not act. */
export const reassignTask = (
  taskId: TaskId,
  next: { newTaskId: TaskId; to: Nip; cause: 'RECUSED' | 'INELIGIBLE' | 'FORWARDED'; reason?: string } & Period,
): Command =>
  onOpenTask(taskId, (state, task) =>
    task.assignee.kind === 'official'
      ? (wrongHolder(state, task.kind, { kind: 'official', nip: next.to }) ??
        appending({ type: 'TaskReassigned', data: { taskId, ...next } }))
      : taskIsOver,
  );

/** The calendar puts an open deadline elsewhere: what was promised before, and where it is now, are both on record. */
export const moveDeadline = (
  taskId: TaskId,
  moved: Period & { readonly derivation: EventData['DeadlineMoved']['derivation'] },
): Command =>
  onOpenTask(taskId, (_state, task) =>
    task.dueAt === moved.dueAt
      ? refused('DEADLINE_STANDS', 'Batas waktu tidak berubah.', 'The deadline does not change.')
      : appending({ type: 'DeadlineMoved', data: { taskId, oldDueAt: task.dueAt, ...moved } }),
  );
