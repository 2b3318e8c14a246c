import { z } from 'zod';
import { bilingualSchema, citationSchema, ruleHeader } from './rule-file.ts';

export const sanctionRefusalCodeSchema = z.enum([
  'RULE_NOT_IN_FORCE',
  'TRACK_HAS_NO_DISCIPLINE_SANCTION',
  'TRACK_DOES_NOT_FIT_EMPLOYMENT',
  'PPPK_RULE_NOT_LOADED',
  'SANCTION_NOT_FOR_PPPK',
  'PROVISIONS_MISSING',
  'PROVISION_UNKNOWN',
  'PROVISION_NEEDS_ATTENDANCE_COUNT',
  'LEVEL_UNSETTLED',
  'LEVEL_NONE',
  'LEVEL_MISMATCH',
  'LEVEL_NOT_REACHABLE',
  'AUTHORITY_NOT_DEFINED',
  'AUTHORITY_IS_PRESIDENT',
  'AUTHORITY_NOT_COMPETENT',
]);
export type SanctionRefusalCode = z.infer<typeof sanctionRefusalCodeSchema>;

export const sanctionNoteCodeSchema = z.enum([
  'ACT_DATE_UNKNOWN',
  'IMPACT_NOT_STATED',
  'LEVEL_UNSETTLED_IGNORED',
  'MODERATE_FORM_DISPUTED',
  'PPPK_CATALOGUE_FALLBACK',
  'HIGHER_AUTHORITY_ACTED',
  'AUTHORITY_DISPUTED',
]);
export type SanctionNoteCode = z.infer<typeof sanctionNoteCodeSchema>;

/** A sentence with `{placeholders}` and the rule behind it. */
const citedTextSchema = z.strictObject({ ...bilingualSchema.shape, citation: citationSchema });
export type CitedText = z.infer<typeof citedTextSchema>;

/** What the sanction check says no with (refusals), and what it adds to a yes (notes). */
export const sanctionTextsSchema = z.strictObject({
  ...ruleHeader,
  refusals: z.record(sanctionRefusalCodeSchema, citedTextSchema),
  notes: z.record(sanctionNoteCodeSchema, citedTextSchema),
});
export type SanctionTexts = z.infer<typeof sanctionTextsSchema>;
