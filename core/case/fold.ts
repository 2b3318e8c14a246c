import { IllegalTransition, TrailBroken } from '../errors.ts';
import { GENESIS } from '../trail/digest.ts';
import type { CaseEvent, EventData } from './events.ts';
import type { CaseBase, CaseState, Dismissal, Recorded, ReviewProceeded, Sanction, TriageProceeded } from './state.ts';
import { foldTasks } from './task-fold.ts';
import { type CaseStatus, nextStatus, raisesRound, triggerOf } from './transitions.ts';

/** What the fold carries beside the base until a status needs it. */
interface Findings {
  readonly triage?: Recorded<EventData['TriageDecided']>;
  readonly review?: Recorded<EventData['ReviewDecided']>;
  readonly sanction?: Sanction;
  readonly dismissal?: Dismissal;
}

const recorded = <T extends object>(event: CaseEvent, data: T): Recorded<T> => ({
  ...data,
  seq: event.seq,
  at: event.at,
  actor: event.actor,
});

const foldFacts = (base: CaseBase, event: CaseEvent): CaseBase => {
  switch (event.type) {
    case 'EvidenceRequested':
      return { ...base, planned: [...base.planned, event.data] };
    case 'EvidenceStored':
      return { ...base, evidence: [...base.evidence, recorded(event, event.data)] };
    case 'EvidenceCaptureFailed':
      return { ...base, captureFailures: [...base.captureFailures, recorded(event, event.data)] };
    case 'PrinciplesSuggested':
      return { ...base, suggestions: [...base.suggestions, recorded(event, event.data)] };
    case 'TriageDecided':
      return { ...base, triages: [...base.triages, recorded(event, event.data)] };
    case 'ReviewDecided':
      return { ...base, reviews: [...base.reviews, recorded(event, event.data)] };
    case 'DecisionReturned':
      return { ...base, returns: [...base.returns, recorded(event, event.data)] };
    case 'ReportMerged':
      return { ...base, merged: [...base.merged, event.data.from] };
    case 'DecisionSigned':
      return { ...base, signed: recorded(event, event.data) };
    case 'NotificationSent':
      return { ...base, notifications: [...base.notifications, recorded(event, event.data)] };
    case 'IdentityRevealed':
      return { ...base, revealed: true };
    case 'CaseClosed':
      return { ...base, closed: recorded(event, event.data) };
    case 'ReportReceived':
    case 'TaskOpened':
    case 'TaskReminded':
    case 'TaskReassigned':
    case 'TaskEscalated':
    case 'TaskExpired':
    case 'SanctionDecided':
    case 'CaseDismissed':
    case 'CaseParked':
      return base;
    default:
      return event satisfies never;
  }
};

const findingsOf = (state: CaseState): Findings => ({
  ...('triage' in state ? { triage: state.triage } : {}),
  ...('review' in state ? { review: state.review } : {}),
  ...('sanction' in state ? { sanction: state.sanction } : {}),
  ...('dismissal' in state ? { dismissal: state.dismissal } : {}),
});

/** A state without what its status guarantees: after a return the next status guarantees less. */
const baseOf = (state: CaseBase & Findings & { readonly status: CaseStatus }): CaseBase => {
  const {
    status: _status,
    triage: _triage,
    review: _review,
    sanction: _sanction,
    dismissal: _dismissal,
    ...base
  } = state;
  return base;
};

const findingIn = (event: CaseEvent): Findings => {
  switch (event.type) {
    case 'TriageDecided':
      return { triage: recorded(event, event.data) };
    case 'ReviewDecided': {
      const review = recorded(event, event.data);
      return review.outcome === 'DISMISS' ? { review, dismissal: review } : { review };
    }
    case 'SanctionDecided':
      return { sanction: recorded(event, event.data) };
    case 'CaseDismissed':
      return { dismissal: recorded(event, event.data) };
    default:
      return {};
  }
};

const need = <T>(value: T | undefined, status: CaseStatus, what: string): T => {
  if (value === undefined) throw new IllegalTransition(`status ${status} needs ${what}`);
  return value;
};

const proceeded = (findings: Findings, status: CaseStatus): TriageProceeded =>
  need(findings.triage?.outcome === 'PROCEED' ? findings.triage : undefined, status, 'a triage that proceeded');

const confirmed = (findings: Findings, status: CaseStatus): ReviewProceeded =>
  need(findings.review?.outcome === 'PROCEED' ? findings.review : undefined, status, 'a review that proceeded');

const stateIn = (status: CaseStatus, base: CaseBase, findings: Findings): CaseState => {
  const { triage, sanction, dismissal } = findings;
  switch (status) {
    case 'RECEIVED':
    case 'CAPTURING':
    case 'TRIAGE':
      return { ...base, status };
    case 'REVIEW':
      return { ...base, status, triage: proceeded(findings, status) };
    case 'DECISION':
      return { ...base, status, triage: proceeded(findings, status), review: confirmed(findings, status) };
    case 'SERVICE':
    case 'CLOSED':
      return {
        ...base,
        status,
        triage: proceeded(findings, status),
        review: confirmed(findings, status),
        sanction: need(sanction, status, 'a sanction'),
      };
    case 'DISMISSED':
      return {
        ...base,
        status,
        triage: proceeded(findings, status),
        dismissal: need(dismissal, status, 'a dismissal'),
      };
    case 'REJECTED':
      return {
        ...base,
        status,
        triage: need(triage?.outcome === 'REJECT' ? triage : undefined, status, 'a rejection'),
      };
    case 'REFERRED':
      return { ...base, status, triage: need(triage?.outcome === 'REFER' ? triage : undefined, status, 'a referral') };
    case 'MERGED':
      return { ...base, status, triage: need(triage?.outcome === 'MERGE' ? triage : undefined, status, 'a merger') };
    default:
      return status satisfies never;
  }
};

const opening = (event: CaseEvent): CaseState => {
  if (event.type !== 'ReportReceived' || event.seq !== 1) {
    throw new TrailBroken(`a case begins with ReportReceived at seq 1, not ${event.type} at ${event.seq}`);
  }
  if (event.prevHash !== GENESIS) throw new TrailBroken(`${event.caseId}/1 names a predecessor`);
  return {
    status: 'RECEIVED',
    caseId: event.caseId,
    agencyId: event.data.agencyId,
    seq: 1,
    hash: event.hash,
    round: 1,
    receivedAt: event.at,
    updatedAt: event.at,
    report: event.data,
    commands: new Map([[event.commandId, 1]]),
    evidence: [],
    captureFailures: [],
    planned: [],
    suggestions: [],
    openTask: undefined,
    endedTasks: [],
    triages: [],
    reviews: [],
    returns: [],
    merged: [],
    signed: undefined,
    notifications: [],
    revealed: false,
    parkedAt: undefined,
    closed: undefined,
    personRef: event.data.personRef,
  };
};

/**
 * The case after one more event.
 * @throws TrailBroken where the event does not follow on the head
 * @throws IllegalTransition where the transition table forbids it
 */
export const fold = (state: CaseState | undefined, event: CaseEvent): CaseState => {
  if (state === undefined) return opening(event);
  if (event.caseId !== state.caseId || event.seq !== state.seq + 1 || event.prevHash !== state.hash) {
    throw new TrailBroken(`event ${event.caseId}/${event.seq} does not follow ${state.caseId}/${state.seq}`);
  }
  const trigger = triggerOf(event);
  const to = isOver(state) ? undefined : nextStatus(state.status, trigger);
  if (to === undefined) throw new IllegalTransition(`${trigger} in ${state.status}${isOver(state) ? ' (closed)' : ''}`);
  const base = foldTasks(foldFacts(baseOf(state), event), event);
  const moved: CaseBase = {
    ...base,
    seq: event.seq,
    hash: event.hash,
    updatedAt: event.at,
    // Whatever happens next means that the case stands no longer where it was parked.
    parkedAt: event.type === 'CaseParked' ? event.at : undefined,
    round: raisesRound(trigger) ? state.round + 1 : state.round,
    commands: new Map(base.commands).set(event.commandId, event.seq),
  };
  return stateIn(to, moved, { ...findingsOf(state), ...findingIn(event) });
};

const isOver = (state: CaseState): boolean => state.closed !== undefined;

/** Folds a whole trail. Undefined for an empty one. */
export const replay = (events: readonly CaseEvent[]): CaseState | undefined =>
  events.reduce<CaseState | undefined>(fold, undefined);
