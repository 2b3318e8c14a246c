import * as z from 'zod';
import { casesTable, trailTable } from './fragments.ts';

/** Closes the case. */
export const closeCaseEnv = z.object({
  ...trailTable,
  ...casesTable,
});
