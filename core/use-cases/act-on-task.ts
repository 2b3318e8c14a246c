import { CalendarNotCovered } from '../calendar/working-days.ts';
import type { Actor, Role } from '../case/actor.ts';
import { append, loadCase } from '../case/append.ts';
import { taskIsOver } from '../case/commands/tasks.ts';
import type { TaskKind } from '../case/events.ts';
import { type CaseState, openTaskOf } from '../case/state.ts';
import { type CommandId, commandIdSchema, type Nip, type TaskId } from '../ids.ts';
import { type Refusal, refused } from '../refusal.ts';
import { processRefusal, processRefusalCodeSchema } from '../rules/process-texts.ts';
import type { RuleBook } from '../rules/rule-book.ts';
import type { StepUpMeans } from '../step-up/means.ts';
import { stepUpFor } from '../step-up/settings.ts';
import type { ActForm } from '../tasks/act-forms.ts';
import { hashOf } from '../trail/digest.ts';
import { type ActCommand, type ActContext, type ActPorts, no } from './acts/act-command.ts';
import { decideAct } from './acts/decide-act.ts';
import { handOver } from './acts/hand-over.ts';
import { agencyRules } from './agency-rules.ts';
import { mayHoldTask } from './choose-assignee.ts';
import { reconcileTasks } from './task-rows.ts';

export interface ActOnTaskInput {
  readonly taskId: TaskId;
  /** Who acts: proven by mailbox (link) or by sign-in (console). */
  readonly nip: Nip;
  readonly via: 'LINK' | 'CONSOLE';
  /** What they proved beyond that, for this task; needed where the agency asks for it. */
  readonly stepUp?: StepUpMeans | undefined;
  readonly act: ActForm;
}

export type ActResult =
  | { readonly kind: 'done'; readonly outcome: string }
  /** The task went to somebody else: by their own wish, or because they may not hold it. */
  | { readonly kind: 'handed-over'; readonly cause: 'RECUSED' | 'INELIGIBLE' | 'FORWARDED' }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly path: string };

/** The role under which the holder of a task acts. */
export const roleFor: Readonly<Record<ActForm['kind'], Role>> = {
  triage: 'triage',
  review: 'superior',
  team: 'ppk',
  examination: 'examiner',
  decision: 'ppk',
  service: 'triage',
  appeal: 'ppk',
  execution: 'triage',
};

/** The same form sent twice is one act; another form for the same task is another command, and comes too late. */
const commandIdOf = (taskId: TaskId, act: ActForm): CommandId =>
  commandIdSchema.parse(`act:${taskId}:${hashOf(act).slice(0, 32)}`);

/** Pages ask for it before; whoever gets here without skipped it. */
export const stepUpMissing: Extract<ActResult, { kind: 'refused' }> = {
  ...refused(
    'STEP_UP_REQUIRED',
    'Instansi Anda meminta bukti diri tambahan untuk tindakan ini. Tidak ada yang berubah.',
    'Your agency asks for a further proof of who you are for this act. Nothing has changed.',
  ),
  path: '',
};

const over: ActResult = { kind: 'refused', refusal: taskIsOver.refusal, path: '' };

const contextOf = async (ports: ActPorts, input: ActOnTaskInput, state: CaseState): Promise<ActContext | undefined> => {
  const official = await ports.directory.staff(state.agencyId, input.nip);
  const agency = await ports.directory.agency(state.agencyId);
  const task = openTaskOf(state, input.taskId);
  if (official === undefined || agency === undefined || task?.kind !== input.act.kind) return undefined;
  return { state, task, official, agency, rules: await agencyRules(ports, state.agencyId) };
};

/** A deadline that runs into a year whose days off are not loaded is not guessed: the administrator loads them, then the act works. */
const withinCalendar = async (decide: () => Promise<ActCommand>): Promise<ActCommand> => {
  try {
    return await decide();
  } catch (error) {
    if (!(error instanceof CalendarNotCovered)) throw error;
    return no(
      '',
      'CALENDAR_NOT_COVERED',
      'Hari libur untuk tahun yang dihitung belum dimuat, sehingga batas waktu tidak dapat dihitung. Tidak ada yang berubah; hubungi administrator.',
      'The days off of a year that is counted are not loaded, so the deadline cannot be computed. Nothing has changed; contact the administrator.',
    );
  }
};

/** A command knows no rules: where there is a sentence for its refusal, that one names the rule it rests on. */
const cited = (rules: RuleBook, refusal: Refusal): Refusal => {
  const known = processRefusalCodeSchema.safeParse(refusal.code);
  return known.success ? processRefusal(rules, known.data) : refusal;
};

/** Whom this act makes or keeps the accused: a triage officer must not name someone above themselves. */
const namedBy = (act: ActForm): Nip | undefined =>
  act.kind === 'triage' && act.form.outcome === 'PROCEED' ? act.form.respondentNip : undefined;

/** Whether the agency asks for more than the mailbox or the sign-in, and it was not proven. Every way to an act leads past here. */
export const lacksStepUp = async (
  { directory }: Pick<ActPorts, 'directory'>,
  state: CaseState,
  { kind, stepUp }: { readonly kind: TaskKind; readonly stepUp?: StepUpMeans | undefined },
): Promise<boolean> =>
  stepUp === undefined && stepUpFor((await directory.settings(state.agencyId)) ?? {}, kind) !== undefined;

/** With what the event records how they proved themselves. */
export const provenWith = (stepUp: StepUpMeans | undefined) => (stepUp === undefined ? {} : { stepUp });

/**
 * The act. State, assignee, recusal and content are checked again; the event's one conditional put is the act and burns the link.
 * Task rows and the callback follow; the sweep repairs them where this is cut short.
 */
export const actOnTask = async (ports: ActPorts, input: ActOnTaskInput): Promise<ActResult> => {
  const row = await ports.tasks.get(input.taskId);
  const state = row === undefined ? undefined : await loadCase(ports.trail, row.caseId);
  if (state === undefined) return over;
  const commandId = commandIdOf(input.taskId, input.act);
  if (state.commands.has(commandId)) {
    await reconcileTasks(ports, state);
    return resultOf(state, input);
  }
  const context = await contextOf(ports, input, state);
  if (context === undefined) return over;
  if (await lacksStepUp(ports, state, { kind: input.act.kind, stepUp: input.stepUp })) return stepUpMissing;
  const eligible = await mayHoldTask(ports, state, context.official, namedBy(input.act));
  const decided = eligible
    ? await withinCalendar(() => decideAct(ports, context, input.act))
    : await handOver(ports, context, { cause: 'INELIGIBLE' }, namedBy(input.act));
  if (decided.kind === 'refused') return decided;
  const actor: Actor = {
    kind: 'official',
    nip: input.nip,
    role: roleFor[input.act.kind],
    via: input.via,
    ...provenWith(input.stepUp),
  };
  const appended = await append(ports, { caseId: state.caseId, commandId, actor, command: decided.command });
  if (appended.kind === 'refused')
    return { kind: 'refused', refusal: cited(context.rules, appended.refusal), path: '' };
  await reconcileTasks(ports, appended.state);
  return resultOf(appended.state, input);
};

const causes: Readonly<Record<string, 'RECUSED' | 'FORWARDED'>> = { RECUSE: 'RECUSED', FORWARD: 'FORWARDED' };

/** What became of the act, as the trail has it: so the same form sent again gets the same answer. */
const resultOf = (state: CaseState, { taskId, act }: ActOnTaskInput): ActResult => {
  const { outcome } = act.form;
  const ended = state.endedTasks.find((task) => task.taskId === taskId);
  if (ended?.end !== 'REASSIGNED') return { kind: 'done', outcome };
  return { kind: 'handed-over', cause: causes[outcome] ?? 'INELIGIBLE' };
};
