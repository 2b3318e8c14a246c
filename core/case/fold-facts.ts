import type { Artifact, CaseEvent, EventData } from './events.ts';
import type { CaseBase, Recorded, Silence } from './state.ts';

/** A fact with its place in the trail. */
export const recorded = <T extends object>(event: CaseEvent, data: T): Recorded<T> => ({
  ...data,
  seq: event.seq,
  at: event.at,
  actor: event.actor,
});

/** Every artefact that an event brings into the case, however it came. */
export const artifactsIn = (event: CaseEvent): readonly Artifact[] => {
  switch (event.type) {
    case 'EvidenceStored':
      return [event.data];
    case 'LetterIssued':
      return event.data.documents;
    case 'ExaminationHeld':
      return [event.data.record];
    case 'ExaminationRecordSigned':
      return event.data.corrections === undefined ? [] : [event.data.corrections];
    case 'StatementRecorded':
    case 'AppealFiled':
      return event.data.artifacts;
    default:
      return [];
  }
};

/** Lists of a case that grow by one fact per event of a type. */
const lists = {
  EvidenceTimestamped: 'timestamps',
  EvidenceCaptureFailed: 'captureFailures',
  PrinciplesSuggested: 'suggestions',
  TriageDecided: 'triages',
  ReviewDecided: 'reviews',
  DecisionReturned: 'returns',
  TrackChanged: 'trackChanges',
  TeamRequested: 'teamRequests',
  ExaminingTeamFormed: 'teams',
  ExaminingTeamDeclined: 'teamsDeclined',
  DisclosureFrozen: 'disclosures',
  LetterIssued: 'letters',
  SummonsIssued: 'summonses',
  SummonsServed: 'summonsesServed',
  ExaminationHeld: 'examinations',
  ExaminationMissed: 'absences',
  ExaminationRescheduled: 'reschedulings',
  ExaminationReturned: 'examinationReturns',
  TemporaryReleaseOrdered: 'releases',
  StatementRecorded: 'statements',
  ExaminationRecordSigned: 'recordSignings',
  ExaminationReported: 'reports',
  ServiceAttempted: 'serviceAttempts',
  DecisionServed: 'services',
  AppealFiled: 'appeals',
  AppealDecided: 'appealDecisions',
  SanctionEffective: 'effects',
  ExecutionCompleted: 'executions',
  NotificationSent: 'notifications',
  NotificationBounced: 'bounces',
  BounceHandled: 'bouncesHandled',
} as const satisfies Partial<Record<CaseEvent['type'], keyof CaseBase>>;

const isListed = (type: CaseEvent['type']): type is keyof typeof lists => Object.hasOwn(lists, type);

const listed = (base: CaseBase, event: CaseEvent): CaseBase => {
  if (!isListed(event.type)) return base;
  const list = lists[event.type];
  return { ...base, [list]: [...base[list], recorded(event, event.data)] };
};

/** The deadline that an official let pass; the task is still the one that was open. */
const silenceIn = ({ openTask }: CaseBase, { at, ...event }: CaseEvent): Silence | undefined => {
  if (openTask === undefined) return undefined;
  const { kind, dueAt } = openTask;
  if (event.type === 'TaskEscalated') return { nip: event.data.silent, kind, dueAt, at };
  if (event.type !== 'TaskExpired' || event.data.silent !== 'official') return undefined;
  return { nip: event.data.nip, kind, dueAt, at };
};

const withSilence = (base: CaseBase, event: CaseEvent): CaseBase => {
  const silence = silenceIn(base, event);
  return silence === undefined ? base : { ...base, silences: [...base.silences, silence] };
};

/** An artefact with the answer of the engine; one that is not meant stays as it is. */
const scanned = <T extends Artifact>(artifact: T, { artifactId, scan, copy }: EventData['EvidenceScanned']): T =>
  artifact.artifactId === artifactId ? { ...artifact, scan, ...(copy !== undefined && { copy }) } : artifact;

const single = (base: CaseBase, event: CaseEvent): CaseBase => {
  switch (event.type) {
    case 'EvidenceRequested':
      return { ...base, planned: [...base.planned, event.data] };
    case 'EvidenceScanned':
      return { ...base, evidence: base.evidence.map((artifact) => scanned(artifact, event.data)) };
    case 'ReportMerged':
      return { ...base, merged: [...base.merged, event.data.from] };
    case 'DecisionSigned':
      return { ...base, signed: recorded(event, event.data) };
    case 'AnonymityRequested':
      return { ...base, anonymous: true };
    case 'IdentityRevealed':
      return { ...base, revealed: true };
    case 'CaseClosed':
      return { ...base, closed: recorded(event, event.data) };
    default:
      return base;
  }
};

/** The facts of a case after one more event, whatever its status. */
export const foldFacts = (base: CaseBase, event: CaseEvent): CaseBase => {
  const artifacts = artifactsIn(event).map((artifact) => recorded(event, artifact));
  const known = artifacts.length === 0 ? base : { ...base, evidence: [...base.evidence, ...artifacts] };
  return listed(single(withSilence(known, event), event), event);
};

/** A case that has no fact yet. */
export const noFacts = {
  evidence: [],
  timestamps: [],
  captureFailures: [],
  planned: [],
  suggestions: [],
  openTask: undefined,
  respondentTask: undefined,
  endedTasks: [],
  silences: [],
  triages: [],
  reviews: [],
  returns: [],
  trackChanges: [],
  teamRequests: [],
  teams: [],
  teamsDeclined: [],
  disclosures: [],
  letters: [],
  summonses: [],
  summonsesServed: [],
  examinations: [],
  absences: [],
  reschedulings: [],
  examinationReturns: [],
  releases: [],
  statements: [],
  recordSignings: [],
  reports: [],
  serviceAttempts: [],
  services: [],
  appeals: [],
  appealDecisions: [],
  effects: [],
  executions: [],
  merged: [],
  signed: undefined,
  notifications: [],
  bounces: [],
  bouncesHandled: [],
  anonymous: false,
  revealed: false,
  parkedAt: undefined,
  closed: undefined,
} as const satisfies Partial<CaseBase>;
