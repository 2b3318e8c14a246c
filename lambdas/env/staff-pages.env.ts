import * as z from 'zod';
import {
  accessTable,
  captureFunction,
  evidence,
  humanTasks,
  inboundTable,
  oidc,
  scanning,
  signerKey,
  stepUpTables,
  throttleTable,
} from './fragments.ts';

/** API and console of signed-in staff. */
export const staffPagesEnv = z.object({
  ...humanTasks,
  ...stepUpTables,
  ...throttleTable,
  ...accessTable,
  ...inboundTable,
  ...evidence,
  ...scanning,
  ...captureFunction,
  /** Public half only: exports name the keys that signed. */
  ...signerKey,
  ...oidc,
});
