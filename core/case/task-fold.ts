import type { CaseEvent, TaskKind } from './events.ts';
import type { CaseBase, EndedTask, OpenTask } from './state.ts';
import { raisesRound, repeatsTask, triggerOf } from './transitions.ts';

type Slot = 'openTask' | 'respondentTask';
const slots: readonly Slot[] = ['openTask', 'respondentTask'];

const slotFor = (assignee: OpenTask['assignee']): Slot =>
  assignee.kind === 'respondent' ? 'respondentTask' : 'openTask';

/** The slot that holds a task of this id; none where it is over. */
const slotOf = (base: CaseBase, taskId: string): Slot | undefined =>
  slots.find((slot) => base[slot]?.taskId === taskId);

const close = (base: CaseBase, event: CaseEvent, slot: Slot, end: EndedTask['end'], outcome?: string): CaseBase => {
  const task = base[slot];
  if (task === undefined) return base;
  const { reminded: _reminded, remindAt: _remindAt, periodFrom: _periodFrom, ...rest } = task;
  const over = { end, endedAt: event.at, endedSeq: event.seq };
  const ended: EndedTask = { ...rest, ...over, ...(outcome === undefined ? {} : { outcome }) };
  return { ...base, [slot]: undefined, endedTasks: [...base.endedTasks, ended] };
};

const change = (base: CaseBase, slot: Slot | undefined, changed: Partial<OpenTask>): CaseBase => {
  const task = slot === undefined ? undefined : base[slot];
  return slot === undefined || task === undefined ? base : { ...base, [slot]: { ...task, ...changed } };
};

/** How often a task of this kind was opened and repeated in the round so far, plus one. */
export const sessionOf = (base: Pick<CaseBase, 'endedTasks'>, kind: TaskKind, round: number): number =>
  1 +
  base.endedTasks.filter(
    (task) =>
      task.kind === kind &&
      task.round === round &&
      (task.outcome === undefined ? task.end === 'SUPERSEDED' : repeatsTask(task.outcome) || isAskedAnew(kind)),
  ).length;

/** The respondent is asked with every summons and every new disclosure, the authority whenever somebody asks for a team. */
const isAskedAnew = (kind: TaskKind): boolean => kind === 'response' || kind === 'remedy' || kind === 'team';

const handOver = (
  base: CaseBase,
  event: Extract<CaseEvent, { type: 'TaskReassigned' | 'TaskEscalated' }>,
): CaseBase => {
  const task = base.openTask;
  if (task === undefined) return base;
  const closed = close(base, event, 'openTask', event.type === 'TaskEscalated' ? 'ESCALATED' : 'REASSIGNED');
  const { newTaskId, to, dueAt, remindAt } = event.data;
  return {
    ...closed,
    openTask: {
      ...task,
      taskId: newTaskId,
      assignee: { kind: 'official', nip: to },
      openedAt: event.at,
      periodFrom: event.at,
      dueAt,
      remindAt,
      reminded: false,
    },
  };
};

const expire = (base: CaseBase, event: Extract<CaseEvent, { type: 'TaskExpired' }>): CaseBase => {
  const slot = slotOf(base, event.data.taskId);
  if (slot === undefined) return base;
  if (event.data.silent !== 'official') return close(base, event, slot, 'EXPIRED', 'SILENT');
  const { dueAt, remindAt } = event.data;
  return change(base, slot, { periodFrom: event.at, dueAt, remindAt, reminded: false });
};

/** The outcome word of an act that ends the official's task; undefined for every other event. */
const decidedWith = (event: CaseEvent): string | undefined => {
  switch (event.type) {
    case 'TriageDecided':
    case 'ReviewDecided':
    case 'AppealDecided':
      return event.data.outcome;
    case 'ExaminingTeamFormed':
      return 'FORM';
    case 'ExaminingTeamDeclined':
      return 'DECLINE';
    case 'TrackChanged':
      return 'CHANGE_TRACK';
    case 'TeamRequested':
      return 'REQUEST_TEAM';
    case 'ExaminationHeld':
      return 'HELD';
    case 'ExaminationMissed':
      return event.data.final ? 'IN_ABSENTIA' : 'ABSENT';
    case 'ExaminationRescheduled':
      return 'RESCHEDULE';
    case 'ExaminationReturned':
      return 'RETURN_FOR_EVIDENCE';
    case 'TemporaryReleaseOrdered':
      return 'RELEASE';
    case 'SanctionDecided':
      return 'SANCTION';
    case 'CaseDismissed':
      return 'DISMISS';
    case 'DecisionReturned':
      return 'RETURN';
    case 'DecisionProposed':
      return 'PROPOSE';
    case 'ServiceAttempted':
      return 'DISPATCHED';
    case 'DecisionServed':
      return 'SERVED';
    case 'ExecutionCompleted':
      return 'COMPLETED';
    default:
      return undefined;
  }
};

/** Once it is decided, or goes round again, there is nothing left to answer to; a new disclosure asks anew. */
const endsHearing = (event: CaseEvent): boolean =>
  raisesRound(triggerOf(event)) ||
  event.type === 'DisclosureFrozen' ||
  event.type === 'SanctionDecided' ||
  event.type === 'CaseDismissed' ||
  event.type === 'DecisionProposed' ||
  event.type === 'SanctionEffective';

const settle = (base: CaseBase, event: CaseEvent): CaseBase => {
  const outcome = decidedWith(event);
  const decided = outcome === undefined ? base : close(base, event, 'openTask', 'DECIDED', outcome);
  return endsHearing(event) ? close(decided, event, 'respondentTask', 'SUPERSEDED') : decided;
};

/** Follows the tasks of a case through its events: the one that is everybody's next thing, and the respondent's own. */
export const foldTasks = (base: CaseBase, event: CaseEvent): CaseBase => {
  switch (event.type) {
    case 'TaskOpened': {
      const session = sessionOf(base, event.data.kind, event.data.round);
      const task: OpenTask = { ...event.data, session, openedAt: event.at, periodFrom: event.at, reminded: false };
      return { ...base, [slotFor(task.assignee)]: task };
    }
    case 'TaskReminded':
      return change(base, slotOf(base, event.data.taskId), { reminded: true });
    case 'DeadlineMoved': {
      const { taskId, dueAt, remindAt } = event.data;
      return change(base, slotOf(base, taskId), { dueAt, remindAt });
    }
    case 'TaskReassigned':
    case 'TaskEscalated':
      return handOver(base, event);
    case 'TaskExpired':
      return expire(base, event);
    case 'StatementRecorded':
      return event.data.complete ? close(base, event, 'respondentTask', 'DECIDED', 'ANSWERED') : base;
    case 'AppealFiled':
      return close(base, event, 'respondentTask', 'DECIDED', 'FILED');
    case 'EvidenceStored':
      return event.data.kind === 'MESSAGE' && base.openTask?.kind === 'answer'
        ? close(base, event, 'openTask', 'DECIDED', 'ANSWERED')
        : base;
    default:
      return settle(base, event);
  }
};
