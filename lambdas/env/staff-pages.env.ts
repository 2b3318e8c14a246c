import * as z from 'zod';
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
  signerKey,
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
  /** Public half only: exports name the keys that signed. */
  ...signerKey,
  ...workflow,
  ...timers,
  ...mail,
  ...oidc,
  ...site,
});
