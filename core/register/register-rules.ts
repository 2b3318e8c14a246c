import * as z from 'zod';
import {
  disciplineCodeSchema,
  provisionCodeSchema,
  sanctionCodeSchema,
  sanctionLevelSchema,
  trackSchema,
} from '../rules/codes.ts';
import { bilingualSchema, certaintySchema, ruleHeader } from '../rules/rule-file.ts';

/** A code of the register; null where its list is not known. What is not CONFIRMED is to be checked before it is sent. */
const codeSchema = z.strictObject({ code: z.string().min(1).nullable(), certainty: certaintySchema });
export type RegisterCode = z.infer<typeof codeSchema>;

/** Fields that can be left for somebody to complete or confirm, each with what to do. */
const gapSchema = z.enum([
  'id',
  'pnsOrangId',
  'golonganId',
  'golonganLama',
  'jenisHukumanId',
  'jenisTingkatHukumanId',
  'alasanHukumanDisiplinId',
  'nomorPp',
  'hukumanTanggal',
  'akhirHukumanTanggal',
  'hukdisYangDiberhentikanId',
  'kedudukanHukumId',
  'path',
]);
export type RegisterGap = z.infer<typeof gapSchema>;

/** The register's codes for ours. `substitutes` are those of a moderate sanction in its transitional form. */
export const registerRulesSchema = z.strictObject({
  ...ruleHeader,
  levels: z.record(sanctionLevelSchema, codeSchema),
  sanctions: z.record(sanctionCodeSchema, codeSchema),
  substitutes: z.partialRecord(disciplineCodeSchema, codeSchema),
  reasons: z
    .record(z.string(), codeSchema)
    .refine(
      (reasons) => Object.keys(reasons).every((code) => provisionCodeSchema.safeParse(code).success),
      'kuncinya harus ketentuan / keys must be provisions',
    ),
  regulations: z.record(trackSchema, codeSchema),
  /** By grade, e.g. `III/d`. */
  grades: z.record(z.string().regex(/^(I|II|III|IV)\/[a-e]$/), codeSchema),
  gaps: z.record(gapSchema, bilingualSchema),
});
export type RegisterRules = z.infer<typeof registerRulesSchema>;
