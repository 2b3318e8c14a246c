import * as z from 'zod';
import { humanTasks } from './fragments.ts';

/** Reminds, or escalates: called by one-time schedules. */
export const fireTaskTimerEnv = z.object({
  ...humanTasks,
});
