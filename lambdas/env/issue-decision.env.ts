import * as z from 'zod';
import { casesTable, directoryTable, evidence, fonts, signerKey, trailTable } from './fragments.ts';

/** Writes, prints and signs the decision record. */
export const issueDecisionEnv = z.object({
  ...trailTable,
  ...casesTable,
  ...directoryTable,
  ...evidence,
  ...signerKey,
  ...fonts,
});
