import { systemActor } from '../case/actor.ts';
import { append } from '../case/append.ts';
import { openTask } from '../case/commands/tasks.ts';
import { wasHeard } from '../case/disclosure.ts';
import type { Assignee, TaskKind } from '../case/events.ts';
import { type CaseState, type EndedTask, type OpenTask, respondentNip } from '../case/state.ts';
import { sessionOf } from '../case/task-fold.ts';
import { repeatsTask, roundAfter } from '../case/transitions.ts';
import { IllegalTransition, NoEligibleAssignee } from '../errors.ts';
import { type CommandId, commandIdSchema, newTaskId } from '../ids.ts';
import { chooseAssignee } from './choose-assignee.ts';
import { endTasks } from './end-tasks.ts';
import { requireCase } from './load-case.ts';
import { periodOf } from './period-of.ts';
import { answeredIn } from './plan-capture.ts';
import type { FlowCase, FlowResult, Ports } from './ports.ts';
import { ensureOpenTask, type TaskRowPorts } from './task-rows.ts';

export type OpenTaskPorts = TaskRowPorts &
  Pick<Ports, 'trail' | 'cases' | 'people' | 'clock' | 'ids' | 'rules' | 'workflow'>;

export interface OpenTaskInput extends FlowCase {
  readonly kind: TaskKind;
  /** The Step Functions task token: sealed at once, never logged. */
  readonly taskToken: string;
}

/** Kinds whose outcome stands as long as the evidence does: a returned decision is not reviewed again. */
const beforeExamination: readonly TaskKind[] = ['triage', 'review'];

/** The round in which a task of this kind belongs, for an execution of a round: an older one asks about its own. */
const roundOf = (state: CaseState, { kind, round }: Pick<OpenTaskInput, 'kind' | 'round'>): number =>
  beforeExamination.includes(kind) ? Math.min(state.evidenceRound, round) : round;

/** The word that ended this step in this round, if it has ended and is not to be repeated. */
const endedWith = (state: CaseState, input: OpenTaskInput): string | undefined => {
  const { kind, round } = input;
  const ended = state.endedTasks.findLast(
    (task) => task.kind === kind && task.round === roundOf(state, input) && task.outcome !== undefined,
  );
  if (ended?.outcome !== undefined) return isPassed(state, ended) ? ended.outcome : undefined;
  return kind === 'answer' && state.openTask === undefined && answeredIn(state, round) ? 'ANSWERED' : undefined;
};

/**
 * Whether the flow goes on from this end: not from an absence to be summoned again, nor from an answer to an older disclosure, nor from a
 * team that was left out before it was asked for.
 */
const isPassed = (state: CaseState, ended: EndedTask): boolean => {
  if (ended.outcome === undefined || repeatsTask(ended.outcome)) return false;
  switch (ended.kind) {
    case 'response':
      return wasHeard(state);
    case 'team':
      return !teamAskedSince(state, ended.endedSeq);
    default:
      return true;
  }
};

/** An examiner asked for a team, or the case is another kind of case since: what was decided on a team before is not what is asked now. */
const teamAskedSince = ({ teamRequests, trackChanges }: CaseState, since: number): boolean =>
  [...teamRequests, ...trackChanges].some(({ seq }) => seq > since);

const slotFor = (state: CaseState, kind: TaskKind): OpenTask | undefined =>
  kind === 'response' || kind === 'remedy' ? state.respondentTask : state.openTask;

const assigneeFor = async (ports: OpenTaskPorts, state: CaseState, kind: TaskKind): Promise<Assignee> => {
  if (kind === 'answer') return { kind: 'reporter' };
  if (kind === 'response' || kind === 'remedy') return respondentAssignee(state);
  const official = await chooseAssignee(ports, state, kind);
  if (official === undefined) throw new NoEligibleAssignee(`${state.caseId}: nobody may hold the ${kind} task`);
  return { kind: 'official', nip: official.nip };
};

const respondentAssignee = (state: CaseState): Assignee => {
  const nip = respondentNip(state);
  if (nip === undefined) throw new NoEligibleAssignee(`${state.caseId}: nobody is accused`);
  return { kind: 'respondent', nip };
};

/** The first time in a round keeps the plain name, so that older trails read the same. */
const commandIdOf = (state: CaseState, { kind, round }: Pick<OpenTaskInput, 'kind' | 'round'>): CommandId => {
  const session = sessionOf(state, kind, round);
  return commandIdSchema.parse(session === 1 ? `open:${kind}:${round}` : `open:${kind}:${round}:${session}`);
};

/**
 * Opens a task of a kind in the trail, where the case has none of it.
 * @throws IllegalTransition where the case does not wait for one
 */
export const openInTrail = async (
  ports: OpenTaskPorts,
  state: CaseState,
  { kind, round }: Pick<OpenTaskInput, 'kind' | 'round'>,
): Promise<CaseState> => {
  const assignee = await assigneeFor(ports, state, kind);
  const task = { taskId: newTaskId(ports.ids), kind, assignee, ...(await periodOf(ports, state, { kind, assignee })) };
  const result = await append(ports, {
    caseId: state.caseId,
    commandId: commandIdOf(state, { kind, round }),
    actor: systemActor('OpenTask'),
    command: openTask(task),
  });
  if (result.kind === 'refused') throw new IllegalTransition(`${kind} task: ${result.refusal.en}`);
  return result.state;
};

/**
 * Leaves the token with whoever holds the task, opening it where it is not open.
 * @returns the word that ended the task, where it has ended
 */
const join = async (ports: OpenTaskPorts, before: CaseState, input: OpenTaskInput): Promise<string | undefined> => {
  const { kind, taskToken } = input;
  const open = slotFor(before, kind);
  const isOpen = open?.kind === kind && open.round === roundOf(before, input);
  const state = isOpen || endedWith(before, input) !== undefined ? before : await openInTrail(ports, before, input);
  const outcome = endedWith(state, input);
  if (outcome !== undefined) {
    await endTasks(ports, state);
    return outcome;
  }
  const held = slotFor(state, kind);
  await ensureOpenTask(ports, state, held === undefined ? undefined : { taskId: held.taskId, token: taskToken });
  // Whoever acted, or took the task over, while the token was being stored did not know it yet.
  const now = await requireCase(ports, state.caseId);
  if (slotFor(now, kind)?.taskId === held?.taskId) return undefined;
  // Its own end is the answer, also where the flow comes back to the same kind of task from it.
  const ended = now.endedTasks.find(({ taskId }) => taskId === held?.taskId)?.outcome;
  if (ended === undefined) return join(ports, now, input);
  await endTasks(ports, now);
  return ended;
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
