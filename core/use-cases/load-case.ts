import type { Actor } from '../case/actor.ts';
import { systemActor } from '../case/actor.ts';
import { type Appended, append, loadCase } from '../case/append.ts';
import type { Command } from '../case/decision.ts';
import type { CaseState } from '../case/state.ts';
import { IllegalTransition, NotFound } from '../errors.ts';
import { type CaseId, commandIdSchema } from '../ids.ts';
import type { Ports } from './ports.ts';

/** @throws NotFound */
export const requireCase = async (ports: Pick<Ports, 'trail'>, caseId: CaseId): Promise<CaseState> => {
  const state = await loadCase(ports.trail, caseId);
  if (state === undefined) throw new NotFound(`no case ${caseId}`);
  return state;
};

interface StepCommand {
  readonly caseId: CaseId;
  readonly commandId: string;
  readonly step: string;
  readonly command: Command;
}

const run = async (
  ports: Pick<Ports, 'trail' | 'cases' | 'clock'>,
  { caseId, commandId, step, command }: StepCommand,
): Promise<Appended> => {
  const actor: Actor = systemActor(step);
  return append(ports, { caseId, commandId: commandIdSchema.parse(commandId), actor, command });
};

/**
 * Runs a command of a workflow step that must be possible where the flow stands.
 * @throws IllegalTransition where it is refused: the flow and the case disagree
 */
export const mustAppend = async (
  ports: Pick<Ports, 'trail' | 'cases' | 'clock'>,
  step: StepCommand,
): Promise<CaseState> => {
  const result = await run(ports, step);
  if (result.kind === 'refused') throw new IllegalTransition(`${step.step}: ${result.refusal.en}`);
  return result.state;
};

/** Runs a command that may come too late without harm. */
export const mayAppend = run;
