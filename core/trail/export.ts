import * as z from 'zod';
import type { CaseEvent } from '../case/events.ts';
import { artifactsIn } from '../case/fold-facts.ts';
import { custodyEntrySchema } from '../evidence/custody-entry.ts';
import { type ArtifactId, artifactIdSchema, type CaseId, caseIdSchema, type Sha256, sha256Schema } from '../ids.ts';
import { type Instant, instantSchema } from '../time.ts';

/** The name the report itself goes by in lists of evidence: it is the first artefact and has no event of its own. */
export const REPORT_ARTIFACT_ID: ArtifactId = artifactIdSchema.parse('report');

const exportedEvidenceSchema = z.strictObject({
  artifactId: artifactIdSchema,
  sha256: sha256Schema,
  size: z.int().min(0),
  mediaType: z.string(),
});
export type ExportedEvidence = z.infer<typeof exportedEvidenceSchema>;

/** A JWK Set (RFC 7517) of public keys: one with a private member must never leave. */
export const publicKeysSchema = z.object({
  keys: z.array(
    z.record(z.string(), z.unknown()).refine((key) => !('d' in key) && !('k' in key), 'must be a public key'),
  ),
});
export type PublicKeys = z.infer<typeof publicKeysSchema>;

export const headSchema = z.strictObject({ seq: z.int().min(1), hash: sha256Schema });

export const EXPORT_FORMAT = 'tertib-case-export';

/**
 * The file of `GET /v1/cases/{caseNumber}/export`: all that the offline verifier needs. `events` stay raw JSON, so that a verifier
 * that does not know a later kind of event still checks its hash. `log` is the place of the events in the public log, once there is one.
 */
export const caseExportSchema = z.strictObject({
  format: z.literal(EXPORT_FORMAT),
  version: z.literal(1),
  exportedAt: instantSchema,
  caseNumber: caseIdSchema,
  head: headSchema,
  events: z.array(z.unknown()),
  evidence: z.array(exportedEvidenceSchema),
  keys: publicKeysSchema,
  log: z.null(),
  /** The tokens of the time stamps that the events record (RFC 3161), in base64. Absent from exports of earlier versions. */
  timestamps: z.array(z.strictObject({ artifactId: artifactIdSchema, token: z.base64() })).optional(),
  /** The history of every artefact: also who looked, which no hash seals. Absent from exports of earlier versions. */
  custody: z.array(z.strictObject({ artifactId: artifactIdSchema, entries: z.array(custodyEntrySchema) })).optional(),
});
export type ParsedCaseExport = z.infer<typeof caseExportSchema>;

export interface CaseExport {
  readonly format: typeof EXPORT_FORMAT;
  readonly version: 1;
  readonly exportedAt: Instant;
  readonly caseNumber: CaseId;
  readonly head: { readonly seq: number; readonly hash: Sha256 };
  readonly events: readonly CaseEvent[];
  readonly evidence: readonly ExportedEvidence[];
  readonly keys: PublicKeys;
  readonly log: null;
  readonly timestamps: ParsedCaseExport['timestamps'];
  readonly custody: ParsedCaseExport['custody'];
}

/** An artefact with the event that records it. */
export interface RecordedEvidence extends ExportedEvidence {
  readonly seq: number;
}

/** Every artefact that the events of a case record, the report first. */
export const evidenceIn = (events: readonly CaseEvent[]): RecordedEvidence[] =>
  events.flatMap((event): RecordedEvidence[] => {
    switch (event.type) {
      case 'ReportReceived':
        return [{ artifactId: REPORT_ARTIFACT_ID, ...event.data.report, seq: event.seq }];
      default:
        return artifactsIn(event).map(({ artifactId, sha256, size, mediaType }) => ({
          artifactId,
          sha256,
          size,
          mediaType,
          seq: event.seq,
        }));
    }
  });

/**
 * Builds the export of a whole trail.
 * @throws RangeError for an empty trail
 * @throws ZodError for a key set that holds a private key
 */
export const caseExport = (parts: {
  readonly events: readonly CaseEvent[];
  /** The newest head that is known; the last event's where nothing knows a later one. */
  readonly head?: CaseExport['head'];
  readonly exportedAt: Instant;
  readonly keys: { readonly keys: readonly Readonly<Record<string, unknown>>[] };
  readonly timestamps?: CaseExport['timestamps'];
  readonly custody?: CaseExport['custody'];
}): CaseExport => {
  const last = parts.events.at(-1);
  if (last === undefined) throw new RangeError('a trail without events cannot be exported');
  return {
    format: EXPORT_FORMAT,
    version: 1,
    exportedAt: parts.exportedAt,
    caseNumber: last.caseId,
    head: parts.head ?? { seq: last.seq, hash: last.hash },
    events: parts.events,
    evidence: evidenceIn(parts.events).map(({ seq: _seq, ...artifact }) => artifact),
    keys: publicKeysSchema.parse(parts.keys),
    log: null,
    timestamps: parts.timestamps ?? [],
    custody: parts.custody ?? [],
  };
};
