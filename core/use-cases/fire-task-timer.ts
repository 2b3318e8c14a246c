import { systemActor } from '../case/actor.ts';
import { append, loadCase } from '../case/append.ts';
import { escalateTask, expireTask, remindTask } from '../case/commands/tasks.ts';
import type { Command } from '../case/decision.ts';
import { type CaseState, type OpenTask, openTaskOf } from '../case/state.ts';
import { NotFound } from '../errors.ts';
import { type CommandId, commandIdSchema, newTaskId } from '../ids.ts';
import type { TimerTarget } from '../ports.ts';
import { nextHolder } from './choose-assignee.ts';
import type { OpenTaskPorts } from './open-task.ts';
import { nextPeriodOf } from './period-of.ts';
import { mailHolder, reconcileTasks } from './task-rows.ts';

export type TimerResult = 'STALE' | 'REMINDED' | 'ESCALATED' | 'EXPIRED';

const id = (text: string): CommandId => commandIdSchema.parse(text);

const record = async (ports: OpenTaskPorts, state: CaseState, commandId: CommandId, command: Command) =>
  append(ports, { caseId: state.caseId, commandId, actor: systemActor('TaskTimer'), command });

const remind = async (ports: OpenTaskPorts, state: CaseState, task: OpenTask): Promise<TimerResult> => {
  const commandId = id(`remind:${task.taskId}:${task.dueAt.slice(0, 10)}`);
  const result = await record(ports, state, commandId, remindTask(task.taskId, ports.clock.now()));
  if (result.kind === 'refused') return 'STALE';
  const row = await ports.tasks.get(task.taskId);
  if (row === undefined) throw new NotFound(`no row for task ${task.taskId}`);
  if (row.status === 'OPEN') await mailHolder(ports, row, 'taskReminded');
  return 'REMINDED';
};

/** Up the line where somebody stands there; otherwise the silence is recorded and the holder keeps the task with a new due date. */
const expiry = async (ports: OpenTaskPorts, state: CaseState, task: OpenTask): Promise<[TimerResult, Command]> => {
  const now = ports.clock.now();
  const { kind, assignee, taskId } = task;
  const above =
    assignee.kind === 'official' ? await nextHolder(ports, { state, kind, holder: assignee.nip }) : undefined;
  const next = above === undefined ? assignee : ({ kind: 'official', nip: above.nip } as const);
  const period = await nextPeriodOf(ports, state, { kind, assignee: next });
  return above === undefined
    ? ['EXPIRED', expireTask(taskId, now, period)]
    : ['ESCALATED', escalateTask(taskId, now, { newTaskId: newTaskId(ports.ids), to: above.nip, ...period })];
};

const expire = async (ports: OpenTaskPorts, state: CaseState, task: OpenTask): Promise<TimerResult> => {
  const [outcome, command] = await expiry(ports, state, task);
  const commandId = id(`due:${task.taskId}:${task.dueAt.slice(0, 10)}`);
  const result = await record(ports, state, commandId, command);
  if (result.kind === 'refused') return 'STALE';
  await reconcileTasks(ports, result.state);
  return outcome;
};

/**
 * A task's clock rang. Reads the case again and does nothing where the bell is stale: the task is over, handed on, or its date has moved.
 */
export const fireTaskTimer = async (ports: OpenTaskPorts, target: TimerTarget): Promise<TimerResult> => {
  const state = await loadCase(ports.trail, target.caseId);
  const task = state === undefined ? undefined : openTaskOf(state, target.taskId);
  if (state === undefined || task === undefined) return 'STALE';
  const now = ports.clock.now();
  if (target.kind === 'task-due') return now < task.dueAt ? 'STALE' : expire(ports, state, task);
  const isDue = now >= task.remindAt && now < task.dueAt && task.assignee.kind !== 'reporter';
  return isDue ? remind(ports, state, task) : 'STALE';
};
