import type { Page } from 'playwright-core';
import { type Lang, langs } from '../../../web/text/lang.ts';
import { settled } from './people.ts';

const FORM = 'form[data-step="act"]';

/** Chooses what is done; nothing else in a form depends on a script. */
export const choose = (page: Page, outcome: string): Promise<void> =>
  page.locator(`input[name="outcome"][value="${outcome}"]`).check();

export const submit = (page: Page): Promise<void> => page.locator(`${FORM} button[type="submit"]`).click();

/** Sends the form and waits for the page that says it is recorded, and until the case stands still. */
export const submitDone = async (page: Page): Promise<void> => {
  await submit(page);
  await page.locator('main[data-result="done"]').waitFor();
  await settled();
};

/** Sends the form and waits for the page that lists what is wrong. */
export const submitRefused = async (page: Page): Promise<void> => {
  await submit(page);
  await page.locator('.summary').waitFor();
};

/** Opens what is folded away within the form. */
export const unfold = async (page: Page): Promise<void> => {
  const folds = page.locator(`${FORM} details:not([open]) > summary`);
  for (let left = await folds.count(); left > 0; left -= 1) await folds.first().click();
};

/** The same page anew in each language; the first one again at the end. */
export const inEachLanguage = async (page: Page, see: (lang: Lang) => Promise<void>): Promise<void> => {
  const [address = ''] = page.url().split(/[?#]/);
  for (const lang of langs) {
    await page.goto(`${address}?lang=${lang}`);
    await see(lang);
  }
  await page.goto(`${address}?lang=id`);
};
