import type { Nip } from '../ids.ts';
import type { CaseRow } from '../ports.ts';
import { type CaseState, openTasks, respondentNip, trackOf } from './state.ts';

const participantsOf = (state: CaseState): Nip[] => {
  const tasks = [...state.endedTasks, ...openTasks(state)];
  return [...new Set(tasks.flatMap((task) => (task.assignee.kind === 'official' ? [task.assignee.nip] : [])))];
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
  sanctionCode: 'sanction' in state ? state.sanction.sanctionCode : undefined,
  participants: participantsOf(state),
  parkedAt: state.parkedAt,
});
