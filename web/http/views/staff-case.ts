import { nextThing } from '../../../core/board/next-thing.ts';
import type { EventData } from '../../../core/case/events.ts';
import { standingCharges } from '../../../core/case/standing-charges.ts';
import { type CaseState, openTasks, respondentNip, trackOf } from '../../../core/case/state.ts';
import type { Staff } from '../../../core/directory/staff.ts';
import type { CaseRow } from '../../../core/ports.ts';
import { outcomeDetail } from './staff-outcome.ts';
import { processDetail } from './staff-process.ts';

/** A case in a list. */
export const caseSummary = (row: CaseRow) => ({
  caseNumber: row.caseId,
  status: row.status,
  round: row.round,
  receivedAt: row.receivedAt,
  updatedAt: row.updatedAt,
  closed: row.closed,
  respondentNip: row.respondentNip ?? row.claimedRespondentNip ?? null,
  track: row.track ?? null,
  sanctionCode: row.sanctionCode ?? null,
});

/** Whom the case is about: as triage found them, with what the directory says today; else the number that the report claims. */
const respondentOf = (state: CaseState, staff: Staff | undefined) => {
  const nip = respondentNip(state) ?? state.report.claimedRespondentNip;
  if (nip === undefined) return null;
  const known = staff?.nip === nip ? staff : undefined;
  return {
    nip,
    identified: respondentNip(state) !== undefined,
    name: known?.name ?? null,
    position: known?.position ?? null,
    unit: known?.unit ?? null,
  };
};

const principlesOf = ({ suggestions, reviews }: CaseState) => {
  const suggested = suggestions.at(-1);
  const confirmed = reviews.findLast((review) => review.outcome === 'PROCEED');
  return {
    suggested: suggested === undefined ? null : suggestionOf(suggested),
    confirmed: confirmed?.outcome === 'PROCEED' ? confirmed.principles : [],
  };
};

const suggestionOf = ({ outcome, packVersion, suggestions, abstentions, round }: EventData['PrinciplesSuggested']) => ({
  round,
  outcome,
  packVersion,
  suggestions,
  abstentions,
});

const decisionOf = (state: CaseState) => {
  const signed = state.signed?.decisionNumber ?? null;
  if ('sanction' in state) {
    const { sanctionCode, level, provisions, impact, reason, at, disclosureHash, deviationReason } = state.sanction;
    return {
      outcome: 'SANCTION',
      sanctionCode,
      level,
      provisions,
      impact,
      reason,
      deviationReason: deviationReason ?? null,
      at,
      disclosureHash,
      decisionNumber: signed,
    };
  }
  if ('dismissal' in state) {
    return { outcome: 'DISMISS', reason: state.dismissal.reason, at: state.dismissal.at, decisionNumber: signed };
  }
  if (!('proposal' in state)) return null;
  const { to, sanctionCode, provisions, reason, at, disclosureHash } = state.proposal;
  return { outcome: 'PROPOSE', to, sanctionCode, provisions, reason, at, disclosureHash, decisionNumber: signed };
};

const openTasksOf = (state: CaseState) =>
  openTasks(state).map(({ taskId, kind, round, session, assignee, openedAt, dueAt }) => ({
    ...{ taskId, kind, round, session, assignee, openedAt, dueAt },
  }));

const nextOf = (state: CaseState) => {
  const next = nextThing(state);
  if (next === undefined) return null;
  const { what, kind, responsible } = next;
  return { what, kind, responsible, dueAt: next.what === 'TASK' ? next.dueAt : null };
};

/** `GET /v1/cases/{caseNumber}`: the case as its trail tells it. */
export const caseDetail = (state: CaseState, respondent: Staff | undefined) => ({
  caseNumber: state.caseId,
  agencyId: state.agencyId,
  status: state.status,
  round: state.round,
  receivedAt: state.receivedAt,
  updatedAt: state.updatedAt,
  head: { seq: state.seq, hash: state.hash },
  respondent: respondentOf(state, respondent),
  track: trackOf(state) ?? null,
  principles: principlesOf(state),
  charges: standingCharges(state)?.codes ?? [],
  chargesFrom: standingCharges(state)?.from ?? null,
  ...processDetail(state),
  decision: decisionOf(state),
  ...outcomeDetail(state),
  next: nextOf(state),
  openTasks: openTasksOf(state),
  silences: state.silences,
  captureFailures: state.captureFailures.map(({ artifactId, round, code, reason, failedAt }) => ({
    artifactId,
    round,
    code,
    reason,
    failedAt,
  })),
  closed: state.closed === undefined ? null : { reason: state.closed.reason, at: state.closed.at },
});
