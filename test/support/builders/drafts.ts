import type { EventData, EventDraft, TaskKind } from '../../../core/case/events.ts';
import type { Trigger } from '../../../core/case/transitions.ts';
import {
  artifactIdSchema,
  type CaseId,
  caseIdSchema,
  personRefSchema,
  type Sha256,
  type TaskId,
  taskIdSchema,
} from '../../../core/ids.ts';
import { provisionCodeSchema } from '../../../core/rules/codes.ts';
import { DAY, type Instant, instantSchema, plusMs } from '../../../core/time.ts';
import { sha256Hex } from '../../../core/trail/digest.ts';
import { AGENCY, nipOf } from './staff.ts';

/** The case of the builders, when its report came in, and another case. */
export const CASE: CaseId = caseIdSchema.parse('CONTOH-2026-7K3M9QXA');
export const OTHER_CASE: CaseId = caseIdSchema.parse('CONTOH-2026-0000000Z');
export const START: Instant = instantSchema.parse('2026-11-23T02:15:00.000Z');

/** Who is who: officials of the builders' directory. */
export const TRIAGE_OFFICER = nipOf(1);
export const SUPERIOR = nipOf(2);
export const AUTHORITY = nipOf(3);
export const RESPONDENT = nipOf(4);

export const REASON = 'Bukti sudah dibaca dan cukup.';

/** A SHA-256 that a text stands for. */
export const shaOf = (text: string): Sha256 => sha256Hex(text);

/** A valid task id, a different one for each number. */
export const taskIdOf = (number: number): TaskId => taskIdSchema.parse(String(number).padStart(16, '0'));

type Draft<T extends EventDraft['type']> = { readonly type: T; readonly data: EventData[T] };

export const period = { dueAt: plusMs(START, 5 * DAY), remindAt: plusMs(START, 3 * DAY) };

export const reportReceived = (over: Partial<EventData['ReportReceived']> = {}): Draft<'ReportReceived'> => ({
  type: 'ReportReceived',
  data: {
    agencyId: AGENCY,
    channel: 'API',
    language: 'id',
    report: { sha256: shaOf('report'), mediaType: 'application/json', size: 512 },
    urlCount: 1,
    attachments: [],
    anonymous: true,
    personRef: personRefSchema.parse(`P-${'0'.repeat(20)}`),
    reporterCommitment: shaOf('commitment'),
    receiptHash: shaOf('receipt'),
    ...over,
  },
});

const source = (urlIndex: number) => ({ sha256: shaOf('report'), urlIndex });

export const evidenceRequested = (round = 1): Draft<'EvidenceRequested'> => ({
  type: 'EvidenceRequested',
  data: { round, captures: [{ artifactId: artifactIdSchema.parse('capture-1'), source: source(0) }] },
});

export const evidenceStored = (
  name: string,
  over: Partial<EventData['EvidenceStored']> = {},
): Draft<'EvidenceStored'> => ({
  type: 'EvidenceStored',
  data: {
    artifactId: artifactIdSchema.parse(name),
    kind: 'CAPTURE',
    sha256: shaOf(name),
    mediaType: 'text/html',
    size: 1024,
    method: 'HTTP',
    capturedAt: START,
    round: 1,
    ...over,
  },
});

export const captureFailed = (name: string, round = 1): Draft<'EvidenceCaptureFailed'> => ({
  type: 'EvidenceCaptureFailed',
  data: {
    artifactId: artifactIdSchema.parse(name),
    round,
    source: source(0),
    code: 'TIMEOUT',
    reason: { id: 'Tidak menjawab.', en: 'No answer.' },
    failedAt: START,
  },
});

export const principlesSuggested = (round = 1): Draft<'PrinciplesSuggested'> => ({
  type: 'PrinciplesSuggested',
  data: { round, outcome: 'no-signal', suggestions: [], abstentions: [], packVersion: '1' },
});

export const taskOpened = (kind: TaskKind, number: number, round = 1): Draft<'TaskOpened'> => ({
  type: 'TaskOpened',
  data: {
    taskId: taskIdOf(number),
    kind,
    round,
    assignee: kind === 'answer' ? { kind: 'reporter' } : { kind: 'official', nip: officialFor(kind) },
    ...period,
  },
});

export const officialFor = (kind: Exclude<TaskKind, 'answer'>) =>
  ({ triage: TRIAGE_OFFICER, review: SUPERIOR, decision: AUTHORITY })[kind];

const act = (number: number, round: number) => ({
  taskId: taskIdOf(number),
  round,
  contentHash: shaOf('content'),
  reason: REASON,
});

export const triageDecided = (
  outcome: EventData['TriageDecided']['outcome'],
  number = 1,
  round = 1,
): Draft<'TriageDecided'> => {
  const signed = act(number, round);
  switch (outcome) {
    case 'PROCEED':
      return {
        type: 'TriageDecided',
        data: { ...signed, outcome, respondent: { nip: RESPONDENT }, track: 'DISCIPLINE_PNS' },
      };
    case 'MERGE':
      return { type: 'TriageDecided', data: { ...signed, outcome, into: OTHER_CASE } };
    case 'REFER':
    case 'REJECT':
    case 'ASK_REPORTER':
      return { type: 'TriageDecided', data: { ...signed, outcome } };
    default:
      return outcome satisfies never;
  }
};

export const reviewDecided = (
  outcome: EventData['ReviewDecided']['outcome'],
  number = 2,
  round = 1,
): Draft<'ReviewDecided'> => ({
  type: 'ReviewDecided',
  data:
    outcome === 'PROCEED' ? { ...act(number, round), outcome, principles: ['P2'] } : { ...act(number, round), outcome },
});

export const sanctionDecided = (number = 3, round = 1): Draft<'SanctionDecided'> => ({
  type: 'SanctionDecided',
  data: {
    ...act(number, round),
    disclosureHash: shaOf('disclosure'),
    sanctionCode: 'R2',
    level: 'LIGHT',
    provisions: [provisionCodeSchema.parse('3f')],
    impact: 'UNIT',
    ruleVersions: ['pp-94-2021@1'],
  },
});

export const caseDismissed = (number = 3, round = 1): Draft<'CaseDismissed'> => ({
  type: 'CaseDismissed',
  data: { ...act(number, round), disclosureHash: shaOf('disclosure') },
});

export const decisionReturned = (number = 3, round = 1): Draft<'DecisionReturned'> => ({
  type: 'DecisionReturned',
  data: act(number, round),
});

export const decisionSigned: Draft<'DecisionSigned'> = {
  type: 'DecisionSigned',
  data: {
    decisionNumber: 'HD/1/2026',
    documents: [{ sha256: shaOf('decision'), mediaType: 'application/pdf', size: 2048 }],
    signature: 'e30.e30.e30',
  },
};

export const notificationSent: Draft<'NotificationSent'> = {
  type: 'NotificationSent',
  data: { round: 1, recipient: 'SUPERIOR', channel: 'EMAIL', messageId: '<1@tertib.test>', template: 'outcome' },
};

export const caseClosed = (reason: EventData['CaseClosed']['reason']): Draft<'CaseClosed'> => ({
  type: 'CaseClosed',
  data: { reason },
});

/** One event for every trigger of the transition table. */
export const draftFor: Readonly<Record<Trigger, EventDraft>> = {
  ReportReceived: reportReceived(),
  ReportMerged: { type: 'ReportMerged', data: { from: OTHER_CASE } },
  EvidenceRequested: evidenceRequested(),
  EvidenceStored: evidenceStored('capture-9'),
  EvidenceCaptureFailed: captureFailed('capture-8'),
  PrinciplesSuggested: principlesSuggested(),
  TaskOpened: taskOpened('triage', 9),
  TaskReminded: { type: 'TaskReminded', data: { taskId: taskIdOf(9) } },
  TaskReassigned: {
    type: 'TaskReassigned',
    data: { taskId: taskIdOf(9), newTaskId: taskIdOf(10), cause: 'RECUSED', to: nipOf(5), ...period },
  },
  TaskEscalated: {
    type: 'TaskEscalated',
    data: { taskId: taskIdOf(9), newTaskId: taskIdOf(10), silent: SUPERIOR, to: nipOf(5), ...period },
  },
  TaskExpired: {
    type: 'TaskExpired',
    data: { taskId: taskIdOf(9), silent: 'official', nip: SUPERIOR, ...period },
  },
  'TriageDecided:PROCEED': triageDecided('PROCEED'),
  'TriageDecided:REFER': triageDecided('REFER'),
  'TriageDecided:REJECT': triageDecided('REJECT'),
  'TriageDecided:MERGE': triageDecided('MERGE'),
  'TriageDecided:ASK_REPORTER': triageDecided('ASK_REPORTER'),
  'ReviewDecided:PROCEED': reviewDecided('PROCEED'),
  'ReviewDecided:DISMISS': reviewDecided('DISMISS'),
  'ReviewDecided:MORE_EVIDENCE': reviewDecided('MORE_EVIDENCE'),
  SanctionDecided: sanctionDecided(),
  CaseDismissed: caseDismissed(),
  DecisionReturned: decisionReturned(),
  DecisionSigned: decisionSigned,
  NotificationSent: notificationSent,
  IdentityRevealed: {
    type: 'IdentityRevealed',
    data: { round: 1, personRef: personRefSchema.parse(`P-${'0'.repeat(20)}`), purpose: 'NOTIFY_REPORTER' },
  },
  CaseParked: { type: 'CaseParked', data: { state: 'Notify', error: 'States.TaskFailed' } },
  CaseClosed: caseClosed('SANCTIONED'),
};
