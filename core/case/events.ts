import * as z from 'zod';
import {
  agencyIdSchema,
  artifactIdSchema,
  caseIdSchema,
  commandIdSchema,
  nipSchema,
  personRefSchema,
  sha256Schema,
  taskIdSchema,
} from '../ids.ts';
import {
  impactScopeSchema,
  principleCodeSchema,
  provisionCodeSchema,
  sanctionCodeSchema,
  sanctionLevelSchema,
  trackSchema,
} from '../rules/codes.ts';
import { instantSchema, localDateSchema } from '../time.ts';
import { actorSchema } from './actor.ts';

/** A case that comes back for more evidence this often is refused another round. */
export const MAX_ROUND = 99;
const round = z.int().min(1).max(MAX_ROUND);
/** What an official writes as the reason is part of the record; what reporters, respondents and witnesses write is not. */
export const reasonSchema = z
  .string()
  .min(10)
  .max(5000)
  .refine((text) => text.isWellFormed(), 'bukan teks Unicode yang sah / is not well-formed Unicode');

export const artifactKindSchema = z.enum([
  'REPORT',
  'MESSAGE',
  'ATTACHMENT',
  'CAPTURE',
  'CAPTURE_MANIFEST',
  'CAPTURE_TEXT',
  'DECISION_RECORD',
]);
export const captureQualitySchema = z.enum([
  'COMPLETE',
  'LOGIN_WALL',
  'NOT_FOUND',
  'GONE',
  'HTTP_ERROR',
  'UNDECODABLE',
]);

const artifact = z.strictObject({
  artifactId: artifactIdSchema,
  kind: artifactKindSchema,
  sha256: sha256Schema,
  mediaType: z.string().min(3).max(120),
  size: z.int().min(0),
  method: z.enum(['FORM', 'API', 'HTTP', 'UPLOAD', 'GENERATED']),
  capturedAt: instantSchema,
  round,
  quality: captureQualitySchema.optional(),
  /** Which address of which text was captured; the address itself stays in that artefact, where it can be erased. */
  source: z.strictObject({ sha256: sha256Schema, urlIndex: z.int().min(0) }).optional(),
});
export type Artifact = z.infer<typeof artifact>;

const promisedAttachment = z.strictObject({
  artifactId: artifactIdSchema,
  mediaType: z.string().min(3).max(120),
  size: z.int().min(1),
  sha256: sha256Schema.optional(),
});

const plannedCapture = z.strictObject({
  artifactId: artifactIdSchema,
  source: z.strictObject({ sha256: sha256Schema, urlIndex: z.int().min(0) }),
});

const span = z.strictObject({ artifactSha256: sha256Schema, start: z.int().min(0), end: z.int().min(1) });
const bilingual = z.strictObject({ id: z.string(), en: z.string() });

export const suggestionSchema = z.strictObject({
  principle: principleCodeSchema,
  confidence: z.enum(['high', 'medium']),
  span,
  reason: bilingual,
  ruleId: z.string(),
});
export const abstentionSchema = z.strictObject({
  principle: principleCodeSchema,
  gate: z.string(),
  span,
  reason: bilingual,
});

export const taskKindSchema = z.enum(['triage', 'answer', 'review', 'decision']);
export type TaskKind = z.infer<typeof taskKindSchema>;

/** An `answer` task waits for the reporter, who has no employee number. */
const assignee = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('official'), nip: nipSchema }),
  z.strictObject({ kind: z.literal('reporter') }),
]);
export type Assignee = z.infer<typeof assignee>;

const opened = { dueAt: instantSchema, remindAt: instantSchema };
const signed = { taskId: taskIdSchema, round, contentHash: sha256Schema, reason: reasonSchema };

export const respondentSchema = z.strictObject({ nip: nipSchema });

export const recipientSchema = z.enum(['RESPONDENT', 'REPORTER', 'SUPERIOR', 'PERSONNEL_UNIT']);
export type Recipient = z.infer<typeof recipientSchema>;

export const closeReasonSchema = z.enum(['SANCTIONED', 'DISMISSED', 'REJECTED', 'REFERRED', 'MERGED']);

/** The data of every event, by type: past-tense facts (design.md, event list). Strict: an unknown field is refused. */
export const eventData = {
  ReportReceived: z.strictObject({
    agencyId: agencyIdSchema,
    channel: z.enum(['FORM', 'API']),
    language: z.enum(['id', 'en']),
    report: z.strictObject({ sha256: sha256Schema, mediaType: z.string(), size: z.int() }),
    urlCount: z.int().min(0),
    attachments: z.array(promisedAttachment),
    anonymous: z.boolean(),
    personRef: personRefSchema,
    /** SHA-256 over the reporter's record and a random salt kept with it: provable while the record exists, meaningless after. */
    reporterCommitment: sha256Schema,
    receiptHash: sha256Schema,
    claimedRespondentNip: nipSchema.optional(),
    occurredOn: localDateSchema.optional(),
  }),
  ReportMerged: z.strictObject({ from: caseIdSchema }),
  EvidenceRequested: z.strictObject({ round, captures: z.array(plannedCapture) }),
  EvidenceStored: artifact,
  EvidenceCaptureFailed: z.strictObject({
    artifactId: artifactIdSchema,
    round,
    /** Absent for an upload that is not what was announced. */
    source: z.strictObject({ sha256: sha256Schema, urlIndex: z.int().min(0) }).optional(),
    code: z.string(),
    reason: bilingual,
    failedAt: instantSchema,
  }),
  PrinciplesSuggested: z.strictObject({
    round,
    outcome: z.enum(['confident', 'abstain', 'no-signal']),
    suggestions: z.array(suggestionSchema),
    abstentions: z.array(abstentionSchema),
    packVersion: z.string(),
  }),
  TaskOpened: z.strictObject({ taskId: taskIdSchema, kind: taskKindSchema, round, assignee, ...opened }),
  TaskReminded: z.strictObject({ taskId: taskIdSchema }),
  TaskReassigned: z.strictObject({
    taskId: taskIdSchema,
    newTaskId: taskIdSchema,
    cause: z.enum(['RECUSED', 'INELIGIBLE']),
    reason: reasonSchema.optional(),
    to: nipSchema,
    ...opened,
  }),
  /** Names who was silent (PP 94/2021 Art 28) and moves the task to the next superior. */
  TaskEscalated: z.strictObject({
    taskId: taskIdSchema,
    newTaskId: taskIdSchema,
    silent: nipSchema,
    to: nipSchema,
    ...opened,
  }),
  /** The last in the line was silent: the task stays theirs, with a new due date. Or the reporter was: the case goes on. */
  TaskExpired: z.discriminatedUnion('silent', [
    z.strictObject({ taskId: taskIdSchema, silent: z.literal('official'), nip: nipSchema, ...opened }),
    z.strictObject({ taskId: taskIdSchema, silent: z.literal('reporter') }),
  ]),
  TriageDecided: z.discriminatedUnion('outcome', [
    z.strictObject({ ...signed, outcome: z.literal('PROCEED'), respondent: respondentSchema, track: trackSchema }),
    z.strictObject({ ...signed, outcome: z.literal('REFER') }),
    z.strictObject({ ...signed, outcome: z.literal('REJECT') }),
    z.strictObject({ ...signed, outcome: z.literal('MERGE'), into: caseIdSchema }),
    z.strictObject({ ...signed, outcome: z.literal('ASK_REPORTER') }),
  ]),
  ReviewDecided: z.discriminatedUnion('outcome', [
    z.strictObject({ ...signed, outcome: z.literal('PROCEED'), principles: z.array(principleCodeSchema).min(1) }),
    z.strictObject({ ...signed, outcome: z.literal('DISMISS') }),
    z.strictObject({ ...signed, outcome: z.literal('MORE_EVIDENCE') }),
  ]),
  SanctionDecided: z.strictObject({
    ...signed,
    disclosureHash: sha256Schema,
    sanctionCode: sanctionCodeSchema,
    level: sanctionLevelSchema,
    provisions: z.array(provisionCodeSchema).min(1),
    impact: impactScopeSchema.optional(),
    ruleVersions: z.array(z.string()).min(1),
  }),
  CaseDismissed: z.strictObject({ ...signed, disclosureHash: sha256Schema }),
  DecisionReturned: z.strictObject(signed),
  DecisionSigned: z.strictObject({
    decisionNumber: z.string().min(3).max(80),
    documents: z.array(z.strictObject({ sha256: sha256Schema, mediaType: z.string(), size: z.int() })).min(1),
    /** Compact JWS (RFC 7515) over the hashes of the documents. */
    signature: z.string(),
  }),
  NotificationSent: z.strictObject({
    recipient: recipientSchema,
    channel: z.enum(['EMAIL', 'TRACKING_PAGE']),
    messageId: z.string().min(1).max(300),
    template: z.string(),
    round,
  }),
  IdentityRevealed: z.strictObject({
    personRef: personRefSchema,
    purpose: z.enum(['ASK_REPORTER', 'NOTIFY_REPORTER']),
    round,
  }),
  CaseParked: z.strictObject({ state: z.string().max(80), error: z.string().max(120) }),
  CaseClosed: z.strictObject({ reason: closeReasonSchema }),
} as const;

export type EventType = keyof typeof eventData;
export type EventData = { [T in EventType]: z.infer<(typeof eventData)[T]> };

/** What a command decides: an event before it has its place in the chain. */
export type EventDraft = { [T in EventType]: { readonly type: T; readonly data: EventData[T] } }[EventType];

const envelopeFields = {
  caseId: caseIdSchema,
  seq: z.int().min(1),
  at: instantSchema,
  actor: actorSchema,
  commandId: commandIdSchema,
  schemaVersion: z.literal(1),
  prevHash: sha256Schema,
  hash: sha256Schema,
};
export type EnvelopeFields = { [K in keyof typeof envelopeFields]: z.infer<(typeof envelopeFields)[K]> };

/** An event as it stands in the trail. `hash` is SHA-256 over the RFC 8785 form of everything else. */
export type CaseEvent = {
  [T in EventType]: EnvelopeFields & { readonly type: T; readonly data: EventData[T] };
}[EventType];

const envelopeOf = <T extends EventType>(type: T) =>
  z.strictObject({ ...envelopeFields, type: z.literal(type), data: eventData[type] });

/** Parses any stored or exported event; strict on both envelope and data. */
export const caseEventSchema = z.discriminatedUnion('type', [
  envelopeOf('ReportReceived'),
  envelopeOf('ReportMerged'),
  envelopeOf('EvidenceRequested'),
  envelopeOf('EvidenceStored'),
  envelopeOf('EvidenceCaptureFailed'),
  envelopeOf('PrinciplesSuggested'),
  envelopeOf('TaskOpened'),
  envelopeOf('TaskReminded'),
  envelopeOf('TaskReassigned'),
  envelopeOf('TaskEscalated'),
  envelopeOf('TaskExpired'),
  envelopeOf('TriageDecided'),
  envelopeOf('ReviewDecided'),
  envelopeOf('SanctionDecided'),
  envelopeOf('CaseDismissed'),
  envelopeOf('DecisionReturned'),
  envelopeOf('DecisionSigned'),
  envelopeOf('NotificationSent'),
  envelopeOf('IdentityRevealed'),
  envelopeOf('CaseParked'),
  envelopeOf('CaseClosed'),
]);
