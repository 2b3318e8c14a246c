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

/** Repairs what a crash between two calls left: called every few minutes. */
export const runSweepEnv = z.object({
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
