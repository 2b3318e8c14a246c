import * as z from 'zod';
import {
  casesTable,
  directoryTable,
  evidence,
  inboundTable,
  macKey,
  mail,
  mailDomain,
  peopleKey,
  peopleTable,
  requestsTable,
  secretsKey,
  signerKey,
  site,
  tasksTable,
  trailTable,
  workflow,
} from './fragments.ts';

/** Settles mails: files reports, attaches answers, records what did not arrive. No right to read who a reporter is. */
const settling = {
  ...trailTable,
  ...casesTable,
  ...tasksTable,
  ...directoryTable,
  ...peopleTable,
  ...requestsTable,
  ...inboundTable,
  ...evidence,
  ...peopleKey,
  ...secretsKey,
  ...macKey,
  ...signerKey,
  ...workflow,
  ...mail,
  ...mailDomain,
  ...site,
} as const;

/** Takes in what the receiving service has put into its bucket. */
export const receiveMailEnv = z.object({ ...settling, MAIL_BUCKET: z.string().min(1), MAIL_REGION: z.string().min(1) });

/** Settles what is kept and not settled. */
export const resumeMailsEnv = z.object(settling);

/** Records mails of ours that did not arrive. */
export const recordUndeliveredEnv = z.object({
  ...trailTable,
  ...casesTable,
  ...tasksTable,
  ...directoryTable,
  ...inboundTable,
  ...mail,
  ...site,
});
