import { z } from 'zod';
import { casesTable, evidence, trailTable } from './fragments.ts';

/** Proposes principles from the captured texts. */
export const suggestPrinciplesEnv = z.object({
  ...trailTable,
  ...casesTable,
  ...evidence,
});
