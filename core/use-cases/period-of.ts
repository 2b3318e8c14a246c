import { startOfDay } from '../calendar/zones.ts';
import type { Assignee, TaskKind } from '../case/events.ts';
import type { CaseState, OpenTask } from '../case/state.ts';
import { lastSummons } from '../case/summons.ts';
import type { Agency } from '../directory/staff.ts';
import { NotFound } from '../errors.ts';
import type { RuleBook } from '../rules/rule-book.ts';
import type { Instant } from '../time.ts';
import { agencyRules } from './agency-rules.ts';
import type { Ports } from './ports.ts';
import { taskPeriod } from './task-period.ts';

type PeriodPorts = Pick<Ports, 'directory' | 'rules' | 'clock'>;

export interface Period {
  readonly dueAt: Instant;
  readonly remindAt: Instant;
}

/** By which rules and whose calendar a task's time counts: those of the agency, and of the unit of the person who acts. */
export const officeOf = async (
  ports: Pick<Ports, 'directory' | 'rules'>,
  state: CaseState,
  assignee: Assignee,
): Promise<{ rules: RuleBook; agency: Agency; unit: string | undefined }> => {
  const agency = await ports.directory.agency(state.agencyId);
  if (agency === undefined) throw new NotFound(`agency ${state.agencyId} is not in the directory`);
  const holder = assignee.kind === 'reporter' ? undefined : await ports.directory.staff(state.agencyId, assignee.nip);
  return { rules: await agencyRules(ports, state.agencyId), agency, unit: holder?.unit };
};

const later = (a: Instant, b: Instant | undefined): Instant => (b !== undefined && b > a ? b : a);

/** What a task's time counts from: its opening, or what it waits for where that comes later. */
export const startOf = (state: CaseState, kind: TaskKind, { zone }: Agency, openedAt: Instant): Instant => {
  switch (kind) {
    case 'examination':
      return later(openedAt, lastSummons(state)?.examinationAt);
    case 'execution':
      return state.status === 'EFFECTIVE' && state.effect.endsOn !== undefined
        ? later(openedAt, startOfDay(state.effect.endsOn, zone))
        : openedAt;
    default:
      return openedAt;
  }
};

/** Which remedy the case is about, once it is. */
export const routeOf = (state: CaseState) => (state.status === 'APPEAL' ? state.appeal.route : undefined);

/** The respondent's page after a decision closes as the day of effect begins. */
const remedyPeriod = (state: CaseState, { zone }: Agency): Period | undefined => {
  if (state.status !== 'APPEAL_WINDOW') return undefined;
  const { effectiveOn, remedy } = state.served;
  return {
    dueAt: startOfDay(effectiveOn, zone),
    remindAt: startOfDay(remedy.until ?? effectiveOn, zone),
  };
};

/** When a task that is opened now is due, by the rules of the agency and the calendar of its holder's unit. */
export const periodOf = async (
  ports: PeriodPorts,
  state: CaseState,
  { kind, assignee }: { readonly kind: TaskKind; readonly assignee: Assignee },
): Promise<Period> => {
  const { rules, agency, unit } = await officeOf(ports, state, assignee);
  const now = ports.clock.now();
  const from = startOf(state, kind, agency, now);
  const counted = () => taskPeriod(rules, agency, { kind, from, now, unit, route: routeOf(state) });
  return (kind === 'remedy' ? remedyPeriod(state, agency) : undefined) ?? counted();
};

/** A new period for a task whose time is over, counted from now. */
export const nextPeriodOf = async (
  ports: PeriodPorts,
  state: CaseState,
  { kind, assignee }: Pick<OpenTask, 'kind' | 'assignee'>,
): Promise<Period> => {
  const { rules, agency, unit } = await officeOf(ports, state, assignee);
  const now = ports.clock.now();
  return taskPeriod(rules, agency, { kind, from: now, now, unit, route: routeOf(state) });
};
