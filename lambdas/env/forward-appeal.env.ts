import * as z from 'zod';
import { casesTable, directoryTable, letters, macKey, peopleTable, trailTable } from './fragments.ts';

/** Gives the respondent receipts: for the decision delivered, and for the objection or appeal filed. */
export const forwardAppealEnv = z.object({
  ...trailTable,
  ...casesTable,
  ...directoryTable,
  ...peopleTable,
  ...macKey,
  ...letters,
});
