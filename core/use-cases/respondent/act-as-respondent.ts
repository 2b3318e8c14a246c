import { formatDateEn, formatDateId } from '../../calendar/format-date.ts';
import { endOfDay, localDate } from '../../calendar/zones.ts';
import { append, loadCase } from '../../case/append.ts';
import { fileAppeal, recordStatement, signRecord } from '../../case/commands/hearing.ts';
import { taskIsOver } from '../../case/commands/tasks.ts';
import type { Command } from '../../case/decision.ts';
import { type CaseState, openTaskOf, type StateOf } from '../../case/state.ts';
import type { Agency } from '../../directory/staff.ts';
import { NotFound } from '../../errors.ts';
import { type CommandId, commandIdSchema, type Nip, type TaskId } from '../../ids.ts';
import { type Refused, refused } from '../../refusal.ts';
import { processRefusal } from '../../rules/process-texts.ts';
import type { RuleBook } from '../../rules/rule-book.ts';
import type { StepUpMeans } from '../../step-up/means.ts';
import type { OwnAct } from '../../tasks/own-acts.ts';
import type { RemedyForm, ResponseForm } from '../../tasks/respondent-forms.ts';
import type { LocalDate } from '../../time.ts';
import { hashOf, sha256Hex } from '../../trail/digest.ts';
import { type ActResult, lacksStepUp, provenWith, stepUpMissing } from '../act-on-task.ts';
import type { ActPorts } from '../acts/act-command.ts';
import { agencyRules } from '../agency-rules.ts';
import { countedFrom } from '../office-calendar.ts';
import { reconcileTasks } from '../task-rows.ts';
import { fileCorrections, fileOwnWords, type SentFile } from './own-artifacts.ts';

export interface OwnActInput {
  readonly taskId: TaskId;
  /** Who acts: the respondent, proven by mailbox. */
  readonly nip: Nip;
  /** What they proved beyond their mailbox, for this task; needed where the agency asks for it. */
  readonly stepUp?: StepUpMeans | undefined;
  readonly act: OwnAct;
  readonly files: readonly SentFile[];
}

/** A statement or an appeal may bring along this many files. */
export const MAX_OWN_FILES = 20;

const tooManyFiles = refused(
  'TOO_MANY_FILES',
  `Paling banyak ${MAX_OWN_FILES} berkas sekali kirim.`,
  `At most ${MAX_OWN_FILES} files at once.`,
);

/** The command that a form of the respondent is: the same form with the same files is the same command. */
export const ownCommandId = ({ taskId, act, files }: OwnActInput): CommandId => {
  const content = hashOf({ act, files: files.map(({ bytes }) => sha256Hex(bytes)) });
  return commandIdSchema.parse(`act:${taskId}:${content.slice(0, 32)}`);
};

type Decided = Command | (Refused & { readonly path: string });

const respond = async (
  ports: ActPorts,
  state: CaseState,
  { input, form }: { input: OwnActInput; form: ResponseForm },
): Promise<Decided> => {
  const { taskId, nip, files } = input;
  const own = { taskId, nip };
  if (!('statement' in form)) {
    const manner = form.outcome === 'SIGN_RECORD' ? 'SIGNED' : 'REFUSED';
    const corrections =
      form.corrections === undefined ? undefined : await fileCorrections(ports, state, form.corrections);
    return signRecord(own, { manner, corrections });
  }
  const { statement, witnesses = null, companion = null } = form;
  const artifacts = await fileOwnWords(ports, state, {
    text: { statement, witnesses, companion },
    files,
    kinds: ['STATEMENT', 'STATEMENT_FILE'],
  });
  return recordStatement(own, { artifacts, complete: form.outcome === 'FINISH' });
};

/** The last day for a remedy: as it was told, or later where a day off was added since. Time that was promised is never taken back. */
const lastDayOf = async (
  { directory }: Pick<ActPorts, 'directory'>,
  { rules, agency, state }: { rules: RuleBook; agency: Agency; state: StateOf<'APPEAL_WINDOW'> },
): Promise<LocalDate> => {
  const { receivedOn, effectiveOn, remedy } = state.served;
  const name = remedy.route === 'BPASN' ? 'appeal' : 'objection';
  const unit = (await directory.staff(state.agencyId, state.triage.respondent.nip))?.unit ?? '';
  const { date } = countedFrom(rules, { agency, unit, name, from: receivedOn });
  const told = remedy.until ?? effectiveOn;
  const [, last = told] = [date, told].toSorted();
  return last;
};

const appeal = async (
  ports: ActPorts,
  state: CaseState,
  { input, form }: { input: OwnActInput; form: RemedyForm },
): Promise<Decided> => {
  const rules = await agencyRules(ports, state.agencyId);
  const agency = await ports.directory.agency(state.agencyId);
  if (agency === undefined) throw new NotFound(`agency ${state.agencyId} is not in the directory`);
  if (state.status !== 'APPEAL_WINDOW') return { ...taskIsOver, path: '' };
  const { route, until } = state.served.remedy;
  if (route === 'NONE' || until === undefined) {
    return { kind: 'refused', refusal: processRefusal(rules, 'REMEDY_NOT_AVAILABLE'), path: 'outcome' };
  }
  const now = ports.clock.now();
  const last = endOfDay(await lastDayOf(ports, { rules, agency, state }), agency.zone);
  if (now > last) {
    const date = { id: formatDateId(last, agency.zone), en: formatDateEn(last, agency.zone) };
    return { kind: 'refused', refusal: processRefusal(rules, 'APPEAL_LATE', { date }), path: 'outcome' };
  }
  const { taskId, nip, files } = input;
  const text = { grounds: form.grounds };
  const artifacts = await fileOwnWords(ports, state, { text, files, kinds: ['APPEAL', 'APPEAL_FILE'] });
  return fileAppeal({ taskId, nip }, { route, filedOn: localDate(now, agency.zone), artifacts });
};

const decide = async (ports: ActPorts, state: CaseState, input: OwnActInput): Promise<Decided> => {
  if (input.files.length > MAX_OWN_FILES) return { ...tooManyFiles, path: 'files' };
  const { act } = input;
  return act.kind === 'response'
    ? respond(ports, state, { input, form: act.form })
    : appeal(ports, state, { input, form: act.form });
};

/**
 * What the respondent does through their own link. What they wrote and sent is stored first, then recorded; the same form sent twice is
 * one act. Rows and callback follow; the sweep repairs them where this is cut short.
 */
export const actAsRespondent = async (ports: ActPorts, input: OwnActInput): Promise<ActResult> => {
  const row = await ports.tasks.get(input.taskId);
  const state = row === undefined ? undefined : await loadCase(ports.trail, row.caseId);
  const done: ActResult = { kind: 'done', outcome: input.act.form.outcome };
  if (state === undefined) return { ...taskIsOver, path: '' };
  const commandId = ownCommandId(input);
  if (state.commands.has(commandId)) {
    await reconcileTasks(ports, state);
    return done;
  }
  if (openTaskOf(state, input.taskId)?.kind !== input.act.kind) return { ...taskIsOver, path: '' };
  if (await lacksStepUp(ports, state, { kind: input.act.kind, stepUp: input.stepUp })) return stepUpMissing;
  const decided = await decide(ports, state, input);
  if (typeof decided !== 'function') return decided;
  const actor = { kind: 'respondent', nip: input.nip, ...provenWith(input.stepUp) } as const;
  const appended = await append(ports, { caseId: state.caseId, commandId, actor, command: decided });
  if (appended.kind === 'refused') return { ...appended, path: '' };
  await reconcileTasks(ports, appended.state);
  return done;
};
