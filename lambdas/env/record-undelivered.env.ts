import * as z from 'zod';
import { casesTable, directoryTable, inboundTable, mail, site, tasksTable, trailTable } from './fragments.ts';

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
