import * as z from 'zod';
import {
  accessTable,
  casesTable,
  directoryTable,
  evidence,
  macKey,
  mail,
  peopleTable,
  secretsKey,
  site,
  tasksTable,
  throttleTable,
  timers,
  trailTable,
  visitsTable,
  workflow,
} from './fragments.ts';

/** The pages behind a mailed link. */
export const taskPagesEnv = z.object({
  ...trailTable,
  ...casesTable,
  ...tasksTable,
  ...visitsTable,
  ...directoryTable,
  ...peopleTable,
  ...throttleTable,
  ...accessTable,
  ...evidence,
  ...secretsKey,
  ...macKey,
  ...workflow,
  ...timers,
  ...mail,
  ...site,
});
