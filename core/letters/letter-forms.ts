import * as z from 'zod';
import type { PositionClass, SanctionCode, Track } from '../rules/codes.ts';

/** Decisions of PP 94/2021: one form for each sanction. */
const disciplineForms = [
  'SANCTION_R1',
  'SANCTION_R2',
  'SANCTION_R3',
  'SANCTION_S1',
  'SANCTION_S2',
  'SANCTION_S3',
  'SANCTION_B1',
  'SANCTION_B2',
  'SANCTION_B3',
] as const;

/** Every letter that a case can issue: the forms of Peraturan BKN 6/2022, those of ethics and PPPK cases, and receipts. */
export const letterFormSchema = z.enum([
  'SUMMONS',
  'EXAMINATION_RECORD',
  'EXAMINATION_REPORT',
  'EXAMINING_TEAM',
  'TEMPORARY_RELEASE',
  ...disciplineForms,
  /** Lower class of post, for whoever holds an executor post already. */
  'CLASS_REDUCTION',
  /** Summons to receive a decision, and the receipt for it. */
  'DELIVERY_SUMMONS',
  'DELIVERY_RECEIPT',
  'MORAL_M1',
  'MORAL_M2',
  'DISMISSAL',
  'APPEAL_RECEIPT',
  /** Any sanction of the agency's own PPPK rule. */
  'SANCTION_PPPK',
  /** Proposal of a sanction that only the President can impose. */
  'PROPOSAL',
]);
export type LetterForm = z.infer<typeof letterFormSchema>;

const decisionFormSchema = letterFormSchema.extract([
  ...disciplineForms,
  'CLASS_REDUCTION',
  'MORAL_M1',
  'MORAL_M2',
  'SANCTION_PPPK',
  'DISMISSAL',
]);
/** Forms that record a decision. */
export type DecisionForm = z.infer<typeof decisionFormSchema>;
export type SanctionForm = Exclude<DecisionForm, 'DISMISSAL'>;

export const isDecisionForm = (form: LetterForm): form is DecisionForm => decisionFormSchema.safeParse(form).success;

const ofCode: Readonly<Record<SanctionCode, SanctionForm>> = {
  M1: 'MORAL_M1',
  M2: 'MORAL_M2',
  R1: 'SANCTION_R1',
  R2: 'SANCTION_R2',
  R3: 'SANCTION_R3',
  S1: 'SANCTION_S1',
  S2: 'SANCTION_S2',
  S3: 'SANCTION_S3',
  B1: 'SANCTION_B1',
  B2: 'SANCTION_B2',
  B3: 'SANCTION_B3',
};

const isLowered = (code: SanctionCode): boolean => code === 'B1' || code === 'B2';

/**
 * The form that records a sanction. Every PPPK sanction has the one form, since its names are the agency's; whoever holds an executor post
 * already cannot be put lower in posts, so the annex has a form of its own for them.
 */
export const sanctionLetterForm = (
  code: SanctionCode,
  { track, positionClass }: { readonly track: Track; readonly positionClass: PositionClass },
): SanctionForm => {
  if (track === 'DISCIPLINE_PPPK') return 'SANCTION_PPPK';
  return positionClass === 'PELAKSANA' && isLowered(code) ? 'CLASS_REDUCTION' : ofCode[code];
};
