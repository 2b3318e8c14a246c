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
  TERTIB_TSA_URL: z
    .url({ protocol: /^https?$/ })
    .or(z.literal(''))
    .default(''),
  TERTIB_TSA_ANCHORS: z.string().default(''),
});

export interface Settings {
  readonly port: number;
  readonly smtpPort: number;
  readonly folder: string;
  readonly sample: boolean;
  /** Path of the Chromium that captures evidence; undefined where there is none. */
  readonly chromium: string | undefined;
  /** The authority that stamps evidence (RFC 3161), and the file with its roots; undefined where none is configured. */
  readonly timeStamping: { readonly url: string; readonly anchorsFile: string } | undefined;
  /** Where ClamAV is; undefined where it is not, or has no signatures. */
  readonly clamAv: ClamAvPlace | undefined;
}

/** An environment variable that cannot be used; the message names it. */
export class UnusableSettings extends TertibError {
  override readonly name = 'UnusableSettings';
}

type Authority = Pick<z.infer<typeof settingsSchema>, 'TERTIB_TSA_URL' | 'TERTIB_TSA_ANCHORS'>;

/** An authority whose roots are unknown could be anybody. */
const timeStampingOf = ({ TERTIB_TSA_URL: url, TERTIB_TSA_ANCHORS: anchors }: Authority): Settings['timeStamping'] => {
  if (url !== '' && anchors !== '') return { url, anchorsFile: resolve(anchors) };
  if (url === '' && anchors === '') return undefined;
  throw new UnusableSettings('TERTIB_TSA_URL, TERTIB_TSA_ANCHORS: give both, or neither');
};

/** @throws UnusableSettings naming the variables that are wrong */
export const readSettings = (env: Readonly<Record<string, string | undefined>>): Settings => {
  const parsed = settingsSchema.safeParse(env);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new UnusableSettings(wrong.join('\n'), { cause: parsed.error });
  }
  const { PORT, SMTP_PORT, TERTIB_DATA, TERTIB_SAMPLE, ...authority } = parsed.data;
  return {
    port: PORT,
    smtpPort: SMTP_PORT,
    folder: resolve(TERTIB_DATA),
    sample: TERTIB_SAMPLE === '1',
    timeStamping: timeStampingOf(authority),
    chromium: findChromium(env),
    clamAv: findClamAv(env),
  };
};
