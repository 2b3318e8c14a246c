import * as z from 'zod';
import {
  casesTable,
  directoryTable,
  macKey,
  mail,
  peopleTable,
  secretsKey,
  site,
  tasksTable,
  timers,
  trailTable,
  workflow,
} from './fragments.ts';

/** Reminds, or escalates: called by one-time schedules. */
export const fireTaskTimerEnv = z.object({
  ...trailTable,
  ...casesTable,
  ...tasksTable,
  ...directoryTable,
  ...peopleTable,
  ...secretsKey,
  ...macKey,
  ...workflow,
  ...timers,
  ...mail,
  ...site,
});
