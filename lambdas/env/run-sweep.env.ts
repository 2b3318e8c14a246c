import * as z from 'zod';
import { captureFunction, evidence, humanTasks, scanning, timeStamping } from './fragments.ts';

/** Repairs what a crash between two calls left: called every few minutes. */
export const runSweepEnv = z.object({
  ...humanTasks,
  ...evidence,
  ...scanning,
  ...timeStamping,
  ...captureFunction,
});
