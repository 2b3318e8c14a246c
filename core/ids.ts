import * as z from 'zod';

/** A government agency (instansi): the tenant. Part of every key. */
export const agencyIdSchema = z
  .string()
  .regex(
    /^[a-z][a-z0-9]{1,15}$/,
    'harus 2 sampai 16 huruf kecil dan angka, diawali huruf / must be 2 to 16 lower-case letters and digits, a letter first',
  )
  .brand<'AgencyId'>();
export type AgencyId = z.infer<typeof agencyIdSchema>;

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The case number is the case's only identifier: agency, year of receipt, eight Crockford base32 characters,
 * e.g. `CONTOH-2026-7K3M9QXA`. The agency stands in front, so no key crosses an agency by accident.
 */
export const caseIdSchema = z
  .string()
  .regex(
    /^[A-Z][A-Z0-9]{1,15}-\d{4}-[0-9A-HJKMNP-TV-Z]{8}$/,
    'harus nomor perkara seperti CONTOH-2026-7K3M9QXA / must be a case number such as CONTOH-2026-7K3M9QXA',
  )
  .brand<'CaseId'>();
export type CaseId = z.infer<typeof caseIdSchema>;

export const taskIdSchema = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{16}$/)
  .brand<'TaskId'>();
export type TaskId = z.infer<typeof taskIdSchema>;

/** Points to a reporter's record in the People table; says nothing by itself. */
export const personRefSchema = z
  .string()
  .regex(/^P-[0-9A-HJKMNP-TV-Z]{20}$/)
  .brand<'PersonRef'>();
export type PersonRef = z.infer<typeof personRefSchema>;

export const artifactIdSchema = z
  .string()
  .regex(/^[a-z0-9-]{3,60}$/)
  .brand<'ArtifactId'>();
export type ArtifactId = z.infer<typeof artifactIdSchema>;

/** SHA-256 as 64 lower-case hexadecimal characters. */
export const sha256Schema = z
  .string()
  .regex(
    /^[0-9a-f]{64}$/,
    'harus SHA-256 berupa 64 angka heksadesimal huruf kecil / must be a SHA-256 in lower-case hexadecimal',
  )
  .brand<'Sha256'>();
export type Sha256 = z.infer<typeof sha256Schema>;

/** Names a command so that it takes effect once, e.g. `triage:7K3M9QXA4E5F6G7H`. */
export const commandIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9:._-]{3,120}$/)
  .brand<'CommandId'>();
export type CommandId = z.infer<typeof commandIdSchema>;

const isBirthDate = (yyyymmdd: string): boolean => {
  const iso = `${yyyymmdd.slice(0, 4)}-${yyyymmdd.slice(4, 6)}-${yyyymmdd.slice(6, 8)}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return /^(19|20)/.test(iso) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
};

/**
 * Employee number (NIP, or NI PPPK): 18 digits. Birth date, year and month of appointment (`21` in place of the month for
 * PPPK), sex 1 or 2, and a serial number.
 */
export const nipSchema = z
  .string()
  .regex(/^\d{18}$/, 'NIP harus 18 angka / must be 18 digits')
  .refine(
    (nip) => isBirthDate(nip.slice(0, 8)),
    'NIP diawali tanggal lahir yang tidak ada / does not begin with a real birth date',
  )
  .refine(
    (nip) => /^(19|20)\d{2}(0[1-9]|1[0-2]|21)[12]/.test(nip.slice(8)),
    'NIP bagian pengangkatan tidak sah / appointment part is invalid',
  )
  .brand<'Nip'>();
export type Nip = z.infer<typeof nipSchema>;

/** Encodes bytes as Crockford base32, most significant bit first; `length` characters of 5 bits each. */
export const crockford = (bytes: Uint8Array, length: number): string => {
  let bits = 0;
  let held = 0;
  let out = '';
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5 && out.length < length) {
      bits -= 5;
      out += CROCKFORD.charAt((held >> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  if (out.length < length) throw new RangeError(`need ${Math.ceil((length * 5) / 8)} bytes for ${length} characters`);
  return out;
};

/** Reads what people type: lower case, spaces and hyphens, and the look-alikes O, I and L. */
export const normaliseCrockford = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');

interface Randomness {
  bytes(length: number): Uint8Array;
}

export const newCaseId = (ids: Randomness, agencyId: AgencyId, year: number): CaseId =>
  caseIdSchema.parse(`${agencyId.toUpperCase()}-${year}-${crockford(ids.bytes(5), 8)}`);

export const agencyOf = (caseId: CaseId): AgencyId =>
  agencyIdSchema.parse(caseId.slice(0, caseId.indexOf('-')).toLowerCase());

export const newTaskId = (ids: Randomness): TaskId => taskIdSchema.parse(crockford(ids.bytes(10), 16));

export const newPersonRef = (ids: Randomness): PersonRef => personRefSchema.parse(`P-${crockford(ids.bytes(13), 20)}`);

/** The reporter's return credential: 16 characters (80 bits) in four groups, e.g. `7K3M-9QXA-4E5F-6G7H`. */
export const newReceiptCode = (ids: Randomness): string => crockford(ids.bytes(10), 16).replace(/(.{4})(?=.)/g, '$1-');
