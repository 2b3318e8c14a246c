import { langs } from '../../web/text/lang.ts';
import { textsFor } from '../../web/text/texts.ts';
import { openBrowser } from './support/browser.ts';
import { look } from './support/look.ts';
import { act, advance, fileReport, guessReceiptCode, REASON, settled } from './support/people.ts';
import { picture } from './support/pictures.ts';
import { caseAt } from './support/stages.ts';

const visit = openBrowser();
const CODE = /^[0-9A-Z]{4}(?:-[0-9A-Z]{4})+$/;

describe.each(langs)('what everyone may visit, in %s', (lang) => {
  const texts = textsFor(lang);
  const { start, form, filed, follow, upload } = texts.report;
  const heading = (name: string) => ({ name, level: 1, exact: true }) as const;

  it('shows the start page', async () => {
    const page = await visit({ lang });
    await page.goto('/');
    await page.getByRole('heading', heading(start.title)).waitFor();
    await look(page, 'mulai');
    if (lang === 'id') await picture(page, 'mulai');
    await page.getByRole('link', { name: start.reportAction, exact: true }).click();
    await page.getByRole('heading', heading(form.title)).waitFor();
  });

  it('changes the language and keeps it', async () => {
    const page = await visit({ lang });
    await page.goto('/lacak');
    await page.getByRole('link', { name: texts.common.otherLanguage, exact: true }).click();
    const other = textsFor(lang === 'id' ? 'en' : 'id').report;
    await page.getByRole('heading', heading(other.follow.title)).waitFor();
    await page.goto('/');
    await page.getByRole('heading', heading(other.start.title)).waitFor();
  });

  it('shows the report form, with what is wrong, with the receipt, and takes a file', async () => {
    const page = await visit({ lang });
    await page.goto('/lapor');
    await look(page, 'lapor');
    if (lang === 'id') await picture(page, 'lapor');

    await page.locator('#description').fill('Terlalu singkat');
    await page.locator('#urls').fill('bukan tautan');
    await page.locator('#agencyId').selectOption('contoh');
    await page.locator('#respondentNip').fill('1990022820150210');
    await page.locator('#reporterKind-named').check();
    await page.getByRole('button', { name: form.submit }).click();
    await page.getByRole('heading', { name: texts.common.errorTitle }).waitFor();
    expect(await page.locator('.summary li').count()).toBe(4);
    expect(await page.locator('#urls').inputValue()).toBe('bukan tautan');
    expect(await page.locator('#reporterKind-named').isChecked()).toBe(true);
    await look(page, 'lapor-galat');
    if (lang === 'id') await picture(page, 'lapor-galat');
    await page.locator('.summary a').first().click();
    expect(await page.locator('#description:focus').count()).toBe(1);

    await page.locator('#description').fill('Akun ini menyebarkan kabar bohong tentang bantuan sosial di grup warga.');
    await page.locator('#urls').fill('');
    await page.locator('#respondentNip').fill('');
    await page.locator('#reporterKind').check();
    await page.getByRole('button', { name: form.submit }).click();
    await page.getByRole('heading', heading(filed.title)).waitFor();
    expect(await page.locator('[data-receipt-code]').textContent()).toMatch(CODE);
    await look(page, 'lapor-terkirim');
    if (lang === 'id') await picture(page, 'lapor-terkirim');

    await page.locator('#file').setInputFiles({
      name: 'tangkapan layar.png',
      mimeType: 'image/png',
      buffer: Buffer.from('89504e470d0a1a0a', 'hex'),
    });
    await page.getByRole('button', { name: upload.submit, exact: true }).click();
    await page.getByRole('heading', { name: upload.received }).waitFor();
    expect(await page.locator('.files').textContent()).toContain('tangkapan layar.png');
    await look(page, 'unggah');
  });

  it('asks for the receipt code, and says when it is not known', async () => {
    const page = await visit({ lang });
    await page.goto('/lacak');
    await look(page, 'lacak-kode');
    if (lang === 'id') await picture(page, 'lacak-kode');
    await page.locator('#receiptCode').fill('AAAA-AAAA-AAAA-AAAA');
    await page.getByRole('button', { name: follow.submit }).click();
    await page.locator('#receiptCode-error').waitFor();
    await look(page, 'lacak-kode-salah');
  });

  const followed = async (receiptCode: string) => {
    const page = await visit({ lang });
    await page.goto('/lacak');
    await page.locator('#receiptCode').fill(receiptCode.toLowerCase());
    await page.getByRole('button', { name: follow.submit }).click();
    await page.locator('[data-status]').waitFor();
    return page;
  };

  it('shows a reporter where the report stands, the question of the office, and takes the answer', async () => {
    const { caseNumber, receiptCode } = await fileReport();
    const triage = await followed(receiptCode);
    expect(await triage.locator('[data-status]').getAttribute('data-status')).toBe('TRIAGE');
    await look(triage, 'lacak-telaah');

    await act(caseNumber, { outcome: 'ASK_REPORTER', reason: 'Kapan unggahan ini Anda lihat, dan di grup apa?' });
    const page = await followed(receiptCode);
    expect(await page.locator('.thread').textContent()).toContain('di grup apa?');
    await look(page, 'lacak-pertanyaan');
    await page.locator('#text').fill('‮terbalik');
    await page.getByRole('button', { name: follow.replySubmit }).click();
    await page.locator('#text-error').waitFor();
    await look(page, 'lacak-pesan-galat');
    await page.locator('#text').fill('Tanggal 2 Maret malam, di grup warga RT 03.');
    await page.getByRole('button', { name: follow.replySubmit }).click();
    await page.getByText(follow.sent).waitFor();
    expect(await page.locator('.thread .mine').textContent()).toContain('RT 03');
    await look(page, 'lacak-terjawab');
    if (lang === 'id') await picture(page, 'lacak');
  });

  it.each([
    ['REJECTED', { outcome: 'REJECT', reason: REASON }],
    ['REFERRED', { outcome: 'REFER', reason: REASON }],
  ])('shows a reporter that the case ended as %s', async (status, fields) => {
    const { caseNumber, receiptCode } = await fileReport({ urls: [] });
    await act(caseNumber, fields);
    await settled();
    const page = await followed(receiptCode);
    expect(await page.locator('[data-status]').getAttribute('data-status')).toBe(status);
    expect(await page.locator('form[action="/lacak/pesan"]').count()).toBe(0);
    await look(page, `lacak-${status.toLowerCase()}`);
  });

  it('shows a reporter that there is a decision, and not which', async () => {
    const { receiptCode } = await caseAt('closed');
    const page = await followed(receiptCode);
    expect(await page.locator('[data-status]').getAttribute('data-status')).toBe('CLOSED');
    expect(await page.locator('.steps .done').count()).toBe(7);
    expect(await page.locator('main').textContent()).not.toMatch(/pemotongan|\bS1\b/i);
    await look(page, 'lacak-selesai');
  });

  it('describes the API', async () => {
    const page = await visit({ lang });
    await page.goto('/docs');
    await page.getByRole('heading', heading(texts.tools.docs.title)).waitFor();
    await look(page, 'api', { forPrograms: true });
    if (lang === 'id') await picture(page, 'api');
  });

  it('shows the trial inbox and a mail', async () => {
    const { caseNumber } = await fileReport({ urls: [] });
    const page = await visit({ lang });
    await page.goto('/dev/inbox');
    await look(page, 'kotak-surat');
    if (lang === 'id') await picture(page, 'kotak-surat');
    await page.getByRole('link', { name: caseNumber }).first().click();
    await page.locator('.mail').waitFor();
    await look(page, 'surat');
    await page.locator('.mail a').first().click();
    await page.locator('form[data-step="request-code"]').waitFor();
  });

  it('shows a problem as a page: not found, wrong method, wrong content, too large', async () => {
    const page = await visit({ lang });
    expect((await page.goto('/tidak-ada'))?.status()).toBe(404);
    await look(page, 'galat-404');
    expect((await page.goto('/lacak/pesan'))?.status()).toBe(405);
    await look(page, 'galat-405');
    expect((await page.goto('/lapor?q=1'))?.status()).toBe(200);
    await page.locator('form').evaluate((form) => form.setAttribute('enctype', 'text/plain'));
    await page.locator('form').evaluate((form) => form.setAttribute('novalidate', ''));
    await page.getByRole('button', { name: form.submit }).click();
    await page.getByText('415').waitFor();
    await look(page, 'galat-415');
    await page.goto('/lapor');
    await page.locator('#description').fill('x'.repeat(1_100_000));
    await page.locator('form').evaluate((form) => form.setAttribute('novalidate', ''));
    await page.getByRole('button', { name: form.submit }).click();
    await page.getByText('413').waitFor();
    await look(page, 'galat-413');
  });

  it('stops who guesses at receipt codes', async () => {
    const page = await visit({ lang });
    for (let tries = 0; tries < 30; tries += 1) await guessReceiptCode();
    await page.goto('/lacak');
    await page.locator('#receiptCode').fill('AAAA-AAAA-AAAA-AAAA');
    await page.getByRole('button', { name: follow.submit }).click();
    await page.getByText('429').waitFor();
    await look(page, 'galat-429');
    await advance('PT11M');
  });
});
