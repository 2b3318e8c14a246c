import type { AgencyId, CaseId, CommandId, PersonRef, Sha256, TaskId } from '../ids.ts';
import type { Instant } from '../time.ts';
import type { Assignee, EnvelopeFields, EventData, TaskKind } from './events.ts';
import type { CaseStatus } from './transitions.ts';

/** A fact with when it was recorded and by whom. */
export type Recorded<T> = T & Pick<EnvelopeFields, 'seq' | 'at' | 'actor'>;

export interface OpenTask {
  readonly taskId: TaskId;
  readonly kind: TaskKind;
  readonly round: number;
  readonly assignee: Assignee;
  readonly openedAt: Instant;
  readonly dueAt: Instant;
  readonly remindAt: Instant;
  readonly reminded: boolean;
}

/** What became of a task that is no longer open. */
export interface EndedTask {
  readonly taskId: TaskId;
  readonly kind: TaskKind;
  readonly round: number;
  readonly assignee: Assignee;
  readonly end: 'DECIDED' | 'REASSIGNED' | 'ESCALATED' | 'EXPIRED';
  /** The outcome word that the flow's Choice reads, where the task was decided. */
  readonly outcome?: string;
  readonly endedAt: Instant;
}

export type PlannedCapture = EventData['EvidenceRequested']['captures'][number];

/** What every case has, whatever its status. Everything here is folded from events. */
export interface CaseBase {
  readonly caseId: CaseId;
  readonly agencyId: AgencyId;
  readonly seq: number;
  readonly hash: Sha256;
  readonly round: number;
  readonly receivedAt: Instant;
  readonly updatedAt: Instant;
  readonly report: EventData['ReportReceived'];
  readonly commands: ReadonlyMap<CommandId, number>;
  readonly evidence: readonly Recorded<EventData['EvidenceStored']>[];
  readonly captureFailures: readonly Recorded<EventData['EvidenceCaptureFailed']>[];
  /** Rounds whose captures are planned, and what was planned. */
  readonly planned: readonly EventData['EvidenceRequested'][];
  readonly suggestions: readonly Recorded<EventData['PrinciplesSuggested']>[];
  readonly openTask: OpenTask | undefined;
  readonly endedTasks: readonly EndedTask[];
  readonly triages: readonly Recorded<EventData['TriageDecided']>[];
  readonly reviews: readonly Recorded<EventData['ReviewDecided']>[];
  readonly returns: readonly Recorded<EventData['DecisionReturned']>[];
  readonly merged: readonly CaseId[];
  readonly signed: Recorded<EventData['DecisionSigned']> | undefined;
  readonly notifications: readonly Recorded<EventData['NotificationSent']>[];
  readonly revealed: boolean;
  readonly parkedAt: Instant | undefined;
  readonly closed: Recorded<EventData['CaseClosed']> | undefined;
  readonly personRef: PersonRef;
}

export type TriageProceeded = Extract<Recorded<EventData['TriageDecided']>, { outcome: 'PROCEED' }>;
export type ReviewProceeded = Extract<Recorded<EventData['ReviewDecided']>, { outcome: 'PROCEED' }>;
export type Sanction = Recorded<EventData['SanctionDecided']>;
export type Dismissal =
  | Extract<Recorded<EventData['ReviewDecided']>, { outcome: 'DISMISS' }>
  | Recorded<EventData['CaseDismissed']>;

type TriageExit<O> = Extract<Recorded<EventData['TriageDecided']>, { outcome: O }>;

/** One type per status: what a status guarantees is a field, not a check. */
export type CaseState =
  | (CaseBase & { readonly status: 'RECEIVED' | 'CAPTURING' | 'TRIAGE' })
  | (CaseBase & { readonly status: 'REVIEW'; readonly triage: TriageProceeded })
  | (CaseBase & { readonly status: 'DECISION'; readonly triage: TriageProceeded; readonly review: ReviewProceeded })
  | (CaseBase & {
      readonly status: 'SERVICE' | 'CLOSED';
      readonly triage: TriageProceeded;
      readonly review: ReviewProceeded;
      readonly sanction: Sanction;
    })
  | (CaseBase & { readonly status: 'DISMISSED'; readonly triage: TriageProceeded; readonly dismissal: Dismissal })
  | (CaseBase & { readonly status: 'REJECTED'; readonly triage: TriageExit<'REJECT'> })
  | (CaseBase & { readonly status: 'REFERRED'; readonly triage: TriageExit<'REFER'> })
  | (CaseBase & { readonly status: 'MERGED'; readonly triage: TriageExit<'MERGE'> });

type Holding<State extends CaseState, S extends CaseStatus> = State extends CaseState
  ? S extends State['status']
    ? State
    : never
  : never;

/** The state type that a status has. */
export type StateOf<S extends CaseStatus> = Holding<CaseState, S>;

/** The respondent as triage identified them, once it did. */
export const respondentNip = (state: CaseState) => {
  const proceeded = state.triages.findLast((triage) => triage.outcome === 'PROCEED');
  return proceeded?.outcome === 'PROCEED' ? proceeded.respondent.nip : undefined;
};
