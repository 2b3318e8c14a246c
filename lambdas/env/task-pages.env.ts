import * as z from 'zod';
import {
  accessTable,
  captureFunction,
  evidence,
  humanTasks,
  scanning,
  stepUpTables,
  throttleTable,
  visitsTable,
} from './fragments.ts';

/** The pages behind a mailed link. */
export const taskPagesEnv = z.object({
  ...humanTasks,
  ...visitsTable,
  ...stepUpTables,
  ...throttleTable,
  ...accessTable,
  ...evidence,
  ...scanning,
  ...captureFunction,
});
