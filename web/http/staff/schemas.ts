import * as z from 'zod';
import { nextKindSchema } from '../../../core/board/next-thing.ts';
import { captureDetailsSchema } from '../../../core/capture/capture-details.ts';
import {
  artifactKindSchema,
  captureQualitySchema,
  caseEventSchema,
  comparisonSchema,
  taskKindSchema,
} from '../../../core/case/events.ts';
import { caseStatusSchema } from '../../../core/case/transitions.ts';
import { scanSchema } from '../../../core/evidence/scan.ts';
import { workingCopySchema } from '../../../core/evidence/working-copy.ts';
import { artifactIdSchema, caseIdSchema, nipSchema, sha256Schema } from '../../../core/ids.ts';
import { sanctionCodeSchema, trackSchema } from '../../../core/rules/codes.ts';
import { citationSchema } from '../../../core/rules/rule-file.ts';
import { instantSchema, localDateSchema } from '../../../core/time.ts';
import { headSchema } from '../../../core/trail/export.ts';

export const caseParams = z.object({ caseNumber: caseIdSchema });
export const artifactParams = z.object({ caseNumber: caseIdSchema, artifactId: artifactIdSchema });

const limit = z
  .string()
  .regex(/^([1-9]\d?|100)$/, 'harus 1 sampai 100 / must be 1 to 100')
  .transform(Number)
  .default(25);
const nextCursor = z.string().nullable().describe('for the next page; null on the last');
const cursor = z.string().min(1).max(2000).optional().describe('from the page before');

export const listQuery = z.strictObject({
  status: caseStatusSchema.optional(),
  q: z
    .string()
    .trim()
    .min(3)
    .max(100)
    .optional()
    .describe('case number, NIP of the respondent, or a part of their name'),
  cursor,
  limit,
});

/** Why an official opens an original: kept in the access log, by API and console alike. */
export const downloadReason = z.string().trim().min(5).max(500);
export const downloadQuery = z.strictObject({
  reason: downloadReason,
  version: z
    .enum(['original', 'working'])
    .default('original')
    .describe('`working`: the metadata-clean copy of a picture or PDF from outside'),
});

export const boardQuery = z.strictObject({ status: caseStatusSchema.optional(), cursor, limit });

export const silenceQuery = z
  .strictObject({
    from: localDateSchema
      .optional()
      .describe('first day, in the zone of the agency; the first of January where not given'),
    to: localDateSchema.optional().describe('last day, included; today where not given'),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ['to'],
    message: 'tidak boleh mendahului tanggal awal / must not come before the beginning',
  });

const person = {
  nip: nipSchema,
  name: z.string().nullable(),
  position: z.string().nullable(),
  unit: z.string().nullable(),
};

export const boardSchema = z.object({
  items: z.array(
    z.object({
      caseNumber: caseIdSchema,
      status: caseStatusSchema,
      next: nextKindSchema.nullable().describe('a kind of task, or a step that the system takes by itself'),
      responsible: z
        .object({
          kind: z.enum(['official', 'respondent', 'reporter', 'system']),
          nip: nipSchema.nullable(),
          name: z.string().nullable(),
        })
        .describe('a reporter is never named'),
      dueAt: instantSchema.nullable(),
      overdue: z.boolean(),
      parkedAt: instantSchema.nullable(),
    }),
  ),
  cursor: nextCursor,
});

const count = { silences: z.int(), cases: z.int() };
export const silenceSchema = z.object({
  from: localDateSchema,
  to: localDateSchema,
  rule: z.object({ id: z.string(), en: z.string(), citation: citationSchema }),
  total: z.object(count),
  byPerson: z.array(z.object({ ...person, ...count })),
  byUnit: z.array(z.object({ unit: z.string().nullable(), ...count })),
  items: z.array(
    z.object({
      ...person,
      caseNumber: caseIdSchema,
      kind: taskKindSchema,
      dueAt: instantSchema,
      recordedAt: instantSchema,
    }),
  ),
});

export const listSchema = z.object({
  items: z.array(
    z.object({
      caseNumber: caseIdSchema,
      status: caseStatusSchema,
      round: z.int(),
      receivedAt: instantSchema,
      updatedAt: instantSchema,
      closed: z.boolean(),
      respondentNip: nipSchema.nullable(),
      track: trackSchema.nullable(),
      sanctionCode: sanctionCodeSchema.nullable(),
    }),
  ),
  cursor: nextCursor,
});

export const trailSchema = z.object({ events: z.array(caseEventSchema), head: headSchema, log: z.null() });

export const stampSchema = z
  .object({
    state: z
      .enum(['STAMPED', 'MISSING', 'OFF', 'NOT_STAMPED'])
      .describe('`MISSING`: the authority has not answered yet; `OFF`: none is configured'),
    genTime: instantSchema.optional(),
    authority: z.string().optional(),
  })
  .describe('time stamp of an authority (RFC 3161)');

export const heldSchema = z.boolean().describe('under legal hold: nobody can remove the bytes from the vault');

export const evidenceSchema = z.array(
  z.object({
    artifactId: artifactIdSchema,
    kind: artifactKindSchema,
    mediaType: z.string(),
    size: z.int(),
    sha256: sha256Schema,
    sourceUrl: z.string().optional(),
    capturedAt: instantSchema,
    method: z.string(),
    round: z.int(),
    disclosed: z.boolean().describe('the respondent was shown it: what is not shown cannot support a decision'),
    quality: captureQualitySchema.nullable(),
    declaredType: z.string().optional().describe('what the sender called it, where the content says otherwise'),
    scan: scanSchema
      .partial({ at: true })
      .nullable()
      .describe('of a file from outside: what a malware engine says; nothing but CLEAN is clean'),
    copy: workingCopySchema.nullable().describe('the metadata-clean copy that people work with, or why there is none'),
    held: heldSchema,
    timestamp: stampSchema,
    comparison: comparisonSchema
      .optional()
      .describe('of a page that was captured before: how it stands beside that capture'),
    capture: captureDetailsSchema
      .omit({ requestedUrl: true, comparison: true })
      .optional()
      .describe('what is known of a captured page beside its bytes'),
  }),
);
