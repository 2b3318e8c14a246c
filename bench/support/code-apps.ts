import { timeStep, totpCode } from '../../core/step-up/totp.ts';
import { type Browser, formOf, type Page } from '../../scripts/people/browser.ts';
import { offeredSecret, programTime } from '../../scripts/people/step-up.ts';

/** Goes on where a page asks for more than the mailbox. */
export type StepUp = (page: Page, person: { readonly browser: Browser; readonly mail: string }) => Promise<Page>;

/**
 * The code apps of everyone, as phones are: each keeps the secret that it was given, and the system is not asked for codes. A code is shown
 * once, so a person has two for half a minute of the program's time.
 */
export const codeAppsOf = (baseUrl: string): StepUp => {
  const apps = new Map<string, { readonly secret: string; readonly lastStep: number }>();
  return async (page, { browser, mail }) => {
    if (!page.html.includes('data-step="step-up"')) return page;
    const known = apps.get(mail);
    const secret = offeredSecret(page) ?? known?.secret;
    if (secret === undefined) throw new Error(`${mail} has a factor that was not enrolled here`);
    const step = Math.max(timeStep(await programTime(baseUrl)), (known?.lastStep ?? 0) + 1);
    apps.set(mail, { secret, lastStep: step });
    return browser.submit(formOf(page), { code: totpCode(secret, step) });
  };
};
