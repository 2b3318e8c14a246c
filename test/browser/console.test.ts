import type { Page } from 'playwright-core';
import { langs } from '../../web/text/lang.ts';
import { textsFor } from '../../web/text/texts.ts';
import { openBrowser } from './support/browser.ts';
import { look } from './support/look.ts';
import { type Filed, fileReport, REASON, triageOfficer } from './support/people.ts';
import { picture } from './support/pictures.ts';
import { caseAt } from './support/stages.ts';

const AUDITOR = 'Nurul Hidayah';
const PAGE_OF_CASES = 25;

const visit = openBrowser();
let closed: Filed;
let reviewed: Filed;
beforeAll(async () => {
  closed = await caseAt('closed');
  await caseAt('decision');
  reviewed = await caseAt('review');
  await fileReport();
});

describe.each(langs)('the console, in %s', (lang) => {
  const { console: words, task, views, common, domain } = textsFor(lang);
  const isFirst = lang === 'id';
  const titled = (page: Page, title: string): Promise<void> =>
    page.getByRole('heading', { name: title, level: 1, exact: true }).waitFor();

  const signedIn = async (name: string): Promise<Page> => {
    const page = await visit({ lang });
    await page.goto('/konsol');
    await page.getByRole('button', { name: words.signIn.submit }).click();
    await page.getByRole('button', { name }).first().click();
    await titled(page, words.list.title);
    return page;
  };

  it('asks to sign in, at the sign-in service, and says when that failed', async () => {
    const page = await visit({ lang });
    await page.goto('/konsol');
    await titled(page, words.signIn.title);
    await look(page, 'konsol-masuk');
    await page.getByRole('button', { name: words.signIn.submit }).click();
    await page.getByRole('button', { name: AUDITOR }).waitFor();
    await look(page, 'konsol-pilih-orang', { ownStyle: true });
    if (isFirst) await picture(page, 'konsol-masuk');
    await page.goto('/konsol/masuk/selesai?code=x&state=y');
    await page.getByText(views.signInErrors.failed).first().waitFor();
    await look(page, 'konsol-masuk-gagal');
  });

  it('leads to the page that was asked for before signing in', async () => {
    const page = await visit({ lang });
    await page.goto(`/konsol/perkara/${closed.caseNumber}`);
    await page.getByRole('button', { name: words.signIn.submit }).click();
    await page.getByRole('button', { name: AUDITOR }).click();
    await titled(page, closed.caseNumber);
  });

  it('lists cases, page by page, by status and by search', async () => {
    const page = await signedIn(AUDITOR);
    if (isFirst) await picture(page, 'konsol-daftar');
    for (let filed = 0; isFirst && filed < PAGE_OF_CASES; filed += 1) await fileReport({ urls: [], wait: false });
    await page.goto('/konsol');
    expect(await page.locator('tbody tr').count()).toBe(PAGE_OF_CASES);
    await look(page, 'konsol-daftar');
    await page.getByRole('link', { name: words.list.next, exact: true }).click();
    await page.getByRole('link', { name: words.list.first, exact: true }).waitFor();
    await look(page, 'konsol-daftar-2');

    await page.locator('#status').selectOption('CLOSED');
    await page.getByRole('button', { name: words.list.filter, exact: true }).click();
    await page.getByRole('link', { name: closed.caseNumber }).waitFor();
    expect(await page.locator('#status').inputValue()).toBe('CLOSED');
    const labels = new Set(await page.locator('tbody .badge').allTextContents());
    expect([...labels]).toEqual([domain.status.CLOSED.label]);
    await page.locator('#status').selectOption('');
    await page.locator('#q').fill(closed.caseNumber);
    await page.getByRole('button', { name: words.list.filter, exact: true }).click();
    await page.getByRole('link', { name: closed.caseNumber }).waitFor();
    expect(await page.locator('tbody tr').count()).toBe(1);
    await look(page, 'konsol-cari');
    await page.locator('#q').fill('CONTOH-2026-00000000');
    await page.getByRole('button', { name: words.list.filter, exact: true }).click();
    await page.getByText(words.list.empty).waitFor();
    await look(page, 'konsol-daftar-kosong');
  });

  it('shows an open case and a closed one with trail, verdict and the file to check it by', async () => {
    const page = await signedIn(AUDITOR);
    await page.goto(`/konsol/perkara/${reviewed.caseNumber}`);
    await page.getByRole('heading', { name: words.casePage.openTasks, exact: true }).waitFor();
    await look(page, 'konsol-perkara-terbuka');
    await page.goto(`/konsol/perkara/${closed.caseNumber}`);
    await page.getByRole('heading', { name: words.casePage.decision, exact: true }).waitFor();
    expect(await page.locator('[data-verdict]').getAttribute('data-verdict')).toBe('VALID');
    await look(page, 'konsol-perkara');
    if (isFirst) await picture(page, 'konsol-perkara', 'section[aria-labelledby="trail"]');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: words.casePage.export }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`${closed.caseNumber}.tertib.json`);
  });

  it('asks what a file is opened for', async () => {
    const page = await signedIn(AUDITOR);
    await page.goto(`/konsol/perkara/${closed.caseNumber}`);
    await page.getByRole('link', { name: task.act.evidenceOpen }).first().click();
    await titled(page, views.evidenceAccess.title);
    await look(page, 'konsol-keperluan');
    await page.locator('#reason').fill('abc');
    await page.getByRole('button', { name: views.evidenceAccess.submit, exact: true }).click();
    await page.locator('#reason-error').waitFor();
    await look(page, 'konsol-keperluan-galat');
    await page.locator('#reason').fill('Pemeriksaan berkala triwulan keempat.');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: views.evidenceAccess.submit, exact: true }).click(),
    ]);
    expect(await download.failure()).toBeNull();
  });

  it('shows my tasks and lets me do one', async () => {
    const { caseNumber } = await fileReport({ urls: [] });
    const page = await signedIn(await triageOfficer(caseNumber));
    await page.getByRole('link', { name: words.list.navTasks, exact: true }).click();
    await titled(page, words.tasks.title);
    await look(page, 'konsol-tugas');
    await page.getByRole('link', { name: words.tasks.openFor(caseNumber) }).click();
    await page.locator('form[data-step="act"]').waitFor();
    const second = await page.context().newPage();
    await second.goto(page.url());
    await look(page, 'konsol-tugas-buka');
    await page.locator('input[name="outcome"][value="REJECT"]').check();
    await page.locator('form[data-step="act"] button[type="submit"]').click();
    expect(await page.locator('#reason:invalid').count()).toBe(1);
    await page.locator('#reason').fill(REASON);
    await page.locator('form[data-step="act"] button[type="submit"]').click();
    await titled(page, task.result.doneTitle);
    await look(page, 'konsol-tugas-selesai');
    await page.getByRole('link', { name: task.result.backToTasks }).click();
    await titled(page, words.tasks.title);
    await second.locator('input[name="outcome"][value="REFER"]').check();
    await second.locator('#reason').fill(REASON);
    await second.locator('form[data-step="act"] button[type="submit"]').click();
    await titled(second, task.result.actedTitle);
    await look(second, 'konsol-tugas-sudah');
  });

  it('shows that nothing waits for an auditor, what is not there, and the way out', async () => {
    const page = await signedIn(AUDITOR);
    await page.goto('/konsol/tugas');
    await page.getByText(words.tasks.empty).waitFor();
    await look(page, 'konsol-tugas-kosong');
    expect((await page.goto('/konsol/perkara/CONTOH-2026-00000000'))?.status()).toBe(404);
    await look(page, 'konsol-tidak-ada');
    await page.goto('/konsol');
    await page.getByRole('link', { name: common.signOut, exact: true }).click();
    await titled(page, words.signIn.outTitle);
    await look(page, 'konsol-keluar');
    await page.getByRole('button', { name: words.signIn.outSubmit, exact: true }).click();
    await titled(page, words.signIn.title);
  });
});
