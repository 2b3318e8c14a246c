import * as z from 'zod';
import { settlingMails } from './fragments.ts';

const name = z.string().min(1);

/** Takes in what the receiving service has put into its bucket. */
export const receiveMailEnv = z.object({ ...settlingMails, MAIL_BUCKET: name, MAIL_REGION: name });
