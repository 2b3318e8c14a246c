import { systemActor } from '../case/actor.ts';
import { append } from '../case/append.ts';
import { moveDeadline } from '../case/commands/tasks.ts';
import { type CaseState, type OpenTask, openTasks } from '../case/state.ts';
import { commandIdSchema } from '../ids.ts';
import { movedPeriod } from '../use-cases/moved-period.ts';
import { officeOf } from '../use-cases/period-of.ts';
import { ensureOpenTask } from '../use-cases/task-rows.ts';
import type { CaseChecker, SweepPorts } from './checker.ts';

const move = async (ports: SweepPorts, state: CaseState, task: OpenTask): Promise<CaseState | undefined> => {
  const { rules, agency, unit } = await officeOf(ports, state, task.assignee);
  const moved = movedPeriod(rules, agency, { state, task, unit, now: ports.clock.now() });
  if (moved === undefined) return undefined;
  const result = await append(ports, {
    caseId: state.caseId,
    // Named by what it was decided on: a deadline may move there and back again, and two sweeps move it once.
    commandId: commandIdSchema.parse(`move:${task.taskId}:${state.seq}`),
    actor: systemActor('MoveDeadline'),
    command: moveDeadline(task.taskId, moved),
  });
  return result.kind === 'appended' ? result.state : undefined;
};

/**
 * An open deadline that the calendar, as it is known now, puts elsewhere: a day off was added or taken away. The trail says from when
 * to when and why; timers and row follow. Where they do not, because of a crash, the next run finds the row behind its trail.
 */
export const deadlineMoved: CaseChecker = async (ports, { state }) => {
  if (state === undefined) return false;
  let moved = state;
  for (const task of openTasks(state)) moved = (await move(ports, moved, task)) ?? moved;
  if (moved === state) return false;
  await ensureOpenTask(ports, moved);
  return true;
};
