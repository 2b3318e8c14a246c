import * as z from 'zod';
import { timeStep, totpCode } from '../../core/step-up/totp.ts';
import { type Browser, formOf, type Page } from './browser.ts';

const nowSchema = z.object({ now: z.string() });
const codeSchema = z.object({ code: z.string() });

/** The secret that a page of step-up offers to whoever has none yet. */
export const offeredSecret = ({ html }: Page): string | undefined => /data-totp-secret="([A-Z2-7]+)"/.exec(html)?.[1];

/** What time it is for the program, in milliseconds since 1970. */
export const programTime = async (baseUrl: string): Promise<number> =>
  Date.parse(nowSchema.parse(await (await fetch(`${baseUrl}/dev/clock`)).json()).now);

/** The code of an app that has the secret, by the program's own time. */
export const codeOf = async (baseUrl: string, secret: string): Promise<string> =>
  totpCode(secret, timeStep(await programTime(baseUrl)));

const askCode = async (baseUrl: string, mail: string): Promise<string | undefined> => {
  const answer = await fetch(`${baseUrl}/dev/totp?agency=contoh&mail=${encodeURIComponent(mail)}`);
  if (answer.status === 409) return undefined;
  if (!answer.ok) throw new Error(`no code for ${mail}: ${answer.status} ${await answer.text()}`);
  return codeSchema.parse(await answer.json()).code;
};

/** The next code of somebody who enrolled before; where all codes of this half minute are spent, time moves on to the next. */
export const nextCode = async (baseUrl: string, mail: string): Promise<string> => {
  for (let tries = 0; tries < 3; tries += 1) {
    const code = await askCode(baseUrl, mail);
    if (code !== undefined) return code;
    const headers = { 'Content-Type': 'application/json' };
    await fetch(`${baseUrl}/dev/clock`, { method: 'POST', headers, body: JSON.stringify({ advance: 'PT30S' }) });
  }
  throw new Error(`every code of ${mail} is spent`);
};

/**
 * Goes on where a page asks for more than the mailbox: enrols the code app that it offers, or types the code of an enrolled one.
 * @param mail the person's mailbox
 */
export const passStepUp = async (
  page: Page,
  { baseUrl, browser, mail }: { readonly baseUrl: string; readonly browser: Browser; readonly mail: string },
): Promise<Page> => {
  if (!page.html.includes('data-step="step-up"')) return page;
  const secret = offeredSecret(page);
  const code = secret === undefined ? await nextCode(baseUrl, mail) : await codeOf(baseUrl, secret);
  return browser.submit(formOf(page), { code });
};
