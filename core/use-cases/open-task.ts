import { systemActor } from '../case/actor.ts';
import { append } from '../case/append.ts';
import { openTask } from '../case/commands/tasks.ts';
import type { Assignee, TaskKind } from '../case/events.ts';
import type { CaseState } from '../case/state.ts';
import { roundAfter } from '../case/transitions.ts';
import { IllegalTransition, NoEligibleAssignee, NotFound } from '../errors.ts';
import { commandIdSchema, newTaskId } from '../ids.ts';
import { chooseAssignee } from './choose-assignee.ts';
import { endTasks } from './end-tasks.ts';
import { requireCase } from './load-case.ts';
import { answeredIn } from './plan-capture.ts';
import type { FlowCase, FlowResult, Ports } from './ports.ts';
import { taskPeriod } from './task-period.ts';
import { ensureOpenTask, type TaskRowPorts } from './task-rows.ts';

export type OpenTaskPorts = TaskRowPorts &
  Pick<Ports, 'trail' | 'cases' | 'people' | 'clock' | 'ids' | 'rules' | 'workflow'>;

export interface OpenTaskInput extends FlowCase {
  readonly kind: TaskKind;
  /** The Step Functions task token: sealed at once, never logged. */
  readonly taskToken: string;
}

/** The word that ended this step in this round, if it has ended. */
const endedWith = (state: CaseState, { kind, round }: OpenTaskInput): string | undefined => {
  const ended = state.endedTasks.findLast(
    (task) => task.kind === kind && task.round === round && task.outcome !== undefined,
  );
  const early = kind === 'answer' && state.openTask === undefined && answeredIn(state, round);
  return ended?.outcome ?? (early ? 'ANSWERED' : undefined);
};

const assigneeFor = async (ports: OpenTaskPorts, state: CaseState, kind: TaskKind): Promise<Assignee> => {
  if (kind === 'answer') return { kind: 'reporter' };
  const official = await chooseAssignee(ports, state, kind);
  if (official === undefined) throw new NoEligibleAssignee(`${state.caseId}: nobody may hold the ${kind} task`);
  return { kind: 'official', nip: official.nip };
};

const opened = async (ports: OpenTaskPorts, state: CaseState, input: OpenTaskInput): Promise<CaseState> => {
  const agency = await ports.directory.agency(state.agencyId);
  if (agency === undefined) throw new NotFound(`agency ${state.agencyId} is not in the directory`);
  const task = {
    taskId: newTaskId(ports.ids),
    kind: input.kind,
    assignee: await assigneeFor(ports, state, input.kind),
    ...taskPeriod(ports.rules, agency, input.kind, ports.clock.now()),
  };
  const result = await append(ports, {
    caseId: state.caseId,
    commandId: commandIdSchema.parse(`open:${input.kind}:${input.round}`),
    actor: systemActor('OpenTask'),
    command: openTask(task),
  });
  if (result.kind === 'refused') throw new IllegalTransition(`${input.kind} task: ${result.refusal.en}`);
  return result.state;
};

/**
 * Leaves the token with whoever holds the task, opening it where it is not open.
 * @returns the word that ended the task, where it has ended
 */
const join = async (ports: OpenTaskPorts, before: CaseState, input: OpenTaskInput): Promise<string | undefined> => {
  const { kind, round, taskToken } = input;
  const isOpen = before.openTask?.kind === kind && before.openTask.round === round;
  const state = isOpen || endedWith(before, input) !== undefined ? before : await opened(ports, before, input);
  const outcome = endedWith(state, input);
  if (outcome !== undefined) {
    await endTasks(ports, state);
    return outcome;
  }
  await ensureOpenTask(ports, state, taskToken);
  // Whoever acted, or took the task over, while the token was being stored did not know it yet.
  const now = await requireCase(ports, state.caseId);
  return now.openTask?.taskId === state.openTask?.taskId ? undefined : join(ports, now, input);
};

/**
 * Opens a human task, or joins the one that is open, or answers at once where the trail already holds the outcome: so a new execution
 * passes through every step that was taken before it.
 * @throws NoEligibleAssignee where the directory has nobody who may hold the task
 */
export const openTaskStep = async (ports: OpenTaskPorts, input: OpenTaskInput): Promise<FlowResult> => {
  const { caseId, agencyId, taskToken } = input;
  const outcome = await join(ports, await requireCase(ports, caseId), input);
  if (outcome === undefined) return { caseId, agencyId, round: input.round, outcome: 'OPENED' };
  const round = roundAfter(input.round, outcome);
  await ports.workflow.succeed(taskToken, { caseId, agencyId, round, outcome });
  return { caseId, agencyId, round, outcome };
};
