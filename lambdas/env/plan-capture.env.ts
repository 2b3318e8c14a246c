import { z } from 'zod';
import { casesTable, evidence, trailTable } from './fragments.ts';

/** Plans which addresses of the report are to be captured, and takes in finished uploads. */
export const planCaptureEnv = z.object({
  ...trailTable,
  ...casesTable,
  ...evidence,
});
