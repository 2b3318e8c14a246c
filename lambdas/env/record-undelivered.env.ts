import * as z from 'zod';
import {
  casesTable,
  directoryTable,
  evidence,
  inboundTable,
  mail,
  secretsKey,
  site,
  tasksTable,
  trailTable,
} from './fragments.ts';

/** Records mails of ours that did not arrive. */
export const recordUndeliveredEnv = z.object({
  ...trailTable,
  ...casesTable,
  ...tasksTable,
  ...directoryTable,
  ...inboundTable,
  ...evidence,
  ...secretsKey,
  ...mail,
  ...site,
});
