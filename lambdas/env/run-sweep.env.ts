import * as z from 'zod';
import { humanTasks } from './fragments.ts';

/** Repairs what a crash between two calls left: called every few minutes. */
export const runSweepEnv = z.object({
  ...humanTasks,
});
