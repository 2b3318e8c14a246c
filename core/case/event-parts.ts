import * as z from 'zod';
import { scanSchema } from '../evidence/scan.ts';
import { workingCopySchema } from '../evidence/working-copy.ts';
import { artifactIdSchema, nipSchema, sha256Schema, taskIdSchema } from '../ids.ts';
import { principleCodeSchema } from '../rules/codes.ts';
import { instantSchema } from '../time.ts';

/** A case that comes back for more evidence this often is refused another round. */
export const MAX_ROUND = 99;
export const round = z.int().min(1).max(MAX_ROUND);
/** What an official writes as the reason is part of the record; what reporters, respondents and witnesses write is not. */
export const reasonSchema = z
  .string()
  .min(10)
  .max(5000)
  .refine((text) => text.isWellFormed(), 'bukan teks Unicode yang sah / is not well-formed Unicode');
/** A column of a report or a place that an official names. */
export const officialText = z
  .string()
  .min(1)
  .max(5000)
  .refine((text) => text.isWellFormed(), 'bukan teks Unicode yang sah / is not well-formed Unicode');

export const artifactKindSchema = z.enum([
  'REPORT',
  'MESSAGE',
  'ATTACHMENT',
  'CAPTURE',
  'CAPTURE_MANIFEST',
  'CAPTURE_TEXT',
  'CAPTURE_SCREENSHOT',
  'CAPTURE_PAGE',
  'CAPTURE_ARCHIVE',
  'STATEMENT',
  'STATEMENT_FILE',
  'EXAMINATION_RECORD',
  'APPEAL',
  'APPEAL_FILE',
  'LETTER',
  'DECISION_RECORD',
  'MAIL_RAW',
]);
export type ArtifactKind = z.infer<typeof artifactKindSchema>;

export const captureQualitySchema = z.enum([
  'COMPLETE',
  'LOGIN_WALL',
  'CONSENT_WALL',
  'TRUNCATED',
  'NOT_FOUND',
  'GONE',
  'HTTP_ERROR',
  'UNDECODABLE',
]);

/** How a page stands beside its earlier capture (core/capture/recapture.ts). */
export const pageChangeSchema = z.enum(['SAME', 'CHANGED', 'GONE', 'NOT_COMPARABLE']);
export type PageChange = z.infer<typeof pageChangeSchema>;
export const comparisonSchema = z.strictObject({ with: artifactIdSchema, change: pageChangeSchema });

export const artifact = z.strictObject({
  artifactId: artifactIdSchema,
  kind: artifactKindSchema,
  sha256: sha256Schema,
  mediaType: z.string().min(3).max(120),
  size: z.int().min(0),
  method: z.enum(['FORM', 'API', 'HTTP', 'BROWSER', 'UPLOAD', 'GENERATED', 'MAIL']),
  capturedAt: instantSchema,
  round,
  quality: captureQualitySchema.optional(),
  /** Which address of which text was captured; the address itself stays in that artefact, where it can be erased. */
  source: z.strictObject({ sha256: sha256Schema, urlIndex: z.int().min(0) }).optional(),
  /** Of a page that was captured before. Absent from first captures, and from captures of earlier versions. */
  comparison: comparisonSchema.optional(),
  /** What the sender said a file is, where its content says otherwise; `mediaType` follows the content. */
  declaredType: z.string().max(120).optional(),
  /** Of files that came from outside. Absent from what the system made or captured, and from files of earlier versions. */
  scan: scanSchema.optional(),
  /** Absent while the scan is pending, from infected files, and from files of earlier versions. */
  copy: workingCopySchema.optional(),
});
export type Artifact = z.infer<typeof artifact>;

export const promisedAttachment = z.strictObject({
  artifactId: artifactIdSchema,
  mediaType: z.string().min(3).max(120),
  size: z.int().min(1),
  sha256: sha256Schema.optional(),
});

export const plannedCapture = z.strictObject({
  artifactId: artifactIdSchema,
  source: z.strictObject({ sha256: sha256Schema, urlIndex: z.int().min(0) }),
});

const span = z.strictObject({ artifactSha256: sha256Schema, start: z.int().min(0), end: z.int().min(1) });
export const bilingual = z.strictObject({ id: z.string(), en: z.string() });

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

export const taskKindSchema = z.enum([
  'triage',
  'answer',
  'review',
  'team',
  'examination',
  'response',
  'decision',
  'service',
  'remedy',
  'appeal',
  'execution',
]);
export type TaskKind = z.infer<typeof taskKindSchema>;

/** An `answer` task waits for the reporter, who has no employee number; `response` and `remedy` are the respondent's own. */
export const assigneeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('official'), nip: nipSchema }),
  z.strictObject({ kind: z.literal('reporter') }),
  z.strictObject({ kind: z.literal('respondent'), nip: nipSchema }),
]);
export type Assignee = z.infer<typeof assigneeSchema>;

export const opened = { dueAt: instantSchema, remindAt: instantSchema };
export const signed = { taskId: taskIdSchema, round, contentHash: sha256Schema, reason: reasonSchema };

export const respondentSchema = z.strictObject({ nip: nipSchema });

export const recipientSchema = z.enum(['RESPONDENT', 'REPORTER', 'SUPERIOR', 'PERSONNEL_UNIT']);
export type Recipient = z.infer<typeof recipientSchema>;

/** Whom a mail did not reach: somebody who was told something, or whoever holds a task. */
export const unreachedSchema = z.enum([...recipientSchema.options, 'TASK_HOLDER']);
export type Unreached = z.infer<typeof unreachedSchema>;

export const bounceCauseSchema = z.enum(['BOUNCED', 'COMPLAINED', 'REJECTED']);
export type BounceCause = z.infer<typeof bounceCauseSchema>;

/** `X-Tertib-Mail-Id` of a mail of ours. */
export const ownMailIdSchema = z.string().regex(/^[A-Za-z0-9:._-]{3,200}$/);

/** How somebody whom a mail did not reach was told after all, or that they were not. */
export const otherWaySchema = z.enum(['HANDED_OVER', 'POSTED', 'CALLED', 'ADDRESS_CORRECTED', 'GIVEN_UP']);
export type OtherWay = z.infer<typeof otherWaySchema>;

export const closeReasonSchema = z.enum([
  'SANCTIONED',
  'DISMISSED',
  'REJECTED',
  'REFERRED',
  'MERGED',
  'PROPOSED',
  'ANNULLED',
]);
