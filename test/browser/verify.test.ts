import type { Page } from 'playwright-core';
import { langs } from '../../web/text/lang.ts';
import { textsFor } from '../../web/text/texts.ts';
import { openBrowser } from './support/browser.ts';
import { exportTamperings } from './support/exports.ts';
import { look } from './support/look.ts';
import { exportOf, type Filed } from './support/people.ts';
import { picture } from './support/pictures.ts';
import { caseAt } from './support/stages.ts';

const visit = openBrowser();
let filed: Filed;
let exported: string;
beforeAll(async () => {
  filed = await caseAt('review');
  exported = await exportOf(filed.caseNumber);
});

describe.each(langs)('verifying without an account, in %s', (lang) => {
  const { verify } = textsFor(lang).tools;

  const judged = async (page: Page): Promise<string | null> => {
    await page.getByRole('button', { name: verify.submit, exact: true }).click();
    await page.locator('[data-verdict]').waitFor();
    return page.locator('[data-verdict]').getAttribute('data-verdict');
  };
  const open = async (): Promise<Page> => {
    const page = await visit({ lang });
    await page.goto('/verifikasi');
    return page;
  };
  const upload = async (page: Page, text: string): Promise<void> =>
    page
      .locator('#file')
      .setInputFiles({ name: 'jejak.json', mimeType: 'application/json', buffer: Buffer.from(text) });

  it('shows the form, and says when nothing was given', async () => {
    const page = await open();
    await look(page, 'verifikasi-kosong');
    await page.getByRole('button', { name: verify.submit, exact: true }).click();
    await page.locator('#document-error').waitFor();
    await look(page, 'verifikasi-galat');
  });

  it('finds a receipt valid and says what it states', async () => {
    const page = await open();
    await page.locator('#document').fill(filed.receipt);
    expect(await judged(page)).toBe('VALID');
    expect(await page.locator('.facts').textContent()).toContain(filed.caseNumber);
    await look(page, 'verifikasi-tanda-terima');
  });

  it.each([
    ['EDIT', (receipt: string) => receipt.replace(/\.[^.]+$/, `.${'A'.repeat(86)}`), 'tanda-terima-diubah'],
    ['UNREADABLE', () => 'Ini bukan tanda terima.', 'bukan-tanda-terima'],
  ])('answers %s to what is no valid receipt', async (verdict, change, name) => {
    const page = await open();
    await page.locator('#document').fill(change(filed.receipt));
    expect(await judged(page)).toBe(verdict);
    await look(page, `verifikasi-${name}`);
  });

  it('finds an export valid', async () => {
    const page = await open();
    await upload(page, exported);
    expect(await judged(page)).toBe('VALID');
    await look(page, 'verifikasi-ekspor');
    if (lang === 'id') await picture(page, 'verifikasi');
  });

  it.each(exportTamperings)('answers %s to an export in which %s', async (verdict, _what, tamper) => {
    const page = await open();
    await upload(page, tamper(exported));
    expect(await judged(page)).toBe(verdict);
    await look(page, `verifikasi-${verdict.toLowerCase()}`);
  });
});
