import * as z from 'zod';
import { examinationModeSchema, summonsMannerSchema } from '../case/process-events.ts';
import { plainText } from '../plain-text.ts';
import { impactScopeSchema, sanctionCodeSchema, trackSchema } from '../rules/codes.ts';
import { column, dateInput, maybe, nipInput, provisionInputs, several, signed, timeInput } from './form-inputs.ts';

/** When and where to examine; what is left empty is set by the rules. */
export const appointmentInputs = {
  examinationOn: maybe(dateInput),
  examinationAt: maybe(timeInput),
  examinationPlace: maybe(plainText(3, 300)),
  examinationMode: maybe(examinationModeSchema),
};

const recommendation = z.union([sanctionCodeSchema, z.literal('NONE')]);
const optionalReport = {
  findings: maybe(column),
  charges: provisionInputs,
  impact: maybe(impactScopeSchema),
  impactReason: maybe(column),
  aggravating: maybe(column),
  mitigating: maybe(column),
  recommendedSanction: maybe(recommendation),
};

/** The act form of an examination: what happened, and for the report (LHP) every column of it. */
export const examinationForm = z.discriminatedUnion('outcome', [
  z.object({
    ...signed,
    ...optionalReport,
    outcome: z.literal('HELD'),
    statement: maybe(plainText(1, 20_000)),
    questions: several(plainText(0, 2000), 60),
    answers: several(plainText(0, 5000), 60),
    signing: maybe(z.enum(['SIGNED', 'REFUSED'])),
  }),
  z.object({
    ...signed,
    ...optionalReport,
    ...appointmentInputs,
    outcome: z.literal('ABSENT'),
    serviceMethod: maybe(summonsMannerSchema),
    servedOn: maybe(dateInput),
  }),
  z.object({ ...signed, ...appointmentInputs, outcome: z.literal('RESCHEDULE'), examinationOn: dateInput }),
  z.object({
    ...signed,
    outcome: z.literal('RELEASE'),
    releaseFrom: maybe(dateInput),
    actingOfficial: maybe(nipInput),
  }),
  z.object({ ...signed, outcome: z.literal('CHANGE_TRACK'), track: trackSchema }),
  z.object({ ...signed, outcome: z.enum(['RETURN_FOR_EVIDENCE', 'REQUEST_TEAM', 'RECUSE']) }),
]);
export type ExaminationForm = z.infer<typeof examinationForm>;
export type HeldForm = Extract<ExaminationForm, { outcome: 'HELD' }>;
export type AbsentForm = Extract<ExaminationForm, { outcome: 'ABSENT' }>;

/** The act form by which an examining team, or an ethics panel, is formed. Without names the proposed one is formed. */
export const teamForm = z.discriminatedUnion('outcome', [
  z.object({
    ...signed,
    outcome: z.literal('FORM'),
    members: several(nipInput, 15),
    chair: maybe(nipInput),
    secretary: maybe(nipInput),
  }),
  z.object({ ...signed, outcome: z.literal('DECLINE') }),
]);
export type TeamForm = z.infer<typeof teamForm>;
