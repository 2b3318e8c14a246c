import * as z from 'zod';
import { casesTable, trailTable } from './fragments.ts';

/** Plans which addresses of the report are to be captured. */
export const planCaptureEnv = z.object({
  ...trailTable,
  ...casesTable,
});
