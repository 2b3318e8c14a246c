import * as z from 'zod';
import { casesTable, evidence, scanning, trailTable } from './fragments.ts';

/** Closes the case, and lifts the holds that nothing else needs. */
export const closeCaseEnv = z.object({
  ...trailTable,
  ...casesTable,
  ...evidence,
  ...scanning,
});
