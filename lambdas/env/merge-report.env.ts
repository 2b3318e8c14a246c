import * as z from 'zod';
import { casesTable, trailTable } from './fragments.ts';

/** Joins a duplicate to the case it repeats. */
export const mergeReportEnv = z.object({
  ...trailTable,
  ...casesTable,
});
