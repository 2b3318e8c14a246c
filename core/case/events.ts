import * as z from 'zod';
import { scanSchema } from '../evidence/scan.ts';
import { workingCopySchema } from '../evidence/working-copy.ts';
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
import {
  abstentionSchema,
  artifact,
  assigneeSchema,
  bilingual,
  bounceCauseSchema,
  closeReasonSchema,
  opened,
  otherWaySchema,
  ownMailIdSchema,
  plannedCapture,
  promisedAttachment,
  reasonSchema,
  recipientSchema,
  respondentSchema,
  round,
  signed,
  suggestionSchema,
  taskKindSchema,
  unreachedSchema,
} from './event-parts.ts';
import { appointment, processEventData } from './process-events.ts';

export {
  type Artifact,
  type Assignee,
  abstentionSchema,
  artifactKindSchema,
  type BounceCause,
  bounceCauseSchema,
  captureQualitySchema,
  closeReasonSchema,
  comparisonSchema,
  MAX_ROUND,
  type OtherWay,
  otherWaySchema,
  ownMailIdSchema,
  type PageChange,
  pageChangeSchema,
  type Recipient,
  reasonSchema,
  recipientSchema,
  suggestionSchema,
  type TaskKind,
  taskKindSchema,
  type Unreached,
  unreachedSchema,
} from './event-parts.ts';

/** The data of every event, by type: past-tense facts (design.md, event list). Strict: an unknown field is refused. */
export const eventData = {
  ReportReceived: z.strictObject({
    agencyId: agencyIdSchema,
    channel: z.enum(['FORM', 'API', 'MAIL']),
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
    /** What came instead of the announced upload, kept in the vault. */
    received: z.strictObject({ sha256: sha256Schema, size: z.int().min(0) }).optional(),
  }),
  /** An engine has answered about a file whose scan was pending. Also on a closed case. */
  EvidenceScanned: z.strictObject({
    artifactId: artifactIdSchema,
    scan: scanSchema,
    copy: workingCopySchema.optional(),
  }),
  /** A time-stamping authority vouches that these bytes existed then (RFC 3161). Nothing about the evidence itself changes by it. */
  EvidenceTimestamped: z.strictObject({
    artifactId: artifactIdSchema,
    sha256: sha256Schema,
    /** The token as it came (DER), in the vault. */
    token: z.strictObject({ sha256: sha256Schema, size: z.int().min(1) }),
    genTime: instantSchema,
    /** Whom the certificate of the authority names. */
    authority: z.string().min(1).max(300),
    serialNumber: z.string().regex(/^[0-9a-f]{2,80}$/),
  }),
  PrinciplesSuggested: z.strictObject({
    round,
    outcome: z.enum(['confident', 'abstain', 'no-signal']),
    suggestions: z.array(suggestionSchema),
    abstentions: z.array(abstentionSchema),
    packVersion: z.string(),
  }),
  TaskOpened: z.strictObject({
    taskId: taskIdSchema,
    kind: taskKindSchema,
    round,
    assignee: assigneeSchema,
    ...opened,
  }),
  TaskReminded: z.strictObject({ taskId: taskIdSchema }),
  TaskReassigned: z.strictObject({
    taskId: taskIdSchema,
    newTaskId: taskIdSchema,
    cause: z.enum(['RECUSED', 'INELIGIBLE', 'FORWARDED']),
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
  /** The last in the line was silent: the task stays theirs, with a new due date. Or reporter or respondent was: the case goes on. */
  TaskExpired: z.discriminatedUnion('silent', [
    z.strictObject({ taskId: taskIdSchema, silent: z.literal('official'), nip: nipSchema, ...opened }),
    z.strictObject({ taskId: taskIdSchema, silent: z.enum(['reporter', 'respondent']) }),
  ]),
  TriageDecided: z.discriminatedUnion('outcome', [
    z.strictObject({ ...signed, outcome: z.literal('PROCEED'), respondent: respondentSchema, track: trackSchema }),
    z.strictObject({ ...signed, outcome: z.literal('REFER') }),
    z.strictObject({ ...signed, outcome: z.literal('REJECT') }),
    z.strictObject({ ...signed, outcome: z.literal('MERGE'), into: caseIdSchema }),
    z.strictObject({ ...signed, outcome: z.literal('ASK_REPORTER') }),
  ]),
  ReviewDecided: z.discriminatedUnion('outcome', [
    z.strictObject({
      ...signed,
      outcome: z.literal('PROCEED'),
      principles: z.array(principleCodeSchema).min(1),
      /** Provisions ticked by hand; without them the primary ones of the principles are charged. */
      charges: z.array(provisionCodeSchema).min(1).optional(),
      impact: impactScopeSchema.optional(),
      /** Evidence that would show who reported: it is not disclosed, so nothing may rest on it. */
      withheld: z.array(artifactIdSchema).min(1).max(200).optional(),
      appointment: appointment.optional(),
    }),
    z.strictObject({ ...signed, outcome: z.literal('DISMISS') }),
    z.strictObject({ ...signed, outcome: z.literal('MORE_EVIDENCE') }),
  ]),
  SanctionDecided: z.strictObject({
    ...signed,
    disclosureHash: sha256Schema,
    sanctionCode: sanctionCodeSchema,
    level: sanctionLevelSchema,
    provisions: z.array(provisionCodeSchema),
    principles: z.array(principleCodeSchema).optional(),
    impact: impactScopeSchema.optional(),
    /** Why it is another sanction than the report recommends. */
    deviationReason: reasonSchema.optional(),
    warning: bilingual.optional(),
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
  /** A mail about the case did not arrive, or was complained about: no address, only which mail and whose. */
  NotificationBounced: z.strictObject({
    mailId: ownMailIdSchema,
    recipient: unreachedSchema,
    cause: bounceCauseSchema,
    /** RFC 3463, e.g. `5.1.1`. */
    status: z
      .string()
      .regex(/^[245]\.\d{1,3}\.\d{1,3}$/)
      .optional(),
  }),
  /** The personnel unit says what it did about a mail that did not arrive; its own words stand with the item of its queue. */
  BounceHandled: z.strictObject({
    mailId: ownMailIdSchema,
    recipient: unreachedSchema,
    cause: bounceCauseSchema,
    way: otherWaySchema,
  }),
  /** A reporter who is known asked to be treated as anonymous from here on: no mail, no look at who they are. */
  AnonymityRequested: z.strictObject({}),
  IdentityRevealed: z.strictObject({
    personRef: personRefSchema,
    purpose: z.enum(['ASK_REPORTER', 'NOTIFY_REPORTER']),
    round,
  }),
  ...processEventData,
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
  envelopeOf('EvidenceScanned'),
  envelopeOf('EvidenceTimestamped'),
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
  envelopeOf('NotificationBounced'),
  envelopeOf('BounceHandled'),
  envelopeOf('AnonymityRequested'),
  envelopeOf('IdentityRevealed'),
  envelopeOf('TrackChanged'),
  envelopeOf('TeamRequested'),
  envelopeOf('ExaminingTeamFormed'),
  envelopeOf('ExaminingTeamDeclined'),
  envelopeOf('DisclosureFrozen'),
  envelopeOf('LetterIssued'),
  envelopeOf('SummonsIssued'),
  envelopeOf('SummonsServed'),
  envelopeOf('ExaminationHeld'),
  envelopeOf('ExaminationMissed'),
  envelopeOf('ExaminationRescheduled'),
  envelopeOf('ExaminationReturned'),
  envelopeOf('TemporaryReleaseOrdered'),
  envelopeOf('StatementRecorded'),
  envelopeOf('ExaminationRecordSigned'),
  envelopeOf('ExaminationReported'),
  envelopeOf('DecisionProposed'),
  envelopeOf('ServiceAttempted'),
  envelopeOf('DecisionServed'),
  envelopeOf('AppealFiled'),
  envelopeOf('AppealDecided'),
  envelopeOf('SanctionEffective'),
  envelopeOf('ExecutionCompleted'),
  envelopeOf('DeadlineMoved'),
  envelopeOf('CaseParked'),
  envelopeOf('CaseClosed'),
]);
