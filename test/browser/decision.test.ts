import type { Page } from 'playwright-core';
import { textsFor } from '../../web/text/texts.ts';
import { choose, inEachLanguage, submitDone, submitRefused } from './support/act-form.ts';
import { openBrowser } from './support/browser.ts';
import { signIn } from './support/console.ts';
import { tabThrough } from './support/keyboard.ts';
import { look } from './support/look.ts';
import { act, addMessage, type Filed, MARIA, openTask, REASON, today, type Whose } from './support/people.ts';
import { picture } from './support/pictures.ts';
import { caseAt, doUsual } from './support/stages.ts';

const visit = openBrowser();
const FORM = 'section[aria-labelledby="act"]';
const GROUNDS = 'Unggahan itu sudah saya hapus, dan tidak ada warga yang dirugikan.';
const AUDITOR = 'Nurul Hidayah';

/** One case, examined by a team, from the decision to the end of its sanction; each test goes on where the one before it ended. */
describe('a decision', () => {
  let filed: Filed;
  beforeAll(async () => {
    filed = await caseAt('examination', MARIA);
    await act(filed.caseNumber, { outcome: 'REQUEST_TEAM', reason: REASON });
    await act(filed.caseNumber, { outcome: 'FORM', reason: REASON });
    await doUsual(filed.caseNumber, 'examination');
  });

  const opened = async (whose: Whose = 'official'): Promise<Page> => {
    const page = await visit();
    await openTask(page, filed.caseNumber, whose);
    return page;
  };

  it('goes up where somebody higher has to decide', async () => {
    const page = await opened();
    await choose(page, 'FORWARD');
    await page.locator('#reason').fill('Terlapor pernah menjadi bawahan saya.');
    await look(page, 'keputusan-teruskan');
    await submitDone(page);
    await look(page, 'keputusan-diteruskan');
  });

  it('is asked for its reasons where it is not what the report recommends, and comes back filled', async () => {
    await addMessage(filed.receiptCode, 'Saya menemukan unggahan yang sama di akun lain.');
    const page = await opened();
    await inEachLanguage(page, async (lang) => {
      await look(page, 'keputusan');
      if (lang === 'id') {
        await picture(page, 'keputusan-laporan', { from: 'section[aria-labelledby="report"]', maxHeight: 900 });
        await picture(page, 'tugas-keputusan', FORM);
      }
      await choose(page, 'SANCTION');
      await page.locator('#sanctionCode').selectOption('S2');
      await page.locator('input[name="provisions"][value="3f"]').check();
      await page.locator('#reason').fill(REASON);
      await look(page, 'keputusan-hukuman');
      await submitRefused(page);
      expect(await page.locator('#reason').inputValue()).toBe(REASON);
      expect(await page.locator('#sanctionCode').inputValue()).toBe('S2');
      await look(page, 'keputusan-galat');
      if (lang === 'id') await picture(page, 'keputusan-ditolak', { maxHeight: 560 });
    });
    await tabThrough(page);
    await choose(page, 'SANCTION');
    await page.locator('#sanctionCode').selectOption('S1');
    await page.locator('#reason').fill(REASON);
    await submitDone(page);
    await look(page, 'keputusan-selesai');
  });

  it('is delivered: sent first, received later, and never on a day to come', async () => {
    const page = await opened();
    await inEachLanguage(page, async (lang) => {
      await look(page, 'penyampaian');
      if (lang === 'id')
        await picture(page, 'penyampaian', { from: 'section[aria-labelledby="decision"]', maxHeight: 720 });
      await choose(page, 'SERVED');
      await page.locator('#receivedOn').fill(await today(3));
      await page.locator('#reason').fill(REASON);
      await submitRefused(page);
      await look(page, 'penyampaian-galat');
    });
    await tabThrough(page);
    await choose(page, 'DISPATCHED');
    await look(page, 'penyampaian-kirim');
    await page.locator('#method').fill('Pos tercatat RR123456789ID');
    await page.locator('#reason').fill(REASON);
    await submitDone(page);
    const second = await opened();
    await look(second, 'penyampaian-dikirim');
    await choose(second, 'SERVED');
    await second.locator('#receivedOn').fill(await today());
    await second.locator('#reason').fill(REASON);
    await submitDone(second);
    await look(second, 'penyampaian-selesai');
  });

  it('tells the respondent what they may do against it, and takes an objection', async () => {
    const page = await opened('respondent');
    await inEachLanguage(page, async (lang) => {
      await look(page, 'terlapor-keputusan');
      if (lang === 'id') {
        await picture(page, 'terlapor-keputusan', { maxHeight: 1000 });
        await picture(page, 'terlapor-upaya', { from: 'section[aria-labelledby="remedy"]', maxHeight: 620 });
      }
      await choose(page, 'FILE');
      await page.locator('#grounds').fill('‮terbalik');
      await submitRefused(page);
      await look(page, 'terlapor-upaya-galat');
    });
    await tabThrough(page);
    await choose(page, 'FILE');
    await page.locator('#grounds').fill(GROUNDS);
    await submitDone(page);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(textsFor('id').respondent.done.title);
    await look(page, 'terlapor-upaya-tercatat');
  });

  it('is judged by somebody else, who says which body decided', async () => {
    const page = await opened();
    await inEachLanguage(page, async (lang) => {
      await look(page, 'upaya');
      if (lang === 'id') await picture(page, 'upaya', { from: 'section[aria-labelledby="appeal"]', maxHeight: 700 });
      await choose(page, 'CHANGED');
      await page.locator('#body').fill('Bupati Contoh');
      await page.locator('#decisionNumber').fill('KEP/12/2026');
      await page.locator('#reason').fill(REASON);
      await look(page, 'upaya-diubah');
      await submitRefused(page);
      expect(await page.locator('#decisionNumber').inputValue()).toBe('KEP/12/2026');
      await look(page, 'upaya-galat');
    });
    await tabThrough(page);
    await choose(page, 'UPHELD');
    await page.locator('#body').fill('Bupati Contoh');
    await page.locator('#decisionNumber').fill('KEP/12/2026');
    await page.locator('#reason').fill(REASON);
    await submitDone(page);
    await look(page, 'upaya-selesai');
  });

  it('shows staff its whole way, and gives them the file for the register', async () => {
    const page = await visit();
    await signIn(page, AUDITOR);
    await page.goto(`/konsol/perkara/${filed.caseNumber}`);
    await inEachLanguage(page, async (lang) => {
      const { register, process } = textsFor(lang).console;
      const titles = [process.charges, process.examination, process.report, process.disclosures, process.after];
      for (const name of [...titles, process.lineage, process.letters, register.title])
        await page.getByRole('heading', { name, exact: true }).first().waitFor();
      await look(page, 'konsol-perkara-penuh');
      if (lang === 'id') {
        await picture(page, 'konsol-penyampaian', { from: 'section[aria-labelledby="after"]', maxHeight: 760 });
        await picture(page, 'konsol-pemeriksaan', { from: 'section[aria-labelledby="examination"]', maxHeight: 620 });
        await picture(page, 'konsol-surat', { from: 'section[aria-labelledby="letters"]', maxHeight: 760 });
      }
    });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: textsFor('id').console.register.download }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.zip$/);
    expect(await download.failure()).toBeNull();
    await page.goto(`/konsol/perkara/${filed.caseNumber}`);
    await tabThrough(page);
  });

  it('is carried out, and its end is recorded', async () => {
    const page = await opened();
    await inEachLanguage(page, async (lang) => {
      await look(page, 'pelaksanaan');
      if (lang === 'id') await picture(page, 'pelaksanaan', FORM);
      await choose(page, 'COMPLETED');
      await page.locator('#restoredOn').fill(await today());
      await page.locator('#reason').fill(REASON);
      await submitRefused(page);
      await look(page, 'pelaksanaan-galat');
    });
    await tabThrough(page);
  });
});
