import * as z from 'zod';
import type { EventData, EventDraft } from '../case/events.ts';
import { artifactIdSchema, caseIdSchema, normaliseCrockford, personRefSchema, type Sha256 } from '../ids.ts';
import type { Person, Report, ReportArtifact } from '../report.ts';
import { localDateSchema } from '../time.ts';
import { canonicalJson, hashOf, sha256Hex } from '../trail/digest.ts';

/** What must be the same when an interrupted filing is repeated under its idempotency key. */
export const intakeSecretsSchema = z.strictObject({
  caseId: caseIdSchema,
  personRef: personRefSchema,
  receiptCode: z.string(),
  salt: z.string().length(32),
});
export type IntakeSecrets = z.infer<typeof intakeSecretsSchema>;

/** The key a reporter's return credential is found by: it carries 80 random bits, so a plain hash does not give it away. */
export const receiptHashOf = (receiptCode: string): Sha256 => sha256Hex(`receipt:${normaliseCrockford(receiptCode)}`);

/** The bytes of the first artefact: the report without the reporter. */
export const reportBytes = (report: Report): Uint8Array => {
  const { reporter: _who, ...artifact } = report;
  return new TextEncoder().encode(canonicalJson(artifact satisfies ReportArtifact));
};

export const personOf = (report: Report, secrets: IntakeSecrets): Person => ({
  reporter: report.reporter,
  salt: secrets.salt,
});

/** What a keyed hash is taken over, to tell later whether an official is the reporter without revealing who is. */
export const reporterMailMessage = (mail: string): string => `reporter-mail:${mail.trim().toLowerCase()}`;

/** The address a reporter left, if any. */
export const mailOf = (reporter: Report['reporter']): string | undefined =>
  'email' in reporter ? reporter.email : undefined;

export const attachmentArtifactId = (index: number) => artifactIdSchema.parse(`attachment-${index + 1}`);

interface Received {
  readonly report: Report;
  readonly channel: 'FORM' | 'API' | 'MAIL';
  readonly secrets: IntakeSecrets;
  readonly stored: { readonly sha256: Sha256; readonly size: number };
}

const occurredOn = (report: Report) =>
  report.incident.occurredAt === undefined ? undefined : localDateSchema.parse(report.incident.occurredAt.slice(0, 10));

/** The first event of a case. Nothing in it says who reported or what they wrote. */
export const reportReceived = ({ report, channel, secrets, stored }: Received): EventDraft => {
  const date = occurredOn(report);
  const data: EventData['ReportReceived'] = {
    agencyId: report.agencyId,
    channel,
    language: report.language,
    report: { sha256: stored.sha256, mediaType: 'application/json', size: stored.size },
    urlCount: report.incident.urls.length,
    attachments: (report.attachments ?? []).map(({ mediaType, size, sha256 }, index) => ({
      artifactId: attachmentArtifactId(index),
      mediaType,
      size,
      ...(sha256 === undefined ? {} : { sha256 }),
    })),
    anonymous: report.reporter.anonymous === true,
    personRef: secrets.personRef,
    reporterCommitment: hashOf(personOf(report, secrets)),
    receiptHash: receiptHashOf(secrets.receiptCode),
    ...(report.respondent.nip === undefined ? {} : { claimedRespondentNip: report.respondent.nip }),
    ...(date === undefined ? {} : { occurredOn: date }),
  };
  return { type: 'ReportReceived', data };
};
