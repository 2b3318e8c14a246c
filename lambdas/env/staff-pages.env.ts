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
  timeStamping,
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
  ...timeStamping,
  /** Public half only: exports name the keys that signed. */
  ...signerKey,
  ...oidc,
});
