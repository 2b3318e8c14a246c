import * as z from 'zod';
import { accessTable, evidence, humanTasks, throttleTable, visitsTable } from './fragments.ts';

/** The pages behind a mailed link. */
export const taskPagesEnv = z.object({
  ...humanTasks,
  ...visitsTable,
  ...throttleTable,
  ...accessTable,
  ...evidence,
});
