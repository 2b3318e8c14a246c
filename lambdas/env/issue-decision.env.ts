import * as z from 'zod';
import { casesTable, directoryTable, letters, trailTable } from './fragments.ts';

/** Writes, prints and signs the decision record, and calls the respondent to receive it. */
export const issueDecisionEnv = z.object({
  ...trailTable,
  ...casesTable,
  ...directoryTable,
  ...letters,
});
