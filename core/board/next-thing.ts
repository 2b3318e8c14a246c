import * as z from 'zod';
import { wasHeard } from '../case/disclosure.ts';
import { type TaskKind, taskKindSchema } from '../case/events.ts';
import type { CaseState, OpenTask } from '../case/state.ts';
import { examinationResult } from '../case/summons.ts';
import type { Nip, TaskId } from '../ids.ts';
import type { Instant } from '../time.ts';

/** What the system does next where nobody is asked; `ASSIGN` finds whose task it is and opens it, `CONCLUDE` tells and closes. */
export const systemStepSchema = z.enum([
  'COLLECT_EVIDENCE',
  'ASSIGN',
  'PREPARE_EXAMINATION',
  'REPORT_EXAMINATION',
  'ISSUE_DECISION',
  'FORWARD_APPEAL',
  'TAKE_EFFECT',
  'CONCLUDE',
]);
export type SystemStep = z.infer<typeof systemStepSchema>;

/** Both kinds of next thing, as derived rows carry them. */
export const nextKindSchema = z.enum([...taskKindSchema.options, ...systemStepSchema.options]);
export type NextKind = z.infer<typeof nextKindSchema>;

export type Responsible =
  | { readonly kind: 'official' | 'respondent'; readonly nip: Nip }
  | { readonly kind: 'reporter' }
  | { readonly kind: 'system' };

/** The one thing that an open case waits for, and the one who is responsible for it. */
export type NextThing =
  | {
      readonly what: 'TASK';
      readonly kind: TaskKind;
      readonly taskId: TaskId;
      readonly responsible: Exclude<Responsible, { readonly kind: 'system' }>;
      readonly dueAt: Instant;
    }
  | { readonly what: 'STEP'; readonly kind: SystemStep; readonly responsible: { readonly kind: 'system' } };

const taskAsNext = ({ kind, taskId, assignee, dueAt }: OpenTask): NextThing => ({
  what: 'TASK',
  kind,
  taskId,
  responsible: assignee,
  dueAt,
});

const afterExamination = (state: CaseState): SystemStep =>
  examinationResult(state) === undefined ? 'PREPARE_EXAMINATION' : 'REPORT_EXAMINATION';

const afterAppeal = (state: CaseState): SystemStep => {
  const last = state.appealDecisions.at(-1);
  if (last === undefined) return 'FORWARD_APPEAL';
  return last.outcome === 'ANNULLED' ? 'CONCLUDE' : 'TAKE_EFFECT';
};

const afterEffect = (state: CaseState & { readonly status: 'EFFECTIVE' }): SystemStep =>
  state.effect.endsOn === undefined || state.executions.length > 0 ? 'CONCLUDE' : 'ASSIGN';

const hadTimeToAppeal = (state: CaseState): boolean =>
  state.endedTasks.some(({ kind, round }) => kind === 'remedy' && round === state.round);

const stepOf = (state: CaseState): SystemStep => {
  switch (state.status) {
    case 'RECEIVED':
    case 'CAPTURING':
      return 'COLLECT_EVIDENCE';
    case 'TRIAGE':
    case 'REVIEW':
    case 'DECISION':
      return 'ASSIGN';
    case 'EXAMINATION':
      return afterExamination(state);
    case 'SERVICE':
      return state.signed === undefined ? 'ISSUE_DECISION' : 'ASSIGN';
    case 'APPEAL_WINDOW':
      return hadTimeToAppeal(state) ? 'TAKE_EFFECT' : 'ASSIGN';
    case 'APPEAL':
      return afterAppeal(state);
    case 'EFFECTIVE':
      return afterEffect(state);
    case 'DISMISSED':
    case 'REJECTED':
    case 'REFERRED':
    case 'MERGED':
    case 'CLOSED':
      return 'CONCLUDE';
    default:
      return state satisfies never;
  }
};

/** Whether the case goes on only when the respondent has answered, appealed, or let the time pass; else their task runs beside others. */
const waitsForRespondent = (state: CaseState): boolean =>
  state.status === 'EXAMINATION'
    ? examinationResult(state) !== undefined && !wasHeard(state)
    : state.status !== 'DECISION';

/**
 * What a case waits for, and for whom: the task that an official or the reporter holds; the respondent, while their time to answer or to
 * appeal is all that keeps it; else the step that the system takes by itself. Undefined once the case is closed, and only then.
 */
export const nextThing = (state: CaseState): NextThing | undefined => {
  if (state.closed !== undefined) return undefined;
  const task = state.openTask ?? (waitsForRespondent(state) ? state.respondentTask : undefined);
  return task === undefined ? { what: 'STEP', kind: stepOf(state), responsible: { kind: 'system' } } : taskAsNext(task);
};
