import * as z from 'zod';
import { artifactIdSchema, nipSchema, sha256Schema, taskIdSchema } from '../ids.ts';
import { letterFormSchema } from '../letters/letter-forms.ts';
import {
  impactScopeSchema,
  principleCodeSchema,
  provisionCodeSchema,
  sanctionCodeSchema,
  trackSchema,
} from '../rules/codes.ts';
import { teamElementSchema, teamPositionSchema } from '../rules/team-rules.ts';
import { instantSchema, localDateSchema } from '../time.ts';
import { artifact, bilingual, officialText, opened, round, signed } from './event-parts.ts';

const teamMember = z.strictObject({ nip: nipSchema, element: teamElementSchema, position: teamPositionSchema });
export type TeamMember = z.infer<typeof teamMember>;

export const examinationModeSchema = z.enum(['IN_PERSON', 'VIRTUAL']);
/** When and where an examination is to be held, as far as somebody chose. `on` and `at` are local to the agency. */
export const appointment = z.strictObject({
  on: localDateSchema.optional(),
  at: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
  place: z.string().min(1).max(300).optional(),
  mode: examinationModeSchema.optional(),
});
export type Appointment = z.infer<typeof appointment>;

/** How a summons is known to have reached the person; `NOT_SERVED` says that it did not. */
export const summonsMannerSchema = z.enum(['OPENED', 'HANDED_OVER', 'POSTED', 'NOT_SERVED']);
const proof = z.strictObject({ manner: summonsMannerSchema, servedOn: localDateSchema.optional() });
export type SummonsProof = z.infer<typeof proof>;

/** The columns of an examination report (LHP). `recommendedSanction` NONE: not proven. */
export const examinationFindings = z.strictObject({
  findings: officialText,
  charges: z.array(provisionCodeSchema),
  impact: impactScopeSchema.optional(),
  impactReason: officialText.optional(),
  aggravating: officialText.optional(),
  mitigating: officialText.optional(),
  recommendedSanction: z.union([sanctionCodeSchema, z.literal('NONE')]).optional(),
});
export type ExaminationFindings = z.infer<typeof examinationFindings>;

const disclosed = z.strictObject({
  artifactId: artifactIdSchema,
  sha256: sha256Schema,
  /** The metadata-clean copy that the respondent is given. */
  copy: sha256Schema,
  mediaType: z.string().min(3).max(120),
  size: z.int().min(0),
});
export type Disclosed = z.infer<typeof disclosed>;

const workingDays = z.int().min(-400).max(400);

/** Events of due process, from the examining team to the end of a sanction. */
export const processEventData = {
  TrackChanged: z.strictObject({ ...signed, from: trackSchema, to: trackSchema }),
  TeamRequested: z.strictObject(signed),
  ExaminingTeamFormed: z.strictObject({ ...signed, members: z.array(teamMember).min(1).max(15) }),
  ExaminingTeamDeclined: z.strictObject(signed),
  /** What the respondent is shown; a decision rests on the newest one and on nothing else. */
  DisclosureFrozen: z.strictObject({
    round,
    version: z.int().min(1),
    hash: sha256Schema,
    track: trackSchema,
    principles: z.array(principleCodeSchema),
    charges: z.array(provisionCodeSchema),
    evidence: z.array(disclosed),
    /** Evidence that stays out because no copy without traces of the reporter can be made. */
    withheld: z.array(artifactIdSchema),
  }),
  LetterIssued: z.strictObject({
    letterId: artifactIdSchema,
    form: letterFormSchema,
    number: z.string().min(1).max(120),
    round,
    documents: z.array(artifact).min(1),
    /** Compact JWS (RFC 7515) over the hashes of the documents. */
    signature: z.string(),
  }),
  SummonsIssued: z.strictObject({
    round,
    session: z.int().min(1),
    ordinal: z.int().min(1).max(2),
    letterId: artifactIdSchema,
    issuedOn: localDateSchema,
    examinationAt: instantSchema,
    place: z.string().min(1).max(300),
    mode: examinationModeSchema,
    examiner: nipSchema,
    disclosureHash: sha256Schema,
    workingDays,
    warning: bilingual.optional(),
  }),
  SummonsServed: z.strictObject({
    round,
    session: z.int().min(1),
    manner: summonsMannerSchema,
    servedOn: localDateSchema,
  }),
  /** The examination took place: the record (BAP) is an artefact, what the examiner found is part of the record. */
  ExaminationHeld: z.strictObject({
    ...signed,
    ...examinationFindings.shape,
    session: z.int().min(1),
    record: artifact,
    disclosureHash: sha256Schema,
    signing: z.enum(['SIGNED', 'REFUSED', 'PENDING']),
    warning: bilingual.optional(),
  }),
  /** The respondent did not come. `final`: the second time after proven summonses, so the case goes on without them. */
  ExaminationMissed: z.strictObject({
    ...signed,
    session: z.int().min(1),
    ordinal: z.int().min(1).max(2),
    proof,
    final: z.boolean(),
    report: examinationFindings.optional(),
    appointment: appointment.optional(),
    disclosureHash: sha256Schema,
  }),
  ExaminationRescheduled: z.strictObject({ ...signed, appointment }),
  ExaminationReturned: z.strictObject(signed),
  TemporaryReleaseOrdered: z.strictObject({ ...signed, from: localDateSchema, actingOfficial: nipSchema.optional() }),
  /** What the respondent answered, named as witnesses or companion, and sent in: artefacts, never text in the trail. */
  StatementRecorded: z.strictObject({
    taskId: taskIdSchema,
    round,
    disclosureHash: sha256Schema,
    artifacts: z.array(artifact).min(1).max(21),
    /** Nothing more will come. */
    complete: z.boolean(),
  }),
  ExaminationRecordSigned: z.strictObject({
    taskId: taskIdSchema,
    round,
    record: sha256Schema,
    manner: z.enum(['SIGNED', 'REFUSED']),
    /** What the examinee says is wrong in the record. */
    corrections: artifact.optional(),
  }),
  ExaminationReported: z.strictObject({
    ...examinationFindings.shape,
    round,
    inAbsentia: z.boolean(),
    disclosureHash: sha256Schema,
    letters: z.array(artifactIdSchema).min(1),
  }),
  DecisionProposed: z.strictObject({
    ...signed,
    disclosureHash: sha256Schema,
    to: z.literal('PRESIDENT'),
    sanctionCode: sanctionCodeSchema,
    provisions: z.array(provisionCodeSchema),
  }),
  ServiceAttempted: z.strictObject({
    ...signed,
    session: z.int().min(1),
    method: z.string().min(1).max(60),
    dispatchedOn: localDateSchema,
    warning: bilingual.optional(),
  }),
  DecisionServed: z.strictObject({
    ...signed,
    outcome: z.enum(['SERVED', 'REFUSED_TO_SIGN']),
    method: z.string().min(1).max(60),
    receivedOn: localDateSchema,
    effectiveOn: localDateSchema,
    derivation: bilingual,
    remedy: z.strictObject({
      route: z.enum(['OBJECTION', 'BPASN', 'NONE']),
      until: localDateSchema.optional(),
      derivation: bilingual.optional(),
    }),
    warning: bilingual.optional(),
  }),
  AppealFiled: z.strictObject({
    taskId: taskIdSchema,
    round,
    route: z.enum(['OBJECTION', 'BPASN']),
    filedOn: localDateSchema,
    artifacts: z.array(artifact).min(1).max(21),
  }),
  AppealDecided: z.strictObject({
    ...signed,
    outcome: z.enum(['UPHELD', 'CHANGED', 'ANNULLED']),
    body: z.string().min(3).max(200),
    decisionNumber: z.string().min(1).max(120),
    decidedOn: localDateSchema,
    sanctionCode: sanctionCodeSchema.optional(),
    warning: bilingual.optional(),
  }),
  SanctionEffective: z.strictObject({
    sanctionCode: sanctionCodeSchema,
    effectiveOn: localDateSchema,
    /** Last day of a sanction that is served for months. */
    endsOn: localDateSchema.optional(),
    basis: z.enum(['NO_REMEDY', 'REMEDY_DECIDED']),
  }),
  ExecutionCompleted: z.strictObject({ ...signed, restoredOn: localDateSchema }),
  /** A day off was added or taken away: an open deadline is where the calendar now puts it. */
  DeadlineMoved: z.strictObject({
    taskId: taskIdSchema,
    oldDueAt: instantSchema,
    ...opened,
    derivation: bilingual,
  }),
} as const;
