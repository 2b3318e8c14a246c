import * as z from 'zod';
import { settlingMails } from './fragments.ts';

/** Settles what is kept and not settled. */
export const resumeMailsEnv = z.object(settlingMails);
