import * as z from 'zod';
import {
  casesTable,
  directoryTable,
  macKey,
  mail,
  mailDomain,
  peopleKey,
  peopleTable,
  site,
  trailTable,
} from './fragments.ts';

/** Tells everyone concerned: the one function that may read who a reporter is. */
export const notifyEnv = z.object({
  ...trailTable,
  ...casesTable,
  ...directoryTable,
  ...peopleTable,
  ...peopleKey,
  ...mail,
  ...mailDomain,
  ...macKey,
  ...site,
});
