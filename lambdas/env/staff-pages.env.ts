import { z } from 'zod';
import {
  accessTable,
  casesTable,
  directoryTable,
  evidence,
  macKey,
  mail,
  oidc,
  peopleTable,
  secretsKey,
  site,
  tasksTable,
  throttleTable,
  timers,
  trailTable,
  workflow,
} from './fragments.ts';

/** API and console of signed-in staff. */
export const staffPagesEnv = z.object({
  ...trailTable,
  ...casesTable,
  ...tasksTable,
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
  ...oidc,
  ...site,
});
