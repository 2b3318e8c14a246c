import * as z from 'zod';
import { browser, casesTable, evidence, trailTable } from './fragments.ts';

/** Captures one address. */
export const captureEvidenceEnv = z.object({
  ...trailTable,
  ...casesTable,
  ...evidence,
  ...browser,
});
