import * as z from 'zod';
import { accessTable, evidence, humanTasks, inboundTable, oidc, signerKey, throttleTable } from './fragments.ts';

/** API and console of signed-in staff. */
export const staffPagesEnv = z.object({
  ...humanTasks,
  ...throttleTable,
  ...accessTable,
  ...inboundTable,
  ...evidence,
  /** Public half only: exports name the keys that signed. */
  ...signerKey,
  ...oidc,
});
