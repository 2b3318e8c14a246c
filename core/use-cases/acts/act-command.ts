import type { Act } from '../../case/commands/acts.ts';
import type { Command } from '../../case/decision.ts';
import type { CaseState, OpenTask } from '../../case/state.ts';
import type { Agency, Staff } from '../../directory/staff.ts';
import { type Refusal, type Refused, refused } from '../../refusal.ts';
import type { RuleBook } from '../../rules/rule-book.ts';
import type { OpenTaskPorts } from '../open-task.ts';
import type { Ports } from '../ports.ts';

/** What deciding an act takes: the ports of tasks, and the store for what it writes down. */
export type ActPorts = OpenTaskPorts & Pick<Ports, 'evidence' | 'scanner'>;

/** What the form comes to: a command for the case, or a refusal with the field that has to change. */
export type RefusedAct = Refused & { readonly path: string };
export type ActCommand = { readonly kind: 'command'; readonly command: Command } | RefusedAct;

export interface ActContext {
  readonly state: CaseState;
  readonly task: OpenTask;
  readonly official: Staff;
  readonly agency: Agency;
  /** The rules as the agency has chosen them. */
  readonly rules: RuleBook;
}

export const no = (path: string, code: string, id: string, en: string): RefusedAct => ({
  ...refused(code, id, en),
  path,
});
export const refuse = (path: string, refusal: Refusal): RefusedAct => ({ kind: 'refused', refusal, path });
export const yes = (command: Command): ActCommand => ({ kind: 'command', command });

/** The part of an act that is the same for every kind. */
export const actOf = (
  { task, official }: ActContext,
  form: { readonly contentHash: Act['contentHash']; readonly reason: string },
): Act => ({ taskId: task.taskId, nip: official.nip, contentHash: form.contentHash, reason: form.reason });

const disciplineOf = { PNS: 'DISCIPLINE_PNS', PPPK: 'DISCIPLINE_PPPK' } as const;

/** Whether a track is for employees of this kind. */
export const trackFits = (employment: Staff['employment'], track: string): boolean =>
  track === 'ETHICS' || track === disciplineOf[employment];
