import type { CaseEvent } from './events.ts';
import type { CaseBase, EndedTask, OpenTask } from './state.ts';

const ended = (task: OpenTask, end: EndedTask['end'], event: CaseEvent, outcome?: string): EndedTask => ({
  taskId: task.taskId,
  kind: task.kind,
  round: task.round,
  assignee: task.assignee,
  end,
  endedAt: event.at,
  ...(outcome === undefined ? {} : { outcome }),
});

const close = (base: CaseBase, event: CaseEvent, end: EndedTask['end'], outcome?: string): CaseBase =>
  base.openTask === undefined
    ? base
    : { ...base, openTask: undefined, endedTasks: [...base.endedTasks, ended(base.openTask, end, event, outcome)] };

const handOver = (
  base: CaseBase,
  event: Extract<CaseEvent, { type: 'TaskReassigned' | 'TaskEscalated' }>,
): CaseBase => {
  const task = base.openTask;
  if (task === undefined) return base;
  const closed = close(base, event, event.type === 'TaskEscalated' ? 'ESCALATED' : 'REASSIGNED');
  const { newTaskId, to, dueAt, remindAt } = event.data;
  return {
    ...closed,
    openTask: {
      ...task,
      taskId: newTaskId,
      assignee: { kind: 'official', nip: to },
      openedAt: event.at,
      dueAt,
      remindAt,
      reminded: false,
    },
  };
};

/** Follows the one open task of a case through its events. */
export const foldTasks = (base: CaseBase, event: CaseEvent): CaseBase => {
  switch (event.type) {
    case 'TaskOpened':
      return { ...base, openTask: { ...event.data, openedAt: event.at, reminded: false } };
    case 'TaskReminded':
      return base.openTask === undefined ? base : { ...base, openTask: { ...base.openTask, reminded: true } };
    case 'TaskReassigned':
    case 'TaskEscalated':
      return handOver(base, event);
    case 'TaskExpired': {
      if (event.data.silent === 'reporter') return close(base, event, 'EXPIRED', 'SILENT');
      const { dueAt, remindAt } = event.data;
      return base.openTask === undefined
        ? base
        : { ...base, openTask: { ...base.openTask, dueAt, remindAt, reminded: false } };
    }
    case 'TriageDecided':
    case 'ReviewDecided':
      return close(base, event, 'DECIDED', event.data.outcome);
    case 'SanctionDecided':
      return close(base, event, 'DECIDED', 'SANCTION');
    case 'CaseDismissed':
      return close(base, event, 'DECIDED', 'DISMISS');
    case 'DecisionReturned':
      return close(base, event, 'DECIDED', 'RETURN');
    case 'EvidenceStored':
      return event.data.kind === 'MESSAGE' && base.openTask?.kind === 'answer'
        ? close(base, event, 'DECIDED', 'ANSWERED')
        : base;
    default:
      return base;
  }
};
