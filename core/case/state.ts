import type { AgencyId, CaseId, CommandId, Nip, PersonRef, Sha256, TaskId } from '../ids.ts';
import type { SanctionCode, Track } from '../rules/codes.ts';
import type { Instant } from '../time.ts';
import type { Artifact, Assignee, EnvelopeFields, EventData, TaskKind } from './events.ts';
import type { CaseStatus } from './transitions.ts';

/** A fact with when it was recorded and by whom. */
export type Recorded<T> = T & Pick<EnvelopeFields, 'seq' | 'at' | 'actor'>;

export interface OpenTask {
  readonly taskId: TaskId;
  readonly kind: TaskKind;
  readonly round: number;
  /** Which time this kind of task is open in the round, from 1: an examination that nobody came to is held again. */
  readonly session: number;
  readonly assignee: Assignee;
  readonly openedAt: Instant;
  /** When the present period was set: at the opening, the takeover, or the last silence. A moved deadline is counted from it anew. */
  readonly periodFrom: Instant;
  readonly dueAt: Instant;
  readonly remindAt: Instant;
  readonly reminded: boolean;
}

/** What became of a task that is no longer open. */
export interface EndedTask {
  readonly taskId: TaskId;
  readonly kind: TaskKind;
  readonly round: number;
  readonly session: number;
  readonly assignee: Assignee;
  readonly openedAt: Instant;
  readonly dueAt: Instant;
  readonly end: 'DECIDED' | 'REASSIGNED' | 'ESCALATED' | 'EXPIRED' | 'SUPERSEDED';
  /** The outcome word that the flow's Choice reads, where the task was decided. */
  readonly outcome?: string;
  readonly endedAt: Instant;
  /** The event that ended it. */
  readonly endedSeq: number;
}

/** An official let a deadline pass (PP 94/2021 Art 28): who, with which task, and when it was recorded. */
export interface Silence {
  readonly nip: Nip;
  readonly kind: TaskKind;
  readonly dueAt: Instant;
  readonly at: Instant;
}

export type PlannedCapture = EventData['EvidenceRequested']['captures'][number];

/** What every case has, whatever its status. Everything here is folded from events. */
export interface CaseBase {
  readonly caseId: CaseId;
  readonly agencyId: AgencyId;
  readonly seq: number;
  readonly hash: Sha256;
  readonly round: number;
  /** The round whose evidence, triage and review stand: a return of the decision keeps them. */
  readonly evidenceRound: number;
  readonly receivedAt: Instant;
  readonly updatedAt: Instant;
  readonly report: EventData['ReportReceived'];
  readonly commands: ReadonlyMap<CommandId, number>;
  readonly evidence: readonly Recorded<Artifact>[];
  readonly timestamps: readonly Recorded<EventData['EvidenceTimestamped']>[];
  readonly captureFailures: readonly Recorded<EventData['EvidenceCaptureFailed']>[];
  /** Rounds whose captures are planned, and what was planned. */
  readonly planned: readonly EventData['EvidenceRequested'][];
  readonly suggestions: readonly Recorded<EventData['PrinciplesSuggested']>[];
  /** The one next thing of the case, and whose it is. */
  readonly openTask: OpenTask | undefined;
  /** What the respondent may do meanwhile: answer what is held against them, or appeal. */
  readonly respondentTask: OpenTask | undefined;
  readonly endedTasks: readonly EndedTask[];
  readonly silences: readonly Silence[];
  readonly triages: readonly Recorded<EventData['TriageDecided']>[];
  readonly reviews: readonly Recorded<EventData['ReviewDecided']>[];
  readonly returns: readonly Recorded<EventData['DecisionReturned']>[];
  readonly trackChanges: readonly Recorded<EventData['TrackChanged']>[];
  readonly teamRequests: readonly Recorded<EventData['TeamRequested']>[];
  readonly teams: readonly Recorded<EventData['ExaminingTeamFormed']>[];
  readonly teamsDeclined: readonly Recorded<EventData['ExaminingTeamDeclined']>[];
  readonly disclosures: readonly Recorded<EventData['DisclosureFrozen']>[];
  readonly letters: readonly Recorded<EventData['LetterIssued']>[];
  readonly summonses: readonly Recorded<EventData['SummonsIssued']>[];
  readonly summonsesServed: readonly Recorded<EventData['SummonsServed']>[];
  readonly examinations: readonly Recorded<EventData['ExaminationHeld']>[];
  readonly absences: readonly Recorded<EventData['ExaminationMissed']>[];
  readonly reschedulings: readonly Recorded<EventData['ExaminationRescheduled']>[];
  readonly examinationReturns: readonly Recorded<EventData['ExaminationReturned']>[];
  readonly releases: readonly Recorded<EventData['TemporaryReleaseOrdered']>[];
  readonly statements: readonly Recorded<EventData['StatementRecorded']>[];
  readonly recordSignings: readonly Recorded<EventData['ExaminationRecordSigned']>[];
  readonly reports: readonly Recorded<EventData['ExaminationReported']>[];
  readonly serviceAttempts: readonly Recorded<EventData['ServiceAttempted']>[];
  readonly services: readonly Recorded<EventData['DecisionServed']>[];
  readonly appeals: readonly Recorded<EventData['AppealFiled']>[];
  readonly appealDecisions: readonly Recorded<EventData['AppealDecided']>[];
  readonly effects: readonly Recorded<EventData['SanctionEffective']>[];
  readonly executions: readonly Recorded<EventData['ExecutionCompleted']>[];
  readonly merged: readonly CaseId[];
  readonly signed: Recorded<EventData['DecisionSigned']> | undefined;
  readonly notifications: readonly Recorded<EventData['NotificationSent']>[];
  readonly bounces: readonly Recorded<EventData['NotificationBounced']>[];
  readonly bouncesHandled: readonly Recorded<EventData['BounceHandled']>[];
  /** Whether nobody may look at who reported, or write to them: they said so from the beginning, or later. */
  readonly anonymous: boolean;
  readonly revealed: boolean;
  readonly parkedAt: Instant | undefined;
  readonly closed: Recorded<EventData['CaseClosed']> | undefined;
  readonly personRef: PersonRef;
}

export type TriageProceeded = Extract<Recorded<EventData['TriageDecided']>, { outcome: 'PROCEED' }>;
export type ReviewProceeded = Extract<Recorded<EventData['ReviewDecided']>, { outcome: 'PROCEED' }>;
export type Report = Recorded<EventData['ExaminationReported']>;
export type Sanction = Recorded<EventData['SanctionDecided']>;
export type Served = Recorded<EventData['DecisionServed']>;
export type Appeal = Recorded<EventData['AppealFiled']>;
export type Effect = Recorded<EventData['SanctionEffective']>;
export type Proposal = Recorded<EventData['DecisionProposed']>;
export type Dismissal =
  | Extract<Recorded<EventData['ReviewDecided']>, { outcome: 'DISMISS' }>
  | Recorded<EventData['CaseDismissed']>;

type TriageExit<O> = Extract<Recorded<EventData['TriageDecided']>, { outcome: O }>;

interface Reviewed {
  readonly triage: TriageProceeded;
  readonly review: ReviewProceeded;
}
interface Sanctioned extends Reviewed {
  readonly sanction: Sanction;
}

/** One type per status: what a status guarantees is a field, not a check. */
export type CaseState =
  | (CaseBase & { readonly status: 'RECEIVED' | 'CAPTURING' | 'TRIAGE' })
  | (CaseBase & { readonly status: 'REVIEW'; readonly triage: TriageProceeded })
  | (CaseBase & Reviewed & { readonly status: 'EXAMINATION' })
  | (CaseBase & Reviewed & { readonly status: 'DECISION'; readonly examinationReport: Report })
  | (CaseBase & Sanctioned & { readonly status: 'SERVICE' | 'CLOSED' })
  | (CaseBase & Sanctioned & { readonly status: 'APPEAL_WINDOW'; readonly served: Served })
  | (CaseBase & Sanctioned & { readonly status: 'APPEAL'; readonly served: Served; readonly appeal: Appeal })
  | (CaseBase & Sanctioned & { readonly status: 'EFFECTIVE'; readonly served: Served; readonly effect: Effect })
  | (CaseBase & { readonly status: 'DISMISSED'; readonly triage: TriageProceeded; readonly dismissal: Dismissal })
  | (CaseBase & { readonly status: 'REJECTED'; readonly triage: TriageExit<'REJECT'> })
  | (CaseBase & { readonly status: 'REFERRED'; readonly triage: TriageExit<'REFER'> })
  | (CaseBase & Reviewed & { readonly status: 'REFERRED'; readonly proposal: Proposal })
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

/** The track the case is on: as triage chose it, or as it was changed since. */
export const trackOf = (state: CaseState): Track | undefined => {
  const proceeded = state.triages.findLast((triage) => triage.outcome === 'PROCEED');
  const changed = state.trackChanges.findLast(({ seq }) => proceeded === undefined || seq > proceeded.seq);
  return changed?.to ?? (proceeded?.outcome === 'PROCEED' ? proceeded.track : undefined);
};

/** The sanction that stands, after whatever was decided on it. */
export const standingSanction = (state: CaseState): SanctionCode | undefined => {
  if (!('sanction' in state)) return undefined;
  const appealed = state.appealDecisions.at(-1);
  if (appealed?.outcome === 'ANNULLED') return undefined;
  return appealed?.sanctionCode ?? state.sanction.sanctionCode;
};

/** Both slots of a case that hold a task right now. */
export const openTasks = ({ openTask, respondentTask }: CaseBase): readonly OpenTask[] =>
  [openTask, respondentTask].filter((task) => task !== undefined);

/** The task of that id, where it is open. */
export const openTaskOf = (state: CaseBase, taskId: TaskId): OpenTask | undefined =>
  openTasks(state).find((task) => task.taskId === taskId);
