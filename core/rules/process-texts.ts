import * as z from 'zod';
import type { Refusal } from '../refusal.ts';
import type { RuleBook } from './rule-book.ts';
import { type Bilingual, type Citation, ruleHeader } from './rule-file.ts';
import { citedSentence, citedTextSchema, fillText, type TextTerms } from './texts.ts';

/** What the process refuses. */
export const processRefusalCodeSchema = z.enum([
  'EXAMINATION_NOT_DUE',
  'SECOND_SUMMONS_MISSING',
  'SUMMONS_NOT_PROVEN',
  'REPORT_COLUMNS_MISSING',
  'IMPACT_MISSING',
  'RECORD_UNSIGNED',
  'TEAM_REQUIRED',
  'PANEL_REQUIRED',
  'TEAM_COMPOSITION_ELEMENT',
  'TEAM_COMPOSITION_POSITION',
  'TEAM_COMPOSITION_RANK',
  'TEAM_COMPOSITION_REPEATED',
  'TEAM_COMPOSITION_CONFLICT',
  'TEAM_COMPOSITION_PANEL',
  'TEAM_NOT_POSSIBLE',
  'RELEASE_NOT_POSSIBLE',
  'RELEASE_BY_SUPERIOR',
  'RELEASE_DATE_WRONG',
  'RELEASE_ACTING_WRONG',
  'RELEASE_STANDS',
  'DISCLOSURE_CHANGED',
  'EVIDENCE_NOT_DISCLOSED',
  'NOT_YET_HEARD',
  'RECEIPT_IN_FUTURE',
  'RECEIPT_BEFORE_DECISION',
  'RECEIPT_BEFORE_DISPATCH',
  'SERVICE_BEFORE_SUMMONS',
  'SERVICE_IN_FUTURE',
  'APPEAL_LATE',
  'REMEDY_NOT_AVAILABLE',
  'SAME_DECIDER',
  'APPEAL_SANCTION_MISSING',
  'APPEAL_NEEDS_TEAM',
  'APPEAL_SANCTION_UNCHANGED',
  'EXECUTION_NOT_OVER',
  'NOBODY_COMPETENT',
  'TRACK_UNCHANGED',
  'TRACK_DOES_NOT_FIT',
  'RECORD_EMPTY',
  'EXAMINATION_DAY_OFF',
  'EXAMINATION_OVER',
  'TEAM_EXISTS',
  'NOT_PRESIDENT_CASE',
  'REFUSAL_IS_NO_RECEIPT',
  'APPEAL_DATE_WRONG',
]);
export type ProcessRefusalCode = z.infer<typeof processRefusalCodeSchema>;

/** What the process lets pass, but says and records. */
export const processWarningCodeSchema = z.enum([
  'SUMMONS_TOO_SOON',
  'SUMMONS_TOO_LATE',
  'SECOND_SUMMONS_LATE',
  'RECEIPT_REFUSED',
  'RECEIPT_RECORDED_LATE',
  'RECORD_UNSIGNED',
  'DELIVERY_LATE',
  'DISPATCH_LATE',
  'REMEDY_ANSWER_LATE',
]);
export type ProcessWarningCode = z.infer<typeof processWarningCodeSchema>;

/** The sentences that say how a level was found. */
export const derivationCodeSchema = z.enum([
  'CHARGE',
  'CHARGE_ALWAYS',
  'CHARGE_BY_POSITION',
  'CHARGE_NONE',
  'CHARGE_UNSETTLED',
  'CHARGE_COUNTED',
  'CHARGE_ETHICS',
  'CONCLUSION',
  'CONCLUSION_SINGLE',
  'CONCLUSION_NONE',
]);
export type DerivationCode = z.infer<typeof derivationCodeSchema>;

/** Every sentence of due process: refusals, warnings, the derivation of a level, and what silence leads to, each with its rule. */
export const processTextsSchema = z.strictObject({
  ...ruleHeader,
  refusals: z.record(processRefusalCodeSchema, citedTextSchema),
  warnings: z.record(processWarningCodeSchema, citedTextSchema),
  derivation: z.record(derivationCodeSchema, citedTextSchema),
  /** What the law says of a superior who lets a case lie: stands above the silence report. */
  silence: citedTextSchema,
});
export type ProcessTexts = z.infer<typeof processTextsSchema>;

export interface ProcessRefusal extends Refusal {
  readonly code: ProcessRefusalCode;
  readonly citation: Citation;
}
export interface ProcessWarning extends Refusal {
  readonly code: ProcessWarningCode;
  readonly citation: Citation;
}

type Texts = Pick<RuleBook, 'processTexts'>;

/** A refusal in both languages, ending with the rule it rests on. */
export const processRefusal = (
  { processTexts }: Texts,
  code: ProcessRefusalCode,
  terms: TextTerms = {},
): ProcessRefusal => ({ code, ...citedSentence(processTexts.refusals[code], terms) });

/** A warning in both languages, ending with the rule it rests on. */
export const processWarning = (
  { processTexts }: Texts,
  code: ProcessWarningCode,
  terms: TextTerms = {},
): ProcessWarning => ({ code, ...citedSentence(processTexts.warnings[code], terms) });

/** A sentence of the derivation, without its rule: the caller cites the article of the matrix. */
export const derivationText = ({ processTexts }: Texts, code: DerivationCode, terms: TextTerms = {}): Bilingual => {
  const { id, en } = fillText(processTexts.derivation[code], terms);
  return { id, en };
};
