import * as z from 'zod';

const env = z
  .object({ TERTIB_BASE_URL: z.url(), TERTIB_CHROMIUM: z.string().min(1), TERTIB_SMTP_PORT: z.coerce.number().int() })
  .safeParse(process.env);
if (!env.success) throw new Error('these tests visit a running system: start them by npm run test:browser');

export const baseUrl = env.data.TERTIB_BASE_URL;
/** The same site by a name: passkeys need one. */
export const namedUrl = baseUrl.replace('//127.0.0.1', '//localhost');
export const chromiumPath = env.data.TERTIB_CHROMIUM;
/** Where the system takes mail in. */
export const smtpPort = env.data.TERTIB_SMTP_PORT;
