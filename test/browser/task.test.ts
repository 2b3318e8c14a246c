import type { Page } from 'playwright-core';
import { langs } from '../../web/text/lang.ts';
import { textsFor } from '../../web/text/texts.ts';
import { choose, submit } from './support/act-form.ts';
import { openBrowser } from './support/browser.ts';
import { look } from './support/look.ts';
import {
  act,
  addMessage,
  codeAfter,
  fileReport,
  mailedTask,
  openTask,
  REASON,
  RESPONDENT_NIP,
} from './support/people.ts';
import { picture } from './support/pictures.ts';
import { caseAt } from './support/stages.ts';

const visit = openBrowser();

const ACT = 'section[aria-labelledby="act"]';

describe.each(langs)('the pages behind a mailed link, in %s', (lang) => {
  const { task, views } = textsFor(lang);
  const isFirst = lang === 'id';
  const titled = (page: Page, title: string): Promise<void> =>
    page.getByRole('heading', { name: title, level: 1, exact: true }).waitFor();

  it('say nothing before the code, and refuse wrong and spent ones', async () => {
    const { caseNumber } = await fileReport({ urls: [] });
    const { link, to } = await mailedTask(caseNumber);
    const page = await visit({ lang });
    await page.goto(link);
    await titled(page, task.gate.neutralTitle);
    expect(await page.textContent('body')).not.toContain(caseNumber);
    await look(page, 'tugas-netral');
    if (isFirst) await picture(page, 'tugas-netral');

    const code = await codeAfter(to, () => page.getByRole('button', { name: task.gate.neutralSubmit }).click());
    await titled(page, task.gate.codeTitle);
    await look(page, 'tugas-kode');
    if (isFirst) await picture(page, 'tugas-kode');

    const wrong = code === '000000' ? '000001' : '000000';
    for (let tries = 0; tries < 5; tries += 1) {
      await page.locator('#code').fill(wrong);
      await Promise.all([page.waitForResponse(link), page.getByRole('button', { name: task.gate.codeSubmit }).click()]);
      await page.locator('#code-error').waitFor();
      if (tries === 0) await look(page, 'tugas-kode-salah');
    }
    await page.locator('#code').fill(code);
    await page.getByRole('button', { name: task.gate.codeSubmit }).click();
    await page.getByText(views.codeErrors.expired).first().waitFor();
    await look(page, 'tugas-kode-habis');
  });

  it('say so when too many codes were asked for', async () => {
    const { caseNumber } = await fileReport({ urls: [] });
    const { link } = await mailedTask(caseNumber);
    const page = await visit({ lang });
    const heading = page.getByRole('heading', { level: 1 });
    for (let asked = 0; asked < 12; asked += 1) {
      await page.goto(link);
      await page.getByRole('button', { name: task.gate.neutralSubmit }).click();
      await heading.filter({ hasText: task.gate.codeTitle }).waitFor();
      if ((await page.locator('#code-error').count()) > 0) break;
    }
    await page.getByText(views.codeErrors.throttled).first().waitFor();
    await look(page, 'tugas-kode-dibatasi');
  });

  it('take a triage: empty, with what is wrong, after the case has changed, done, and dead afterwards', async () => {
    const { caseNumber, receiptCode } = await fileReport();
    const page = await visit({ lang });
    const { link } = await openTask(page, caseNumber);
    await titled(page, task.kinds.triage.title);
    expect(await page.locator('form[data-step="act"]').getAttribute('data-task-kind')).toBe('triage');
    expect(await page.locator('input:checked').count()).toBe(0);
    await look(page, 'tugas-triase');
    if (isFirst) await picture(page, 'tugas-triase');

    await choose(page, 'PROCEED');
    await page.locator('#respondentNip').fill('123');
    await page.locator('#reason').fill('Pendek');
    await submit(page);
    await page.locator('.summary').waitFor();
    expect(await page.locator('.summary li').count()).toBe(3);
    expect(await page.locator('#reason').inputValue()).toBe('Pendek');
    expect(await page.locator('input[name="outcome"]:checked').count()).toBe(0);
    await look(page, 'tugas-triase-galat');

    await addMessage(receiptCode, 'Saya punya tangkapan layar yang lain.');
    const fill = async (): Promise<void> => {
      await choose(page, 'PROCEED');
      await page.locator('#respondentNip').fill(RESPONDENT_NIP);
      await page.locator('input[name="track"][value="DISCIPLINE_PNS"]').check();
      await page.locator('#reason').fill(REASON);
      await submit(page);
    };
    await fill();
    await page.locator('.summary').waitFor();
    await look(page, 'tugas-berubah');
    await fill();
    await titled(page, task.result.doneTitle);
    await look(page, 'tugas-selesai');
    if (isFirst) await picture(page, 'tugas-selesai');

    await page.goto(link);
    await page.locator('[data-result="refused"]').waitFor();
    await look(page, 'tautan-tidak-berlaku');
    if (isFirst) await picture(page, 'tautan-tidak-berlaku');
  });

  it('refuse a link that never was one in the same words', async () => {
    const page = await visit({ lang });
    expect((await page.goto('/t/bukan.tautan'))?.status()).toBe(404);
    await titled(page, task.result.refusalTitle);
    expect(await page.locator('main').textContent()).toContain(task.result.refusalHelp);
  });

  it('tell the second of two open windows that the task is over', async () => {
    const { caseNumber } = await fileReport({ urls: [] });
    const first = await visit({ lang });
    const { link } = await openTask(first, caseNumber);
    const second = await first.context().newPage();
    await second.goto(link);
    for (const [page, outcome] of [
      [first, 'REJECT'],
      [second, 'REFER'],
    ] as const) {
      await choose(page, outcome);
      await page.locator('#reason').fill(REASON);
      await submit(page);
      await page.locator('main[data-result]').waitFor();
    }
    expect(await second.locator('main').getAttribute('data-result')).toBe('already-acted');
    await look(second, 'tugas-sudah');
  });

  it('take a review, with the way of the case so far in a second round', async () => {
    const { caseNumber } = await caseAt('review');
    const page = await visit({ lang });
    await openTask(page, caseNumber);
    await titled(page, task.kinds.review.title);
    expect(await page.locator('input[name="principles"]').count()).toBe(8);
    expect(await page.locator('mark').count()).toBeGreaterThan(0);
    await look(page, 'tugas-telaah');
    if (isFirst) await picture(page, 'tugas-telaah', ACT);
    await choose(page, 'PROCEED');
    await page.locator('#reason').fill(REASON);
    await submit(page);
    await page.locator('#principles-error').waitFor();
    await look(page, 'tugas-telaah-galat');

    await act(caseNumber, { outcome: 'MORE_EVIDENCE', reason: REASON });
    await openTask(page, caseNumber);
    await page.getByRole('heading', { name: task.act.historyTitle }).waitFor();
    await look(page, 'tugas-putaran-dua');
  });

  it('hand a review over when the superior steps back', async () => {
    const { caseNumber } = await caseAt('review');
    const page = await visit({ lang });
    await openTask(page, caseNumber);
    await choose(page, 'RECUSE');
    await page.locator('#reason').fill('Terlapor adalah kerabat dekat saya.');
    await submit(page);
    await page.getByText(views.handedOver.outcome).waitFor();
    await look(page, 'tugas-dialihkan');
  });
});
