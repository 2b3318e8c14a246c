import {
  type Artifact,
  captureQualitySchema,
  type EventData,
  type EventType,
  eventData,
  suggestionSchema,
  type TaskKind as TaskOfAnyone,
} from '../../core/case/events.ts';
import type { Appointment, SummonsProof, TeamMember } from '../../core/case/process-events.ts';
import { type CaseStatus, caseStatusSchema } from '../../core/case/transitions.ts';

/** The codes that pages turn into words; every list here has a text in each language. */

export const statusCodes = caseStatusSchema.options;
export type StatusCode = CaseStatus;

/** Kinds of human task that have an act page: those of officials, in the order of a case. */
export const taskKinds = [
  'triage',
  'review',
  'team',
  'examination',
  'decision',
  'service',
  'appeal',
  'execution',
] as const satisfies readonly TaskOfAnyone[];
export type TaskKind = (typeof taskKinds)[number];

/** Kinds that wait for the reporter or the respondent, who have pages of their own. */
export type WaitingKind = Exclude<TaskOfAnyone, TaskKind>;

/** Whether a task is an official's and so has an act page. */
export const hasActPage = (kind: TaskOfAnyone): kind is TaskKind => taskKinds.some((known) => known === kind);

/** What a task may end in, per kind, in the order in which the page offers it. */
export const outcomesOf = {
  triage: ['PROCEED', 'ASK_REPORTER', 'MERGE', 'REFER', 'REJECT'],
  review: ['PROCEED', 'MORE_EVIDENCE', 'CHANGE_TRACK', 'DISMISS', 'RECUSE'],
  team: ['FORM', 'DECLINE'],
  examination: [
    'HELD',
    'ABSENT',
    'RESCHEDULE',
    'REQUEST_TEAM',
    'RETURN_FOR_EVIDENCE',
    'RELEASE',
    'CHANGE_TRACK',
    'RECUSE',
  ],
  decision: ['SANCTION', 'DISMISS', 'RETURN', 'FORWARD', 'PROPOSE', 'RECUSE'],
  service: ['SERVED', 'DISPATCHED', 'REFUSED_TO_SIGN'],
  appeal: ['UPHELD', 'CHANGED', 'ANNULLED'],
  execution: ['COMPLETED'],
} as const;
export type OutcomeOf<K extends TaskKind> = (typeof outcomesOf)[K][number];

/** How an export stands after verification. */
export const verdictCodes = ['VALID', 'EDIT', 'GAP', 'FORK', 'UNSEALED', 'UNREADABLE'] as const;
export type VerdictCode = (typeof verdictCodes)[number];

/** How well a piece of evidence was captured; `FAILED`: not at all, `REQUESTED`: not yet, `NOT_JUDGED`: nothing to judge, e.g. an upload. */
export const qualityCodes = [...captureQualitySchema.options, 'FAILED', 'REQUESTED', 'NOT_JUDGED'] as const;
export type QualityCode = (typeof qualityCodes)[number];

/** What the classifier said about a whole report. */
export const suggestionVerdicts = eventData.PrinciplesSuggested.shape.outcome.options;
export type SuggestionVerdict = (typeof suggestionVerdicts)[number];

/** How sure the classifier is of one hit. */
export const confidences = suggestionSchema.shape.confidence.options;
export type Confidence = (typeof confidences)[number];

/** How an artefact came in. */
export type ArtifactMethod = Artifact['method'];

export const isEventType = (type: string): type is EventType => Object.hasOwn(eventData, type);

/** Where a member of an examining team comes from, and what they are in it. */
export type TeamElement = TeamMember['element'];
export type TeamPosition = TeamMember['position'];

/** How a summons is known to have arrived. */
export type SummonsManner = SummonsProof['manner'];

/** Whether people meet in a room or on a screen. */
export type ExaminationMode = NonNullable<Appointment['mode']>;

/** Whom the respondent may turn to against a decision. */
export type RemedyRoute = EventData['DecisionServed']['remedy']['route'];

/** How a record of an examination stands with the examinee. */
export type RecordSigning = EventData['ExaminationHeld']['signing'];
