import * as z from 'zod';
import type { ProvisionCode, SanctionCode, SanctionLevel, Track } from '../rules/codes.ts';
import type { Bilingual } from '../rules/rule-file.ts';
import type { LocalDate } from '../time.ts';
import type { RegisterCode, RegisterGap, RegisterRules } from './register-rules.ts';

/** What a case says about its sanction, as plain facts. */
export interface RegisterFacts {
  readonly track: Track;
  readonly sanctionCode: SanctionCode;
  readonly level: SanctionLevel;
  /** A moderate sanction in the form of the transitional rule. */
  readonly isSubstitute: boolean;
  /** Proven provisions, the gravest first: the register takes one reason. */
  readonly provisions: readonly ProvisionCode[];
  /** How long it is served; null where at once or for good. */
  readonly months: number | null;
  readonly decision: { readonly number: string; readonly on: LocalDate };
  readonly effectiveOn?: LocalDate | undefined;
  readonly endsOn?: LocalDate | undefined;
  readonly annulment?: { readonly number: string; readonly on: LocalDate } | undefined;
  /** The person's number in the register, where the directory knows it. */
  readonly personId?: string | undefined;
  /** Grade at the decision, e.g. `III/d`. */
  readonly grade?: string | undefined;
  /** What was breached, in words. Never anything of the report or the reporter. */
  readonly remark: string;
}

const text = z.string().min(1).nullable();
const date = z
  .string()
  .regex(/^\d{2}-\d{2}-\d{4}$/)
  .nullable();
const document = z.strictObject({
  dok_id: text,
  dok_nama: z.string().min(1),
  dok_uri: text,
  /** Where the file stands in the bundle. */
  object: z.string().min(1),
  slug: z.string().min(1),
});

/** One record of the national register; dates are `dd-mm-yyyy`, null is not known or does not apply. */
export const registerRecordSchema = z.strictObject({
  id: text,
  pnsOrangId: text,
  golonganId: text,
  golonganLama: text,
  jenisHukumanId: text,
  jenisTingkatHukumanId: text,
  alasanHukumanDisiplinId: text,
  nomorPp: text,
  skNomor: z.string().min(1),
  skTanggal: date.unwrap(),
  hukumanTanggal: date,
  masaTahun: z.string().regex(/^\d+$/),
  masaBulan: z.string().regex(/^(\d|1[01])$/),
  akhirHukumanTanggal: date,
  hukdisYangDiberhentikanId: text,
  skPembatalanNomor: text,
  skPembatalanTanggal: date,
  kedudukanHukumId: text,
  keterangan: z.string(),
  path: z.array(document),
});
export type RegisterRecord = z.infer<typeof registerRecordSchema>;
export type RegisterDocument = RegisterRecord['path'][number];

/** A field that somebody must fill in (`COMPLETE`), or check before it is sent (`CONFIRM`). */
export interface OpenField {
  readonly field: RegisterGap;
  readonly what: 'COMPLETE' | 'CONFIRM';
  readonly reason: Bilingual;
}

const DISMISSAL: SanctionCode = 'B3';

/** `2026-03-16` as `16-03-2026`. */
const registerDate = (day: LocalDate): string => day.split('-').reverse().join('-');

interface Codes {
  readonly jenisHukumanId: RegisterCode | undefined;
  readonly jenisTingkatHukumanId: RegisterCode | undefined;
  readonly alasanHukumanDisiplinId: RegisterCode | undefined;
  readonly nomorPp: RegisterCode | undefined;
  readonly golonganId: RegisterCode | undefined;
}

const codesFor = (facts: RegisterFacts, rules: RegisterRules): Codes => {
  const [gravest] = facts.provisions;
  const substitute = Object.entries(rules.substitutes).find(([code]) => code === facts.sanctionCode)?.[1];
  return {
    jenisHukumanId: facts.isSubstitute ? substitute : rules.sanctions[facts.sanctionCode],
    jenisTingkatHukumanId: rules.levels[facts.level],
    alasanHukumanDisiplinId: gravest === undefined ? undefined : rules.reasons[gravest],
    nomorPp: rules.regulations[facts.track],
    golonganId: facts.grade === undefined ? undefined : rules.grades[facts.grade],
  };
};

const lowersRank = ({ isSubstitute, sanctionCode }: RegisterFacts): boolean => isSubstitute && sanctionCode === 'S3';

/** What is not known yet although it applies. */
const missing = (facts: RegisterFacts, codes: Codes): RegisterGap[] => [
  'id',
  ...(facts.personId === undefined ? ['pnsOrangId' as const] : []),
  ...(['golonganId', 'jenisHukumanId', 'jenisTingkatHukumanId', 'alasanHukumanDisiplinId', 'nomorPp'] as const).filter(
    (field) => (codes[field]?.code ?? null) === null,
  ),
  ...(lowersRank(facts) ? ['golonganLama' as const] : []),
  ...(facts.effectiveOn === undefined ? ['hukumanTanggal' as const] : []),
  ...(facts.months !== null && facts.endsOn === undefined ? ['akhirHukumanTanggal' as const] : []),
  ...(facts.annulment === undefined ? [] : ['hukdisYangDiberhentikanId' as const]),
  ...(facts.sanctionCode === DISMISSAL ? ['kedudukanHukumId' as const] : []),
  'path',
];

const unsure = (codes: Codes): RegisterGap[] =>
  (['golonganId', 'jenisHukumanId', 'jenisTingkatHukumanId', 'alasanHukumanDisiplinId', 'nomorPp'] as const).filter(
    (field) => (codes[field]?.code ?? null) !== null && codes[field]?.certainty !== 'CONFIRMED',
  );

/** What is open in a record of these facts: what to complete, then what to confirm. */
export const openFields = (facts: RegisterFacts, rules: RegisterRules): readonly OpenField[] => {
  const codes = codesFor(facts, rules);
  return [
    ...missing(facts, codes).map((field) => ({ field, what: 'COMPLETE' as const, reason: rules.gaps[field] })),
    ...unsure(codes).map((field) => ({ field, what: 'CONFIRM' as const, reason: rules.gaps[field] })),
  ];
};

/**
 * The record of a sanction for the national register. Nothing in it comes from the report. A code whose list is not known is null, one
 * that was not confirmed stands and is named by {@link openFields}.
 * @param documents in the bundle, as far as they are to be uploaded
 */
export const registerRecord = (
  facts: RegisterFacts,
  rules: RegisterRules,
  documents: readonly RegisterDocument[] = [],
): RegisterRecord => {
  const codes = codesFor(facts, rules);
  const months = facts.months ?? 0;
  return registerRecordSchema.parse({
    id: null,
    pnsOrangId: facts.personId ?? null,
    golonganId: codes.golonganId?.code ?? null,
    golonganLama: null,
    jenisHukumanId: codes.jenisHukumanId?.code ?? null,
    jenisTingkatHukumanId: codes.jenisTingkatHukumanId?.code ?? null,
    alasanHukumanDisiplinId: codes.alasanHukumanDisiplinId?.code ?? null,
    nomorPp: codes.nomorPp?.code ?? null,
    skNomor: facts.decision.number,
    skTanggal: registerDate(facts.decision.on),
    hukumanTanggal: facts.effectiveOn === undefined ? null : registerDate(facts.effectiveOn),
    masaTahun: String(Math.floor(months / 12)),
    masaBulan: String(months % 12),
    akhirHukumanTanggal: facts.endsOn === undefined ? null : registerDate(facts.endsOn),
    hukdisYangDiberhentikanId: null,
    skPembatalanNomor: facts.annulment?.number ?? null,
    skPembatalanTanggal: facts.annulment === undefined ? null : registerDate(facts.annulment.on),
    kedudukanHukumId: null,
    keterangan: facts.remark,
    path: documents,
  });
};
