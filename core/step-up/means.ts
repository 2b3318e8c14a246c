import * as z from 'zod';

/** With what someone proved to be who they are, beyond their mailbox or sign-in. */
export const stepUpMeansSchema = z.enum(['PASSKEY', 'TOTP']);
export type StepUpMeans = z.infer<typeof stepUpMeansSchema>;
