import * as z from 'zod';
import type { TaskKind } from '../case/events.ts';

const need = z.enum(['OFF', 'REQUIRED']).default('OFF');

/** Where an agency asks for more than the mailbox: by whom a decision is made, and of the respondent. */
export const stepUpSettingsSchema = z.strictObject({
  decision: need,
  respondent: need,
  /** Whether whoever has no factor may enrol one where they first need it, or only when signed in to the console. */
  enrolment: z.enum(['ON_FIRST_USE', 'SIGNED_IN']).default('ON_FIRST_USE'),
});
export type StepUpSettings = z.infer<typeof stepUpSettingsSchema>;

const off: StepUpSettings = { decision: 'OFF', respondent: 'OFF', enrolment: 'ON_FIRST_USE' };

/** Under which settings a kind of task asks for step-up; undefined where it does not. */
export const stepUpFor = (
  { stepUp = off }: { readonly stepUp?: StepUpSettings | undefined },
  kind: TaskKind,
): StepUpSettings | undefined => {
  const needed =
    kind === 'decision' ? stepUp.decision : kind === 'response' || kind === 'remedy' ? stepUp.respondent : 'OFF';
  return needed === 'REQUIRED' ? stepUp : undefined;
};

/** Whether an agency asks anybody for step-up. */
export const usesStepUp = (settings: { readonly stepUp?: StepUpSettings | undefined } | undefined): boolean =>
  settings?.stepUp?.decision === 'REQUIRED' || settings?.stepUp?.respondent === 'REQUIRED';
