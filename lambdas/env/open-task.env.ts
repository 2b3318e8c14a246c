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

/** Opens a human task and mails its link. */
export const openTaskEnv = z.object({
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
