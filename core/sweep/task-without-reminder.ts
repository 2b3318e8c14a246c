import { loadCase } from '../case/append.ts';
import type { TaskRow } from '../ports.ts';
import { endTasks } from '../use-cases/end-tasks.ts';
import { fireTaskTimer } from '../use-cases/fire-task-timer.ts';
import type { SweepPorts } from './checker.ts';

/**
 * An open task row whose reminder or due date has passed unheard: its schedule was lost, or its call failed. Where the bell is stale
 * because the task has ended, the row is ended too, or it would ring in every run.
 */
export const taskWithoutReminder = async (ports: SweepPorts, row: TaskRow): Promise<boolean> => {
  const { caseId, taskId, dueAt } = row;
  const kind = ports.clock.now() >= dueAt ? 'task-due' : 'task-remind';
  if ((await fireTaskTimer(ports, { kind, caseId, taskId })) !== 'STALE') return true;
  const state = await loadCase(ports.trail, caseId);
  if (state?.endedTasks.some((ended) => ended.taskId === taskId)) await endTasks(ports, state);
  return false;
};
