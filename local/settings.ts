import { resolve } from 'node:path';
import * as z from 'zod';

const port = (fallback: number) => z.coerce.number().int().min(0).max(65535).default(fallback);

/** The environment of `npm start` (contract.md). */
const settingsSchema = z.object({
  PORT: port(4180),
  SMTP_PORT: port(4125),
  TERTIB_DATA: z.string().min(1).default('.tertib'),
  TERTIB_SAMPLE: z.enum(['0', '1']).default('1'),
});

export interface Settings {
  readonly port: number;
  readonly smtpPort: number;
  readonly folder: string;
  readonly sample: boolean;
}

/** @throws z.ZodError naming the variable that is wrong */
export const readSettings = (env: Readonly<Record<string, string | undefined>>): Settings => {
  const { PORT, SMTP_PORT, TERTIB_DATA, TERTIB_SAMPLE } = settingsSchema.parse(env);
  return { port: PORT, smtpPort: SMTP_PORT, folder: resolve(TERTIB_DATA), sample: TERTIB_SAMPLE === '1' };
};
