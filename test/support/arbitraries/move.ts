import type { Act } from '../../../core/case/commands/acts.ts';
import type { Command } from '../../../core/case/decision.ts';
import type { CaseState } from '../../../core/case/state.ts';
import { type Nip, type Sha256, type TaskId, taskIdSchema } from '../../../core/ids.ts';
import { DAY, type Instant, plusMs } from '../../../core/time.ts';
import { actOn } from '../builders/decisions.ts';
import { RESPONDENT, shaOf, taskIdOf } from '../builders/drafts.ts';
import { nipOf } from '../builders/staff.ts';

/** When something is tried, the how-manieth try it is, and a number that picks among what could be tried. */
export interface Moment {
  readonly now: Instant;
  readonly number: number;
  readonly variant: number;
}

/** Makes a command from what somebody sees. */
export type Make = (seen: CaseState, moment: Moment) => Command;
export type Moves = Readonly<Record<string, Make>>;

/** One thing that somebody tries on a case, and by how much time moved before. */
export interface Move {
  readonly name: string;
  readonly elapsedMs: number;
  readonly command: (seen: CaseState, now: Instant, number: number) => Command;
}

export const withoutRound = <D extends { round: number }>({ round: _round, ...data }: D): Omit<D, 'round'> => data;

/** The data of an act without what its author signs with. */
export const unsigned = <D extends { taskId: TaskId; round: number; contentHash: Sha256; reason: string }>(data: D) => {
  const { taskId: _task, round: _round, contentHash: _content, reason: _reason, ...rest } = data;
  return rest;
};

export const periodFrom = (now: Instant) => ({ dueAt: plusMs(now, 2 * DAY), remindAt: plusMs(now, DAY) });

/** An id of a task that no other try makes; task numbers of the builders stay below. */
export const newTask = (number: number): TaskId => taskIdSchema.parse(String(1000 + number).padStart(16, '0'));

/** Few enough officials that the accused is often among those somebody picks. */
export const someone = (variant: number): Nip => nipOf(1 + (variant % 8));

/** One of the choices. */
export const oneOf = <const T>(choices: readonly [T, ...T[]], variant: number): T =>
  choices[variant % choices.length] ?? choices[0];

type Acting = (act: ReturnType<typeof actOn>, seen: CaseState, moment: Moment) => Command;

/** An act by whoever holds the open task, on what they see. */
export const acting =
  (make: Acting): Make =>
  (seen, moment) =>
    make(actOn(seen), seen, moment);

/** The same act on content that has changed since. */
export const actingLate =
  (make: Acting): Make =>
  (seen, moment) =>
    make({ ...actOn(seen), contentHash: shaOf('what was shown earlier') }, seen, moment);

/** What somebody does with a task that is open, whoever holds it. */
export const onTask =
  (make: (taskId: Act['taskId'], moment: Moment) => Command): Make =>
  (seen, moment) => {
    const tasks = [seen.openTask, seen.respondentTask].filter((task) => task !== undefined);
    return make(tasks[moment.variant % Math.max(1, tasks.length)]?.taskId ?? taskIdOf(0), moment);
  };

/** What the respondent does with their own task. */
export const own = (seen: CaseState) => ({
  taskId: seen.respondentTask?.taskId ?? taskIdOf(0),
  nip: seen.respondentTask?.assignee.kind === 'respondent' ? seen.respondentTask.assignee.nip : RESPONDENT,
});
