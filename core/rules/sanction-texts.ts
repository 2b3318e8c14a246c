import * as z from 'zod';
import { ruleHeader } from './rule-file.ts';
import { citedTextSchema } from './texts.ts';

export const sanctionRefusalCodeSchema = z.enum([
  'RULE_NOT_IN_FORCE',
  'TRACK_HAS_NO_DISCIPLINE_SANCTION',
  'TRACK_HAS_NO_MORAL_SANCTION',
  'TRACK_DOES_NOT_FIT_EMPLOYMENT',
  'PPPK_RULE_NOT_LOADED',
  'SANCTION_NOT_IN_PPPK_RULE',
  'SANCTION_NOT_FOR_PPPK',
  'PROVISIONS_MISSING',
  'PROVISION_UNKNOWN',
  'PROVISION_NEEDS_ATTENDANCE_COUNT',
  'LEVEL_UNSETTLED',
  'NE_BIS_IN_IDEM',
  'RECIDIVISM_NOT_HEAVIER',
  'LEVEL_NONE',
  'LEVEL_MISMATCH',
  'LEVEL_NOT_REACHABLE',
  'AUTHORITY_NOT_DEFINED',
  'AUTHORITY_IS_PRESIDENT',
  'AUTHORITY_NOT_COMPETENT',
  'EXAMINER_MAY_NOT_DECIDE',
  'TEAM_REQUIRED',
  'PANEL_REQUIRED',
  'DEVIATION_NEEDS_REASON',
]);
export type SanctionRefusalCode = z.infer<typeof sanctionRefusalCodeSchema>;

export const sanctionNoteCodeSchema = z.enum([
  'ACT_DATE_UNKNOWN',
  'IMPACT_NOT_STATED',
  'HEAVIER_CHARGE_NAMED',
  'LEVEL_UNSETTLED_IGNORED',
  'MODERATE_FORM_DISPUTED',
  'PPPK_CATALOGUE_FALLBACK',
  'RECIDIVISM_WEIGHED',
  'RECIDIVISM_ALREADY_HEAVIEST',
  'HIGHER_AUTHORITY_ACTED',
  'AUTHORITY_VACANT',
  'AUTHORITY_DISPUTED',
  'EXAMINER_DECIDED',
]);
export type SanctionNoteCode = z.infer<typeof sanctionNoteCodeSchema>;

/** What the sanction check says no with (refusals), and what it adds to a yes (notes). */
export const sanctionTextsSchema = z.strictObject({
  ...ruleHeader,
  refusals: z.record(sanctionRefusalCodeSchema, citedTextSchema),
  notes: z.record(sanctionNoteCodeSchema, citedTextSchema),
});
export type SanctionTexts = z.infer<typeof sanctionTextsSchema>;
