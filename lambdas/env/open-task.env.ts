import * as z from 'zod';
import { humanTasks } from './fragments.ts';

/** Opens a human task and mails its link. */
export const openTaskEnv = z.object({
  ...humanTasks,
});
