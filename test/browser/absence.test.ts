import { textsFor } from '../../web/text/texts.ts';
import { choose, inEachLanguage, submitDone, submitRefused } from './support/act-form.ts';
import { openBrowser } from './support/browser.ts';
import { look } from './support/look.ts';
import { act, advance, openTask, REASON, today } from './support/people.ts';
import { picture } from './support/pictures.ts';
import { caseAt } from './support/stages.ts';

const visit = openBrowser();

/** A respondent who is summoned twice and never comes. */
describe('an examination without the respondent', () => {
  it('is refused without proof that the summons arrived, and goes on after two that did', async () => {
    const { caseNumber } = await caseAt('examination');
    const first = await today();
    await advance('P14D');
    const page = await visit();
    await openTask(page, caseNumber);
    await inEachLanguage(page, async (lang) => {
      await choose(page, 'ABSENT');
      await look(page, 'absen');
      if (lang === 'id') await picture(page, 'pemeriksaan-absen', { from: 'fieldset.for-ABSENT', maxHeight: 640 });
      await page.locator('#reason').fill(REASON);
      await submitRefused(page);
      expect(await page.locator('.summary').textContent()).toMatch(/Pasal 26|Article 26/);
      await look(page, 'absen-galat');
    });
    await choose(page, 'ABSENT');
    await page.locator('input[name="serviceMethod"][value="HANDED_OVER"]').check();
    await page.locator('#servedOn').fill(first);
    await page.locator('#reason').fill(REASON);
    await submitDone(page);
    await look(page, 'absen-selesai');

    const second = await today();
    await advance('P28D');
    await openTask(page, caseNumber);
    await inEachLanguage(page, async (lang) => {
      await page.getByRole('heading', { name: textsFor(lang).task.parts.summonsTitle, exact: true }).waitFor();
      await look(page, 'absen-kedua');
      if (lang === 'id')
        await picture(page, 'pemeriksaan-panggilan', { from: 'section[aria-labelledby="summons"]', maxHeight: 900 });
    });
    await act(caseNumber, { outcome: 'ABSENT', serviceMethod: 'POSTED', servedOn: second, reason: REASON });
    await openTask(page, caseNumber);
    await page.locator('form[data-task-kind="decision"]').waitFor();
    await inEachLanguage(page, () => look(page, 'absen-keputusan'));
  });
});
