import * as z from 'zod';
import {
  accessTable,
  assets,
  casesTable,
  directoryTable,
  evidence,
  macKey,
  peopleKey,
  peopleTable,
  requestsTable,
  secretsKey,
  signerKey,
  site,
  tasksTable,
  throttleTable,
  trailTable,
  workflow,
} from './fragments.ts';

/** Pages and API of reporters and of everyone: no right to read who a reporter is. */
export const publicPagesEnv = z.object({
  ...trailTable,
  ...casesTable,
  ...tasksTable,
  ...directoryTable,
  ...peopleTable,
  ...requestsTable,
  ...throttleTable,
  ...accessTable,
  ...evidence,
  ...peopleKey,
  ...secretsKey,
  ...macKey,
  ...signerKey,
  ...workflow,
  ...site,
  ...assets,
});
