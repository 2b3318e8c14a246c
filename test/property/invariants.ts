import { nextThing } from '../../core/board/next-thing.ts';
import type { CaseEvent, TaskKind } from '../../core/case/events.ts';
import { type CaseState, openTasks, respondentNip } from '../../core/case/state.ts';
import type { CaseStatus } from '../../core/case/transitions.ts';
import type { TaskId } from '../../core/ids.ts';

/** Whether something holds of a case, told from its events; the state is what the last of them left. */
type Invariant = (events: readonly CaseEvent[], state: CaseState) => boolean;
type Of<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

const isOf = <T extends CaseEvent['type']>(event: CaseEvent, type: T): event is Of<T> => event.type === type;

const all = <T extends CaseEvent['type']>(events: readonly CaseEvent[], type: T): Of<T>[] =>
  events.filter((event) => isOf(event, type));

/** Holds of the newest event where it is of a type: whatever came earlier was judged when it came. */
const atThe =
  <T extends CaseEvent['type']>(type: T, holds: (event: Of<T>, before: readonly CaseEvent[]) => boolean): Invariant =>
  (events) => {
    const newest = events.at(-1);
    return newest === undefined || !isOf(newest, type) || holds(newest, events.slice(0, -1));
  };

/** What the respondent had been shown last in the round of a decision. */
const newestFor = (before: readonly CaseEvent[], round: number): Of<'DisclosureFrozen'> | undefined =>
  all(before, 'DisclosureFrozen').findLast(({ data }) => data.round === round);

const wasExamined = ({ data: { round } }: Of<'SanctionDecided'>, before: readonly CaseEvent[]): boolean => {
  const ofRound = <E extends { data: { round: number } }>(events: readonly E[]) =>
    events.filter(({ data }) => data.round === round);
  if (ofRound(all(before, 'ExaminationHeld')).length > 0) return true;
  const missed = ofRound(all(before, 'ExaminationMissed'));
  const proven = missed.filter(({ data }) => data.proof.manner !== 'NOT_SERVED');
  const summoned = ofRound(all(before, 'SummonsIssued')).length;
  return missed.some(({ data }) => data.final) && proven.length >= 2 && summoned >= 2;
};

/** The time to answer counts from the question: one that was put before the disclosure was not about it. */
const isAskedSince = (seq: number, taskId: TaskId, before: readonly CaseEvent[]): boolean =>
  all(before, 'TaskOpened').some((opened) => opened.seq > seq && opened.data.taskId === taskId);

/** Told from the events alone, without what the commands ask. */
const wasHeardOn = ({ seq, data: { hash } }: Of<'DisclosureFrozen'>, before: readonly CaseEvent[]): boolean =>
  before
    .filter((event) => event.seq > seq)
    .some((event) => {
      switch (event.type) {
        case 'ExaminationHeld':
          return event.data.disclosureHash === hash;
        case 'ExaminationMissed':
          return event.data.final && event.data.disclosureHash === hash;
        case 'StatementRecorded':
          return event.data.complete && event.data.disclosureHash === hash;
        case 'TaskExpired':
          return event.data.silent === 'respondent' && isAskedSince(seq, event.data.taskId, before);
        default:
          return false;
      }
    });

const isSettledBefore = (before: readonly CaseEvent[]): boolean => {
  if (all(before, 'AppealFiled').length === 0) return true;
  const decisions = all(before, 'AppealDecided').map(({ data }) => data.outcome);
  return decisions.length === 1 && decisions[0] !== 'ANNULLED';
};

/** Where a case stands while a task of a kind is open. */
const stages: Readonly<Record<TaskKind, readonly CaseStatus[]>> = {
  answer: ['CAPTURING'],
  triage: ['TRIAGE'],
  review: ['REVIEW'],
  team: ['EXAMINATION'],
  examination: ['EXAMINATION'],
  response: ['EXAMINATION', 'DECISION'],
  decision: ['DECISION'],
  service: ['SERVICE'],
  remedy: ['APPEAL_WINDOW'],
  appeal: ['APPEAL'],
  execution: ['EFFECTIVE'],
};

const reasonOf = (state: CaseState): string | undefined => {
  if (state.status === 'REFERRED') return 'proposal' in state ? 'PROPOSED' : 'REFERRED';
  if (state.status !== 'CLOSED') return state.status;
  return state.appealDecisions.at(-1)?.outcome === 'ANNULLED' ? 'ANNULLED' : 'SANCTIONED';
};

const hasOneNext: Invariant = (_events, state) => {
  const next = nextThing(state);
  if (state.closed !== undefined) return next === undefined && openTasks(state).length === 0;
  if (next === undefined) return false;
  if (next.what === 'STEP') return state.openTask === undefined && next.responsible.kind === 'system';
  const task = state.openTask ?? state.respondentTask;
  return next.taskId === task?.taskId && next.kind === task.kind && next.responsible === task.assignee;
};

const isOwnTask = (state: CaseState): boolean => {
  const assignee = state.respondentTask?.assignee;
  return assignee === undefined || (assignee.kind === 'respondent' && assignee.nip === respondentNip(state));
};

const isAccusedOut = (state: CaseState): boolean => {
  const assignee = state.openTask?.assignee;
  return assignee?.kind === 'official' ? assignee.nip !== respondentNip(state) : assignee?.kind !== 'respondent';
};

const seatsOthers = ({ data }: Of<'ExaminingTeamFormed'>, before: readonly CaseEvent[]): boolean => {
  const named = all(before, 'TriageDecided').findLast(({ data: { outcome } }) => outcome === 'PROCEED');
  const accused = named?.data.outcome === 'PROCEED' ? named.data.respondent.nip : undefined;
  return data.members.every(({ nip }) => nip !== accused);
};

const isNewest = (
  { data }: Of<'SanctionDecided' | 'CaseDismissed' | 'DecisionProposed'>,
  before: readonly CaseEvent[],
) => newestFor(before, data.round)?.data.hash === data.disclosureHash;

const standsAs = ({ data }: Of<'SanctionEffective'>, before: readonly CaseEvent[]): boolean => {
  const changed = all(before, 'AppealDecided').findLast(({ data: { outcome } }) => outcome === 'CHANGED');
  return data.sanctionCode === (changed?.data.sanctionCode ?? all(before, 'SanctionDecided')[0]?.data.sanctionCode);
};

/** What must hold of a case after every event, whatever anybody tried. The authority to sanction is the business of the rules. */
export const invariants = {
  'no sanction without an examination that was held, or two proven summonses that were missed': atThe(
    'SanctionDecided',
    wasExamined,
  ),
  'no sanction but on the newest disclosure of its round': atThe('SanctionDecided', isNewest),
  'no sanction before the respondent was heard on the newest disclosure, or had the time for it': atThe(
    'SanctionDecided',
    ({ data }, before) => {
      const disclosed = newestFor(before, data.round);
      return disclosed !== undefined && wasHeardOn(disclosed, before);
    },
  ),
  'no sanction for what the respondent was not told of, or on another track': atThe(
    'SanctionDecided',
    ({ data }, before) => {
      const told = newestFor(before, data.round)?.data;
      const changed = all(before, 'TrackChanged').at(-1);
      const named = all(before, 'TriageDecided').findLast(({ data: { outcome } }) => outcome === 'PROCEED');
      const chosen = named?.data.outcome === 'PROCEED' ? named.data.track : undefined;
      const track = changed !== undefined && changed.seq > (named?.seq ?? 0) ? changed.data.to : chosen;
      return told?.track === track && data.provisions.every((code) => told?.charges.includes(code));
    },
  ),
  'no dismissal by the authority but on the newest disclosure': atThe('CaseDismissed', isNewest),
  'no proposal to the President but on the newest disclosure': atThe('DecisionProposed', isNewest),
  'one sanction only': atThe('SanctionDecided', (_event, before) => all(before, 'SanctionDecided').length === 0),
  'no other sanction takes effect than the one that stands': atThe('SanctionEffective', standsAs),
  'no accused holds the task of an official': (_events, state) => isAccusedOut(state),
  'no accused sits in the team that examines them': atThe('ExaminingTeamFormed', seatsOthers),
  'the respondent’s task is the respondent’s': (_events, state) => isOwnTask(state),
  'every closed case has a reason, and it is the one of its end': (_events, state) =>
    state.closed === undefined || state.closed.reason === reasonOf(state),
  'every open case has exactly one next thing and one who is responsible': hasOneNext,
  'no task outlives its stage': (_events, state) =>
    openTasks(state).every(({ kind }) => stages[kind].includes(state.status)),
  'no effect without service': atThe(
    'SanctionEffective',
    (_event, before) => all(before, 'DecisionServed').length === 1,
  ),
  'no effect while there is time to appeal, an appeal is undecided, or after it was granted': atThe(
    'SanctionEffective',
    (_event, before) => isSettledBefore(before) && all(before, 'TaskOpened').some(({ data }) => data.kind === 'remedy'),
  ),
  'no end of a sanction that is still being served': atThe('CaseClosed', (_event, before) => {
    const months = all(before, 'SanctionEffective').some(({ data }) => data.endsOn !== undefined);
    return !months || all(before, 'ExecutionCompleted').length === 1;
  }),
} as const satisfies Readonly<Record<string, Invariant>>;
export type InvariantName = keyof typeof invariants;

const named: readonly [string, Invariant][] = Object.entries(invariants);

/** Which invariants do not hold. */
export const brokenBy = (events: readonly CaseEvent[], state: CaseState): string[] =>
  named.filter(([, holds]) => !holds(events, state)).map(([name]) => name);
