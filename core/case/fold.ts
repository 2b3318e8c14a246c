import { IllegalTransition, TrailBroken } from '../errors.ts';
import { GENESIS } from '../trail/digest.ts';
import type { CaseEvent, EventData } from './events.ts';
import { foldFacts, noFacts, recorded } from './fold-facts.ts';
import type {
  Appeal,
  CaseBase,
  CaseState,
  Dismissal,
  Effect,
  Proposal,
  Recorded,
  Report,
  ReviewProceeded,
  Sanction,
  Served,
  TriageProceeded,
} from './state.ts';
import { foldTasks } from './task-fold.ts';
import { type CaseStatus, comesLate, nextStatus, raisesRound, triggerOf } from './transitions.ts';

/** What the fold carries beside the base until a status needs it. */
interface Findings {
  readonly triage?: Recorded<EventData['TriageDecided']>;
  readonly review?: Recorded<EventData['ReviewDecided']>;
  readonly examinationReport?: Report;
  readonly sanction?: Sanction;
  readonly served?: Served;
  readonly appeal?: Appeal;
  readonly effect?: Effect;
  readonly proposal?: Proposal;
  readonly dismissal?: Dismissal;
}

const findingsOf = (state: CaseState): Findings => ({
  ...('triage' in state ? { triage: state.triage } : {}),
  ...('review' in state ? { review: state.review } : {}),
  ...('examinationReport' in state ? { examinationReport: state.examinationReport } : {}),
  ...('sanction' in state ? { sanction: state.sanction } : {}),
  ...('served' in state ? { served: state.served } : {}),
  ...('appeal' in state ? { appeal: state.appeal } : {}),
  ...('effect' in state ? { effect: state.effect } : {}),
  ...('proposal' in state ? { proposal: state.proposal } : {}),
  ...('dismissal' in state ? { dismissal: state.dismissal } : {}),
});

/** A state without what its status guarantees: after a return the next status guarantees less. */
const baseOf = (state: CaseBase & Findings & { readonly status: CaseStatus }): CaseBase => {
  const {
    status: _status,
    triage: _triage,
    review: _review,
    examinationReport: _report,
    sanction: _sanction,
    served: _served,
    appeal: _appeal,
    effect: _effect,
    proposal: _proposal,
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
    case 'ExaminationReported':
      return { examinationReport: recorded(event, event.data) };
    case 'SanctionDecided':
      return { sanction: recorded(event, event.data) };
    case 'DecisionServed':
      return { served: recorded(event, event.data) };
    case 'AppealFiled':
      return { appeal: recorded(event, event.data) };
    case 'SanctionEffective':
      return { effect: recorded(event, event.data) };
    case 'DecisionProposed':
      return { proposal: recorded(event, event.data) };
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

const reviewed = (findings: Findings, status: CaseStatus): { triage: TriageProceeded; review: ReviewProceeded } => ({
  triage: proceeded(findings, status),
  review: need(findings.review?.outcome === 'PROCEED' ? findings.review : undefined, status, 'a review that proceeded'),
});

const sanctioned = (findings: Findings, status: CaseStatus) => ({
  ...reviewed(findings, status),
  sanction: need(findings.sanction, status, 'a sanction'),
});

const served = (findings: Findings, status: CaseStatus) => ({
  ...sanctioned(findings, status),
  served: need(findings.served, status, 'a served decision'),
});

const referred = (base: CaseBase, findings: Findings): CaseState => {
  const { triage, proposal } = findings;
  const status = 'REFERRED';
  return proposal === undefined
    ? { ...base, status, triage: need(triage?.outcome === 'REFER' ? triage : undefined, status, 'a referral') }
    : { ...base, status, ...reviewed(findings, status), proposal };
};

const stateIn = (status: CaseStatus, base: CaseBase, findings: Findings): CaseState => {
  const { triage } = findings;
  switch (status) {
    case 'RECEIVED':
    case 'CAPTURING':
    case 'TRIAGE':
      return { ...base, status };
    case 'REVIEW':
      return { ...base, status, triage: proceeded(findings, status) };
    case 'EXAMINATION':
      return { ...base, status, ...reviewed(findings, status) };
    case 'DECISION':
      return {
        ...base,
        status,
        ...reviewed(findings, status),
        examinationReport: need(findings.examinationReport, status, 'an examination report'),
      };
    case 'SERVICE':
    case 'CLOSED':
      return { ...base, status, ...sanctioned(findings, status) };
    case 'APPEAL_WINDOW':
      return { ...base, status, ...served(findings, status) };
    case 'APPEAL':
      return { ...base, status, ...served(findings, status), appeal: need(findings.appeal, status, 'an appeal') };
    case 'EFFECTIVE':
      return { ...base, status, ...served(findings, status), effect: need(findings.effect, status, 'an effect') };
    case 'DISMISSED':
      return {
        ...base,
        status,
        triage: proceeded(findings, status),
        dismissal: need(findings.dismissal, status, 'a dismissal'),
      };
    case 'REJECTED':
      return {
        ...base,
        status,
        triage: need(triage?.outcome === 'REJECT' ? triage : undefined, status, 'a rejection'),
      };
    case 'REFERRED':
      return referred(base, findings);
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
    ...noFacts,
    anonymous: event.data.anonymous,
    status: 'RECEIVED',
    caseId: event.caseId,
    agencyId: event.data.agencyId,
    seq: 1,
    hash: event.hash,
    round: 1,
    evidenceRound: 1,
    receivedAt: event.at,
    updatedAt: event.at,
    report: event.data,
    commands: new Map([[event.commandId, 1]]),
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
  const to = isOver(state) && !comesLate(trigger) ? undefined : nextStatus(state.status, trigger);
  if (to === undefined) throw new IllegalTransition(`${trigger} in ${state.status}${isOver(state) ? ' (closed)' : ''}`);
  const base = foldTasks(foldFacts(baseOf(state), event), event);
  const round = raisesRound(trigger) ? state.round + 1 : state.round;
  const moved: CaseBase = {
    ...base,
    seq: event.seq,
    hash: event.hash,
    updatedAt: event.at,
    // Whatever happens next means that the case stands no longer where it was parked.
    parkedAt: event.type === 'CaseParked' ? event.at : comesLate(trigger) ? state.parkedAt : undefined,
    round,
    evidenceRound: raisesRound(trigger) && to === 'CAPTURING' ? round : state.evidenceRound,
    commands: new Map(base.commands).set(event.commandId, event.seq),
  };
  return stateIn(to, moved, { ...findingsOf(state), ...findingIn(event) });
};

const isOver = (state: CaseState): boolean => state.closed !== undefined;

/** Folds a whole trail. Undefined for an empty one. */
export const replay = (events: readonly CaseEvent[]): CaseState | undefined =>
  events.reduce<CaseState | undefined>(fold, undefined);
