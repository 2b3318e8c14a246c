import * as z from 'zod';
import { casesTable, evidence, scanning, timeStamping, trailTable } from './fragments.ts';

/** Takes in finished uploads and proposes principles from all texts. */
export const suggestPrinciplesEnv = z.object({
  ...trailTable,
  ...casesTable,
  ...evidence,
  ...scanning,
  ...timeStamping,
});
