import * as z from 'zod';

/** The eight principles of SE Menpan-RB 137/2018; wording and keys stand in `rules/principles/`. */
export const principleCodeSchema = z.enum(['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8']);
export type PrincipleCode = z.infer<typeof principleCodeSchema>;

/** Moral sanctions of PP 42/2004 Art 15: a closed and an open statement. */
export const moralCodeSchema = z.enum(['M1', 'M2']);
export type MoralCode = z.infer<typeof moralCodeSchema>;

/** Sanctions of PP 94/2021 Art 8: three light (R), three moderate (S), three heavy (B). A PPPK rule uses the same codes. */
export const disciplineCodeSchema = z.enum(['R1', 'R2', 'R3', 'S1', 'S2', 'S3', 'B1', 'B2', 'B3']);
export type DisciplineCode = z.infer<typeof disciplineCodeSchema>;

/** Every sanction, from the mildest to the heaviest. */
export const sanctionCodeSchema = z.enum([...moralCodeSchema.options, ...disciplineCodeSchema.options]);
export type SanctionCode = z.infer<typeof sanctionCodeSchema>;

/** What an examination report recommends: a sanction, or none. */
export const recommendedSanctionSchema = z.enum(['NONE', ...sanctionCodeSchema.options]);
export type RecommendedSanction = z.infer<typeof recommendedSanctionSchema>;

export const disciplineLevelSchema = z.enum(['LIGHT', 'MODERATE', 'HEAVY']);
export type DisciplineLevel = z.infer<typeof disciplineLevelSchema>;

/** Every level, from the mildest to the heaviest; a moral sanction stands below discipline. */
export const sanctionLevelSchema = z.enum(['MORAL', ...disciplineLevelSchema.options]);
export type SanctionLevel = z.infer<typeof sanctionLevelSchema>;

/** How far the negative impact of an act reaches: work unit, agency, state. */
export const impactScopeSchema = z.enum(['UNIT', 'AGENCY', 'STATE']);
export type ImpactScope = z.infer<typeof impactScopeSchema>;

export const trackSchema = z.enum(['ETHICS', 'DISCIPLINE_PNS', 'DISCIPLINE_PPPK']);
export type Track = z.infer<typeof trackSchema>;

/** An obligation or prohibition of PP 94/2021 Art 3 to 5: article number and letter, e.g. `3f`, `5n-2`. */
export const provisionCodeSchema = z
  .string()
  .regex(/^[345][a-n](-[1-7])?$/)
  .brand<'ProvisionCode'>();
export type ProvisionCode = z.infer<typeof provisionCodeSchema>;

export const positionClassSchema = z.enum([
  'JPT_UTAMA',
  'JPT_MADYA',
  'JPT_PRATAMA',
  'ADMINISTRATOR',
  'PENGAWAS',
  'PELAKSANA',
  'JF_AHLI_UTAMA',
  'JF_AHLI_MADYA',
  'JF_AHLI_MUDA',
  'JF_AHLI_PERTAMA',
]);
export type PositionClass = z.infer<typeof positionClassSchema>;

export const agencyKindSchema = z.enum(['CENTRAL', 'PROVINCE', 'REGENCY']);
export type AgencyKind = z.infer<typeof agencyKindSchema>;

export const employmentSchema = z.enum(['PNS', 'PPPK']);
export type Employment = z.infer<typeof employmentSchema>;

export const zoneSchema = z.enum(['WIB', 'WITA', 'WIT']);
export type Zone = z.infer<typeof zoneSchema>;
