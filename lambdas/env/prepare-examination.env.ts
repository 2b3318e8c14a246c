import * as z from 'zod';
import { humanTasks, letters } from './fragments.ts';

/** Discloses, summons, and opens the respondent's page. */
export const prepareExaminationEnv = z.object({
  ...humanTasks,
  ...letters,
});
