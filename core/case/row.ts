import { nextThing } from '../board/next-thing.ts';
import type { Nip } from '../ids.ts';
import type { CaseRow } from '../ports.ts';
import { type CaseState, openTasks, respondentNip, standingSanction, trackOf } from './state.ts';

const participantsOf = (state: CaseState): Nip[] => {
  const tasks = [...state.endedTasks, ...openTasks(state)];
  const holders = tasks.flatMap((task) => (task.assignee.kind === 'official' ? [task.assignee.nip] : []));
  const seats = state.teams.flatMap(({ members }) => members.map(({ nip }) => nip));
  return [...new Set([...holders, ...seats])];
};

const sanctionFacts = (state: CaseState): Partial<CaseRow> => {
  if (!('sanction' in state)) return {};
  const { provisions, impact, at } = state.sanction;
  const effect = state.effects.at(-1);
  return {
    sanctionCode: standingSanction(state),
    decidedAt: at,
    provisions,
    impact,
    effectiveOn: effect?.effectiveOn,
    endsOn: effect?.endsOn,
  };
};

const nextFacts = (state: CaseState): Partial<CaseRow> => {
  const next = nextThing(state);
  if (next === undefined) return {};
  const { kind, responsible } = next;
  return {
    nextKind: kind,
    nextNip: 'nip' in responsible ? responsible.nip : undefined,
    nextDueAt: next.what === 'TASK' ? next.dueAt : undefined,
  };
};

/** The derived row of a case: what lists, searches and the sweep read. */
export const rowOf = (state: CaseState): CaseRow => ({
  caseId: state.caseId,
  agencyId: state.agencyId,
  seq: state.seq,
  hash: state.hash,
  status: state.status,
  round: state.round,
  receivedAt: state.receivedAt,
  updatedAt: state.updatedAt,
  closed: state.closed !== undefined,
  receiptHash: state.report.receiptHash,
  respondentNip: respondentNip(state),
  claimedRespondentNip: state.report.claimedRespondentNip,
  track: trackOf(state),
  ...sanctionFacts(state),
  ...nextFacts(state),
  silences: state.silences,
  participants: participantsOf(state),
  parkedAt: state.parkedAt,
});
