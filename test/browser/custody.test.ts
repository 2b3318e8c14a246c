import { textsFor } from '../../web/text/texts.ts';
import { inEachLanguage } from './support/act-form.ts';
import { openBrowser } from './support/browser.ts';
import { signIn } from './support/console.ts';
import { tabThrough } from './support/keyboard.ts';
import { look } from './support/look.ts';
import { picture } from './support/pictures.ts';
import { caseAt } from './support/stages.ts';

const AUDITOR = 'Nurul Hidayah';
const visit = openBrowser();

describe('the history of a piece of evidence', () => {
  it('is reached from the case, and can be read on a phone and by keyboard, in both languages', async () => {
    const { caseNumber } = await caseAt('decision');
    const page = await visit();
    await signIn(page, AUDITOR);
    await page.goto(`/konsol/perkara/${caseNumber}`);
    await page.locator('a[href$="/bukti/capture-1-1/riwayat"]').click();
    await inEachLanguage(page, async (lang) => {
      const { custody } = textsFor(lang);
      await page.getByRole('heading', { name: custody.title, level: 1 }).waitFor();
      for (const act of [custody.act.CAPTURED, custody.act.STORED, custody.act.HELD, custody.act.DISCLOSED]) {
        await page.getByText(act, { exact: true }).first().waitFor();
      }
      await look(page, 'riwayat-bukti');
      if (lang === 'id') await picture(page, 'riwayat-bukti');
    });
    await tabThrough(page);
    await page
      .getByRole('link', { name: textsFor('en').custody.back })
      .or(page.getByRole('link', { name: textsFor('id').custody.back }))
      .click();
    await page.getByRole('heading', { name: caseNumber, level: 1 }).waitFor();
  });
});
