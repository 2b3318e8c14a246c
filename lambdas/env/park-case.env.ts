import * as z from 'zod';
import { casesTable, trailTable } from './fragments.ts';

/** Parks a case whose flow cannot go on by itself. */
export const parkCaseEnv = z.object({
  ...trailTable,
  ...casesTable,
});
