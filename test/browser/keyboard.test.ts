import type { Page } from 'playwright-core';
import { textsFor } from '../../web/text/texts.ts';
import { openBrowser } from './support/browser.ts';
import { press, tabTo, typeInto } from './support/keyboard.ts';
import { codeAfter, mailedTask, openTask, PUTRI, REASON, RESPONDENT_NIP, settled } from './support/people.ts';
import { caseAt, FINDINGS } from './support/stages.ts';

const visit = openBrowser();
const { report, task } = textsFor('id');

describe('with the keyboard alone', () => {
  it('the first stop leads past the navigation', async () => {
    const page = await visit();
    await page.goto('/');
    await page.keyboard.press('Tab');
    expect(await page.locator('.skip:focus').count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.locator('main a:focus').textContent()).toBe(report.start.reportAction);
  });

  it('a report is filed and its triage is decided', async () => {
    const page = await visit();
    await page.goto('/');
    await press(page, 'main a[href="/lapor"]');
    await page.locator('#description').waitFor();
    await typeInto(page, '#description', 'Akun ini menyebarkan kabar bohong tentang bantuan sosial di grup warga.');
    await typeInto(page, '#agencyId', 'Pemerintah');
    await typeInto(page, '#respondentName', 'Rizky Ramadhan');
    await tabTo(page, '#reporterKind');
    await page.keyboard.press('Space');
    expect(await page.locator('#reporterKind').isChecked()).toBe(true);
    await press(page, 'main button[type="submit"]');
    await page.locator('[data-receipt-code]').waitFor();
    const caseNumber = (await page.locator('.receipt .number').textContent()) ?? '';
    await settled();

    const { link, to } = await mailedTask(caseNumber);
    await page.goto(link);
    const code = await codeAfter(to, async () => {
      await press(page, 'form[data-step="request-code"] button', 'Space');
      await page.locator('#code').waitFor();
    });
    await typeInto(page, '#code', code);
    await page.keyboard.press('Enter');
    await page.locator('form[data-step="act"]').waitFor();
    // One stop for the group, then the arrows: the first of them chooses.
    await tabTo(page, 'input[name="outcome"]');
    await page.keyboard.press('Space');
    expect(await page.locator('input[name="outcome"]:checked').getAttribute('value')).toBe('PROCEED');
    await typeInto(page, '#respondentNip', RESPONDENT_NIP);
    await tabTo(page, 'input[name="track"]');
    await page.keyboard.press('Space');

    expect(await page.locator('input[name="track"]:checked').getAttribute('value')).toBe('DISCIPLINE_PNS');
    await typeInto(page, '#reason', REASON);
    await press(page, 'form[data-step="act"] button', 'Space');
    await page.locator('main[data-result="done"]').waitFor();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(task.result.doneTitle);
  });

  /** Goes to a choice by Tab and makes it with the keys: to the first of a group by the space bar, on to others by the arrows. */
  const chooseByKeys = async (page: Page, name: string, value: string): Promise<void> => {
    await tabTo(page, `input[name="${name}"]`);
    await page.keyboard.press('Space');
    const chosen = page.locator(`input[name="${name}"]:checked`);
    for (let presses = 0; (await chosen.getAttribute('value')) !== value && presses < 10; presses += 1)
      await page.keyboard.press('ArrowDown');
    expect(await chosen.getAttribute('value')).toBe(value);
  };

  it('a respondent answers, is heard, and signs the record', async () => {
    const { caseNumber } = await caseAt('examination', PUTRI);
    const page = await visit();
    await openTask(page, caseNumber, 'respondent');
    await chooseByKeys(page, 'outcome', 'ANSWER');
    await typeInto(page, '#statement', 'Saya akan hadir.');
    await press(page, 'form[data-step="act"] button');
    await page.locator('main[data-result="done"]').waitFor();
    await settled();

    await openTask(page, caseNumber);
    await chooseByKeys(page, 'outcome', 'HELD');
    await typeInto(page, '#questions', 'Apakah akun itu milik Anda?');
    await typeInto(page, '#answers', 'Ya.');
    await press(page, 'details:has(#questions-4) > summary');
    await typeInto(page, '#questions-4', 'Apakah ada yang ingin Anda tambahkan?');
    await typeInto(page, '#answers-4', 'Tidak ada.');
    await typeInto(page, '#findings', FINDINGS.findings);
    await chooseByKeys(page, 'impact', FINDINGS.impact);
    await typeInto(page, '#impactReason', FINDINGS.impactReason);
    await typeInto(page, '#aggravating', FINDINGS.aggravating);
    await typeInto(page, '#mitigating', FINDINGS.mitigating);
    await typeInto(page, '#recommendedSanction', 'Pemotongan tunjangan kinerja');
    await typeInto(page, '#reason', REASON);
    await press(page, 'form[data-step="act"] button', 'Space');
    await page.locator('main[data-result="done"]').waitFor();
    await settled();

    await openTask(page, caseNumber, 'respondent');
    await chooseByKeys(page, 'outcome', 'SIGN_RECORD');
    await press(page, 'form[data-step="act"] button');
    await page.locator('main[data-result="done"]').waitFor();
  });

  it('the stops of the report form stand in the order of the page', async () => {
    const page = await visit();
    await page.goto('/lapor');
    const inputs = [
      'description',
      'urls',
      'occurredAt',
      'agencyId',
      'respondentName',
      'accountPlatform',
      'accountHandle',
    ];
    for (const id of [...inputs, 'respondentPosition', 'respondentUnit', 'respondentNip', 'reporterKind']) {
      await tabTo(page, `#${id}`);
    }
  });

  it('what is wrong is reached from the summary', async () => {
    const page = await visit();
    await page.goto('/verifikasi');
    await press(page, 'main button');
    await page.locator('.summary').waitFor();
    await press(page, '.summary a');
    expect(await page.locator('#document:focus').count()).toBe(1);
  });
});
