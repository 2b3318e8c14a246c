import {
  type Artifact,
  captureQualitySchema,
  type EventType,
  eventData,
  suggestionSchema,
} from '../../core/case/events.ts';
import { type CaseStatus, caseStatusSchema } from '../../core/case/transitions.ts';

/** The codes that pages turn into words; every list here has a text in each language. */

export const statusCodes = caseStatusSchema.options;
export type StatusCode = CaseStatus;

/** Kinds of human task that have an act page. */
export const taskKinds = ['triage', 'review', 'decision'] as const;
export type TaskKind = (typeof taskKinds)[number];

/** What a task may end in, per kind, in the order in which the page offers it. */
export const outcomesOf = {
  triage: ['PROCEED', 'ASK_REPORTER', 'MERGE', 'REFER', 'REJECT'],
  review: ['PROCEED', 'MORE_EVIDENCE', 'DISMISS', 'RECUSE'],
  decision: ['SANCTION', 'DISMISS', 'RETURN'],
} as const;
export type OutcomeOf<K extends TaskKind> = (typeof outcomesOf)[K][number];

/** How an export stands after verification. */
export const verdictCodes = ['VALID', 'EDIT', 'GAP', 'FORK', 'UNSEALED', 'UNREADABLE'] as const;
export type VerdictCode = (typeof verdictCodes)[number];

/** How well a piece of evidence was captured; `FAILED`: not at all, `NOT_JUDGED`: nothing to judge, e.g. an upload. */
export const qualityCodes = [...captureQualitySchema.options, 'FAILED', 'NOT_JUDGED'] as const;
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
