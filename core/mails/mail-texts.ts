import * as z from 'zod';
import { bilingualSchema, ruleHeader } from '../rules/rule-file.ts';

export const mailNameSchema = z.enum([
  'taskOpened',
  'taskReminded',
  'respondentHeard',
  'respondentDecision',
  'respondentReminded',
  'accessCode',
  'reporterQuestion',
  'reporterOutcome',
  'respondentNotice',
  'superiorNotice',
  'personnelNotice',
  'respondentAppeal',
  'personnelAppeal',
  'personnelBounce',
  'mailAcknowledged',
  'mailRefused',
  'mailsWaiting',
  'factorAdded',
  'factorRemoved',
  'recoveryAsked',
  'recoveryConfirmed',
  'recoveryDeclined',
]);
export type MailName = z.infer<typeof mailNameSchema>;

/** The sentences of every mail. Placeholders stand in braces; no mail carries content of a case. */
export const mailTextsSchema = z.strictObject({
  ...ruleHeader,
  footer: bilingualSchema,
  /** In its place where an answer is read. */
  replyFooter: bilingualSchema,
  mails: z.record(
    mailNameSchema,
    z.strictObject({ subject: bilingualSchema, paragraphs: z.array(bilingualSchema).min(1) }),
  ),
});
export type MailTexts = z.infer<typeof mailTextsSchema>;
