import * as z from 'zod';
import { artifactKindSchema, captureQualitySchema, caseEventSchema } from '../../../core/case/events.ts';
import { caseStatusSchema } from '../../../core/case/transitions.ts';
import { artifactIdSchema, caseIdSchema, nipSchema, sha256Schema } from '../../../core/ids.ts';
import { sanctionCodeSchema, trackSchema } from '../../../core/rules/codes.ts';
import { instantSchema } from '../../../core/time.ts';
import { headSchema } from '../../../core/trail/export.ts';

export const caseParams = z.object({ caseNumber: caseIdSchema });
export const artifactParams = z.object({ caseNumber: caseIdSchema, artifactId: artifactIdSchema });

export const listQuery = z.strictObject({
  status: caseStatusSchema.optional(),
  q: z
    .string()
    .trim()
    .min(3)
    .max(100)
    .optional()
    .describe('case number, NIP of the respondent, or a part of their name'),
  cursor: z.string().min(1).max(2000).optional().describe('from the page before'),
  limit: z
    .string()
    .regex(/^([1-9]\d?|100)$/, 'harus 1 sampai 100 / must be 1 to 100')
    .transform(Number)
    .default(25),
});

/** Why someone downloads evidence: written down, so that it can be asked about. */
/** Why an official opens an original: kept in the access log, by API and console alike. */
export const downloadReason = z.string().trim().min(5).max(500);
export const downloadQuery = z.strictObject({ reason: downloadReason });

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
  cursor: z.string().nullable().describe('for the next page; null on the last'),
});

export const caseSchema = z.looseObject({ caseNumber: caseIdSchema, status: caseStatusSchema, head: headSchema });

export const trailSchema = z.object({ events: z.array(caseEventSchema), head: headSchema, log: z.null() });

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
    quality: captureQualitySchema.nullable(),
  }),
);
