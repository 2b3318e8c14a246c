import * as z from 'zod';
import { agencyIdSchema, nipSchema, sha256Schema } from './ids.ts';
import { isMediaType } from './media-type.ts';
import { hiddenCharacters, plainLine, plainText } from './plain-text.ts';
import { localDateSchema } from './time.ts';

/** Limits of contract.md; each configurable per deployment. */
export interface IntakeLimits {
  readonly urls: number;
  readonly attachments: number;
  readonly attachmentBytes: number;
}
export const defaultIntakeLimits: IntakeLimits = { urls: 20, attachments: 20, attachmentBytes: 25 * 1024 * 1024 };

const isWebAddress = (value: string): boolean => {
  const url = URL.parse(value);
  return (
    url !== null &&
    (url.protocol === 'http:' || url.protocol === 'https:') &&
    url.username === '' &&
    url.password === ''
  );
};

const webAddress = z
  .string()
  .trim()
  .max(2048)
  .refine(
    (value) => !hiddenCharacters.test(value) && isWebAddress(value),
    'harus alamat http atau https / must be an http or https address',
  );

const attachmentSchema = (limits: IntakeLimits) =>
  z.strictObject({
    fileName: plainLine(1, 200).refine(
      (name) => !/[/\\]/.test(name),
      'nama berkas tanpa garis miring / file name without slashes',
    ),
    mediaType: z.string().refine(isMediaType),
    size: z.int().min(1).max(limits.attachmentBytes),
    sha256: sha256Schema.optional(),
  });

const reporterSchema = z.union([
  z.strictObject({ anonymous: z.literal(true) }),
  z.strictObject({
    anonymous: z.literal(false).optional(),
    name: plainLine(1, 200).optional(),
    email: z.email().max(254).optional(),
    phone: z
      .string()
      .trim()
      .regex(/^\+?[\d ().-]{6,24}$/)
      .optional(),
  }),
]);

/** A report as it comes in, by form or API (`POST /v1/reports`). Unknown fields are refused. */
export const reportSchema = (limits: IntakeLimits) =>
  z.strictObject({
    agencyId: agencyIdSchema,
    reporter: reporterSchema,
    respondent: z.strictObject({
      name: plainLine(1, 200).optional(),
      nip: nipSchema.optional(),
      position: plainLine(1, 200).optional(),
      unit: plainLine(1, 200).optional(),
      accounts: z
        .array(z.strictObject({ platform: plainLine(1, 40), handle: plainLine(1, 120) }))
        .max(10)
        .optional(),
    }),
    incident: z.strictObject({
      description: plainText(20, 20_000),
      occurredAt: z.union([localDateSchema, z.iso.datetime({ offset: true })]).optional(),
      urls: z.array(webAddress).max(limits.urls).default([]),
    }),
    attachments: z.array(attachmentSchema(limits)).max(limits.attachments).optional(),
    language: z.enum(['id', 'en']).default('id'),
  });
export type Report = z.infer<ReturnType<typeof reportSchema>>;
export type Reporter = Report['reporter'];

/** What a reporter adds later or answers (`POST /v1/reports/messages`). */
export const messageSchema = z.strictObject({ text: plainText(1, 5000) });

/** The report as an artefact: everything but who reported. Its bytes are the RFC 8785 form. */
export type ReportArtifact = Omit<Report, 'reporter'>;

/** What the People table keeps, sealed: who reported, and the salt of the commitment. */
export const personSchema = z.strictObject({
  reporter: reporterSchema,
  salt: z.string().length(32),
});
export type Person = z.infer<typeof personSchema>;
