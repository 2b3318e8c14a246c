import type { Page } from 'playwright-core';
import { textsFor } from '../../web/text/texts.ts';
import { inEachLanguage } from './support/act-form.ts';
import { openBrowser } from './support/browser.ts';
import { signIn } from './support/console.ts';
import { tabThrough } from './support/keyboard.ts';
import { look } from './support/look.ts';
import { advance, type Filed, fileReport } from './support/people.ts';
import { picture } from './support/pictures.ts';

const AUDITOR = 'Nurul Hidayah';
const visit = openBrowser();

/** Nobody does anything for two weeks: deadlines pass, and who let them pass is on record. */
describe('what staff see of all cases', () => {
  let silent: Filed;
  beforeAll(async () => {
    silent = await fileReport();
    await advance('P14D');
    await fileReport({ urls: [] });
  });

  const at = async (path: string): Promise<Page> => {
    const page = await visit();
    await signIn(page, AUDITOR);
    await page.goto(path);
    return page;
  };

  it('is a board by the time that is left, by status, and empty where nothing is open', async () => {
    const page = await at('/konsol/papan');
    await inEachLanguage(page, async (lang) => {
      await page.getByRole('link', { name: silent.caseNumber }).waitFor();
      await look(page, 'papan');
      if (lang === 'id') await picture(page, 'konsol-papan');
      await page.locator('#status').selectOption('APPEAL');
      await page.locator('form[role="search"] button').click();
      await page.getByText(textsFor(lang).console.board.empty).waitFor();
      await look(page, 'papan-kosong');
    });
    await tabThrough(page);
    await page.getByRole('link', { name: silent.caseNumber }).click();
    await page.getByRole('heading', { name: silent.caseNumber, level: 1 }).waitFor();
  });

  it('is a report of who let which deadline pass, empty for a time before there were any, and refused for one that runs backwards', async () => {
    const page = await at('/konsol/kelalaian');
    await inEachLanguage(page, async (lang) => {
      const { silence } = textsFor(lang).console;
      await page.getByRole('link', { name: silent.caseNumber }).first().waitFor();
      await look(page, 'kelalaian');
      if (lang === 'id') await picture(page, 'konsol-kelalaian');
      await page.locator('#from').fill('2025-01-06');
      await page.locator('#to').fill('2025-01-10');
      await page.locator('form[role="search"] button').click();
      await page.getByText(silence.empty).waitFor();
      await look(page, 'kelalaian-kosong');
      await page.locator('#from').fill('2025-01-13');
      await page.locator('form[role="search"] button').click();
      await page.locator('.summary').waitFor();
      expect(await page.locator('#from').inputValue()).toBe('2025-01-13');
      await look(page, 'kelalaian-galat');
    });
    await tabThrough(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: textsFor('id').console.silence.download }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.csv$/);
  });
});
