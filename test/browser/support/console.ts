import type { Page } from 'playwright-core';
import type { Lang } from '../../../web/text/lang.ts';
import { textsFor } from '../../../web/text/texts.ts';

/** Signs somebody of the sample agency in to the console. */
export const signIn = async (page: Page, name: string, lang: Lang = 'id'): Promise<void> => {
  const { signIn: words, list } = textsFor(lang).console;
  await page.goto('/konsol');
  await page.getByRole('button', { name: words.submit }).click();
  await page.getByRole('button', { name }).first().click();
  await page.getByRole('heading', { name: list.title, level: 1, exact: true }).waitFor();
};
