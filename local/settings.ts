import { resolve } from 'node:path';
import * as z from 'zod';
import { findChromium } from '../adapters/browser-capture/find-chromium.ts';
import { type ClamAvPlace, findClamAv } from '../adapters/clamav/find-clamav.ts';
import { TertibError } from '../core/errors.ts';

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
  /** Path of the Chromium that captures evidence; undefined where there is none. */
  readonly chromium: string | undefined;
  /** Where ClamAV is; undefined where it is not, or has no signatures. */
  readonly clamAv: ClamAvPlace | undefined;
}

/** An environment variable that cannot be used; the message names it. */
export class UnusableSettings extends TertibError {
  override readonly name = 'UnusableSettings';
}

/** @throws UnusableSettings naming the variables that are wrong */
export const readSettings = (env: Readonly<Record<string, string | undefined>>): Settings => {
  const parsed = settingsSchema.safeParse(env);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new UnusableSettings(wrong.join('\n'), { cause: parsed.error });
  }
  const { PORT, SMTP_PORT, TERTIB_DATA, TERTIB_SAMPLE } = parsed.data;
  return {
    port: PORT,
    smtpPort: SMTP_PORT,
    folder: resolve(TERTIB_DATA),
    sample: TERTIB_SAMPLE === '1',
    chromium: findChromium(env),
    clamAv: findClamAv(env),
  };
};
