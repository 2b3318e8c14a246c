import * as z from 'zod';
import { humanTasks, letters } from './fragments.ts';

/** Writes down what an examination came to, for whoever decides. */
export const reportExaminationEnv = z.object({
  ...humanTasks,
  ...letters,
});
