import * as z from 'zod';
import { nextKindSchema } from '../../../core/board/next-thing.ts';
import { assigneeSchema, bilingual, closeReasonSchema, taskKindSchema } from '../../../core/case/event-parts.ts';
import { caseStatusSchema } from '../../../core/case/transitions.ts';
import { artifactIdSchema, caseIdSchema, nipSchema, sha256Schema } from '../../../core/ids.ts';
import { letterFormSchema } from '../../../core/letters/letter-forms.ts';
import {
  impactScopeSchema,
  principleCodeSchema,
  provisionCodeSchema,
  sanctionCodeSchema,
  trackSchema,
} from '../../../core/rules/codes.ts';
import { instantSchema, localDateSchema } from '../../../core/time.ts';
import { headSchema } from '../../../core/trail/export.ts';

const note = bilingual.nullable();
const paper = z.object({
  artifactId: artifactIdSchema,
  sha256: sha256Schema,
  mediaType: z.string(),
  size: z.int(),
});

const summons = z.looseObject({
  round: z.int(),
  session: z.int(),
  ordinal: z.int().describe('1 or 2'),
  letterId: artifactIdSchema,
  issuedOn: localDateSchema,
  examinationAt: instantSchema,
  place: z.string(),
  disclosureHash: sha256Schema,
  warning: note,
  served: z
    .object({ manner: z.string(), servedOn: localDateSchema })
    .nullable()
    .describe('null where it is not proven'),
});

const report = z.looseObject({
  findings: z.string(),
  charges: z.array(provisionCodeSchema),
  impact: impactScopeSchema.nullable(),
  impactReason: z.string().nullable(),
  aggravating: z.string().nullable(),
  mitigating: z.string().nullable(),
  recommendedSanction: z.string().nullable().describe('a sanction, or NONE'),
  inAbsentia: z.boolean(),
  disclosureHash: sha256Schema,
  reportedAt: instantSchema,
});

const examination = z.object({
  team: z
    .object({
      formedAt: instantSchema,
      members: z.array(z.object({ nip: nipSchema, element: z.string(), position: z.string() })),
    })
    .nullable(),
  temporaryRelease: z.object({ from: localDateSchema, actingOfficial: nipSchema.nullable() }).nullable(),
  summonses: z.array(summons),
  absences: z.array(z.looseObject({ ordinal: z.int(), final: z.boolean(), recordedAt: instantSchema })),
  examinations: z.array(
    z.looseObject({
      session: z.int(),
      signing: z.string(),
      recordArtifactId: artifactIdSchema,
      recordedAt: instantSchema,
    }),
  ),
  report: report.nullable(),
});

const disclosure = z.object({
  round: z.int(),
  version: z.int(),
  hash: sha256Schema,
  track: trackSchema,
  principles: z.array(principleCodeSchema),
  charges: z.array(provisionCodeSchema),
  evidence: z.array(z.object({ artifactId: artifactIdSchema, sha256: sha256Schema, copy: sha256Schema })),
  withheld: z.array(artifactIdSchema),
  frozenAt: instantSchema,
  current: z.boolean().describe('the one that a decision rests on'),
});

const service = z.object({
  attempts: z.array(
    z.object({
      session: z.int(),
      method: z.string(),
      dispatchedOn: localDateSchema,
      warning: note,
      recordedAt: instantSchema,
    }),
  ),
  receipt: z
    .object({
      outcome: z.enum(['SERVED', 'REFUSED_TO_SIGN']),
      method: z.string(),
      receivedOn: localDateSchema,
      countedEffectiveOn: localDateSchema,
      derivation: bilingual,
      warning: note,
      recordedAt: instantSchema,
    })
    .nullable(),
});

const remedy = z.looseObject({
  route: z.enum(['OBJECTION', 'BPASN', 'NONE']),
  until: localDateSchema.nullable(),
  derivation: note,
  filedOn: localDateSchema.nullable(),
  artifactIds: z.array(artifactIdSchema),
});

const execution = z.object({
  sanctionCode: sanctionCodeSchema,
  effectiveOn: localDateSchema,
  basis: z.string(),
  endsOn: localDateSchema.nullable(),
  restoredOn: localDateSchema.nullable(),
});

const lineageStep = z.object({
  kind: z.enum(['SANCTION', 'DISMISSAL', 'PROPOSAL', 'REMEDY']),
  at: instantSchema,
  by: z.union([z.object({ nip: nipSchema }), z.object({ body: z.string() })]).nullable(),
  number: z.string().nullable(),
  decidedOn: localDateSchema.nullable(),
  outcome: z.enum(['UPHELD', 'CHANGED', 'ANNULLED']).nullable(),
  sanctionCode: sanctionCodeSchema.nullable().describe('as this decision leaves it'),
});

const next = z.object({
  what: z.enum(['TASK', 'STEP']),
  kind: nextKindSchema,
  responsible: z.object({ kind: z.enum(['official', 'respondent', 'reporter', 'system']), nip: nipSchema.optional() }),
  dueAt: instantSchema.nullable(),
});

/** `GET /v1/cases/{caseNumber}`. */
export const caseSchema = z.looseObject({
  caseNumber: caseIdSchema,
  status: caseStatusSchema,
  round: z.int(),
  head: headSchema,
  track: trackSchema.nullable(),
  charges: z.array(provisionCodeSchema),
  chargesFrom: z.enum(['REVIEW', 'DISCLOSURE', 'REPORT', 'DECISION']).nullable(),
  examination,
  disclosures: z.array(disclosure),
  undisclosedEvidence: z
    .array(artifactIdSchema)
    .describe('cannot support a decision until it is shown with time to answer'),
  letters: z.array(
    z.object({
      letterId: artifactIdSchema,
      form: letterFormSchema,
      number: z.string(),
      round: z.int(),
      issuedAt: instantSchema,
      documents: z.array(paper),
    }),
  ),
  decision: z.looseObject({ outcome: z.enum(['SANCTION', 'DISMISS', 'PROPOSE']), reason: z.string() }).nullable(),
  service,
  remedy: remedy.nullable(),
  execution: execution.nullable(),
  decisions: z.array(lineageStep),
  next: next.nullable().describe('what the open case waits for, and who is responsible; null once it is closed'),
  openTasks: z.array(
    z.looseObject({ kind: taskKindSchema, round: z.int(), assignee: assigneeSchema, dueAt: instantSchema }),
  ),
  silences: z.array(z.object({ nip: nipSchema, kind: taskKindSchema, dueAt: instantSchema, at: instantSchema })),
  closed: z.object({ reason: closeReasonSchema, at: instantSchema }).nullable(),
});
