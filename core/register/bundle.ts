import * as z from 'zod';
import { TertibError } from '../errors.ts';
import { type CaseId, caseIdSchema, type Sha256, sha256Schema } from '../ids.ts';
import { bilingualSchema } from '../rules/rule-file.ts';
import { type Instant, instantSchema } from '../time.ts';
import { canonicalJson, sha256Hex } from '../trail/digest.ts';
import {
  type BundlePurpose,
  type BundleRole,
  type BundleRules,
  bundlePurposeSchema,
  bundleRoleSchema,
} from './bundle-rules.ts';
import { openFields, type RegisterDocument, type RegisterFacts, registerRecord } from './register-record.ts';
import type { RegisterRules } from './register-rules.ts';
import { type BundledFile, safeFileName } from './zip.ts';

export interface BundleDocument {
  readonly role: BundleRole;
  /** What people call it, e.g. its number or file name; becomes part of a safe file name. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface BundleInput {
  readonly purpose: BundlePurpose;
  readonly caseNumber: CaseId;
  readonly at: Instant;
  /** In the order in which they came to be; each folder keeps it. */
  readonly documents: readonly BundleDocument[];
  /** Hashes that must not leave: the report, messages and originals of what was handed in. */
  readonly withheld: readonly Sha256[];
  /** For the national register only. */
  readonly register?: { readonly facts: RegisterFacts; readonly rules: RegisterRules } | undefined;
}

/** Something was to go into a bundle that must not: a bug in what gathers the documents. */
export class NotForBundle extends TertibError {
  override readonly name = 'NotForBundle';
}

export const BUNDLE_FORMAT = 'tertib-bundle';

const openFieldSchema = z.strictObject({
  field: z.string(),
  what: z.enum(['COMPLETE', 'CONFIRM']),
  reason: bilingualSchema,
});

/** The list of everything in a bundle but itself and its hash. */
export const bundleManifestSchema = z.strictObject({
  format: z.literal(BUNDLE_FORMAT),
  version: z.literal(1),
  purpose: bundlePurposeSchema,
  title: bilingualSchema,
  caseNumber: caseIdSchema,
  createdAt: instantSchema,
  files: z.array(
    z.strictObject({
      path: z.string(),
      sha256: sha256Schema,
      size: z.int().min(0),
      mediaType: z.string(),
      what: z.union([bundleRoleSchema, z.literal('RECORD')]),
      title: bilingualSchema,
    }),
  ),
  /** Documents that belong into this bundle and are not there; of a list, any one would do. */
  missing: z.array(z.array(bundleRoleSchema).min(1)),
  /** Fields of the record that a person must still fill in or check. */
  open: z.array(openFieldSchema),
});
export type BundleManifest = z.infer<typeof bundleManifestSchema>;

export interface Bundle {
  readonly files: readonly BundledFile[];
  readonly manifest: BundleManifest;
}

const RECORD = {
  path: 'siasn.json',
  mediaType: 'application/json',
  what: 'RECORD',
  title: { id: 'Data riwayat hukuman disiplin', en: 'Record of the sanction' },
} as const;

const ENDINGS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/json': 'json',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'text/html': 'html',
  'text/plain': 'txt',
};
const endingOf = (mediaType: string): string => ENDINGS[mediaType.split(';')[0]?.trim() ?? ''] ?? 'bin';

type Placed = BundleManifest['files'][number] & { readonly bytes: Uint8Array };

const checkDocument = (input: BundleInput, rules: BundleRules, document: BundleDocument): void => {
  if (!rules.purposes[input.purpose].may.includes(document.role))
    throw new NotForBundle(`${document.role} has no place in a bundle for ${input.purpose}`);
  if (input.withheld.includes(sha256Hex(document.bytes)))
    throw new NotForBundle(`${document.role} ${document.name} is something that stays with the agency`);
};

const place = (input: BundleInput, rules: BundleRules): readonly Placed[] => {
  const counts = new Map<BundleRole, number>();
  return input.documents.map((document) => {
    checkDocument(input, rules, document);
    const { role, name, mediaType, bytes } = document;
    const number = (counts.get(role) ?? 0) + 1;
    counts.set(role, number);
    const { folder, title } = rules.documents[role];
    const file = `${String(number).padStart(2, '0')}-${safeFileName(name)}.${endingOf(mediaType)}`;
    return {
      path: `${folder}/${file}`,
      sha256: sha256Hex(bytes),
      size: bytes.length,
      mediaType,
      what: role,
      title,
      bytes,
    };
  });
};

const missingIn = ({ documents, purpose }: BundleInput, rules: BundleRules): BundleRole[][] => {
  const there = new Set(documents.map(({ role }) => role));
  const { must, oneOf } = rules.purposes[purpose];
  return [...must.map((role) => [role]), ...oneOf].filter((roles) => !roles.some((role) => there.has(role)));
};

const toUpload = ({ path }: Placed): RegisterDocument => {
  const file = path.slice(path.lastIndexOf('/') + 1);
  return { dok_id: null, dok_nama: file, dok_uri: null, object: path, slug: safeFileName(path) };
};

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const recordOf = ({ register }: BundleInput, placed: readonly Placed[]): readonly Placed[] => {
  if (register === undefined) return [];
  const record = registerRecord(register.facts, register.rules, placed.map(toUpload));
  const bytes = utf8(`${JSON.stringify(record, null, 2)}\n`);
  return [{ ...RECORD, sha256: sha256Hex(bytes), size: bytes.length, bytes }];
};

/**
 * Gathers the documents of a case for another body: the files in named folders, the register's record where asked for, `manifest.json`
 * (RFC 8785) with the hash of each, and `manifest.sha256` as `sha256sum -c` reads it. The same input gives the same bytes.
 * @throws NotForBundle for a document that has no place in it, or whose bytes are withheld
 */
export const bundleOf = (input: BundleInput, rules: BundleRules): Bundle => {
  const placed = place(input, rules);
  const all = [...placed, ...recordOf(input, placed)];
  const manifest: BundleManifest = {
    format: BUNDLE_FORMAT,
    version: 1,
    purpose: input.purpose,
    title: rules.purposes[input.purpose].title,
    caseNumber: input.caseNumber,
    createdAt: input.at,
    files: all.map(({ bytes: _bytes, ...file }) => file),
    missing: missingIn(input, rules),
    open: input.register === undefined ? [] : [...openFields(input.register.facts, input.register.rules)],
  };
  const list = utf8(canonicalJson(manifest));
  const files = [
    ...all.map(({ path, bytes }) => ({ path, bytes })),
    { path: 'manifest.json', bytes: list },
    { path: 'manifest.sha256', bytes: utf8(`${sha256Hex(list)}  manifest.json\n`) },
  ];
  return { files, manifest };
};
