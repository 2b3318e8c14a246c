import { textsFor } from '../../web/text/texts.ts';
import { openBrowser } from './support/browser.ts';
import { openTask, REASON, RESPONDENT_NIP, settled } from './support/people.ts';

const visit = openBrowser();
const { report, domain } = textsFor('id');

describe('without JavaScript', () => {
  it('a report goes all the way from the form to the news of a decision', async () => {
    const page = await visit({ javaScript: false });
    await page.goto('/lapor');
    await page.locator('#description').fill('Akun ini menyebarkan kabar bohong tentang bantuan sosial di grup warga.');
    await page.locator('#agencyId').selectOption('contoh');
    await page.locator('#respondentNip').fill(RESPONDENT_NIP);
    await page.locator('#reporterKind').check();
    await page.getByRole('button', { name: report.form.submit }).click();
    const receiptCode = (await page.locator('[data-receipt-code]').textContent()) ?? '';
    const caseNumber = (await page.locator('.receipt .number').textContent()) ?? '';

    const act = async (kind: string, fill: () => Promise<void>): Promise<void> => {
      await settled();
      await openTask(page, caseNumber);
      const form = page.locator(`form[data-task-kind="${kind}"]`);
      await fill();
      await form.locator('#reason').fill(REASON);
      await form.getByRole('button').click();
      await page.locator('main[data-result="done"]').waitFor();
    };
    const choose = (name: string, value: string): Promise<void> =>
      page.locator(`input[name="${name}"][value="${value}"]`).check();
    await act('triage', async () => {
      await choose('outcome', 'PROCEED');
      await page.locator('#respondentNip').fill(RESPONDENT_NIP);
      await choose('track', 'DISCIPLINE_PNS');
    });
    await act('review', async () => {
      await choose('outcome', 'PROCEED');
      await choose('principles', 'P6');
    });
    await act('decision', async () => {
      await choose('outcome', 'SANCTION');
      await choose('provisions', '3f');
      await page.locator('#sanctionCode').selectOption('S1');
    });

    await settled();
    await page.goto('/lacak');
    await page.locator('#receiptCode').fill(receiptCode);
    await page.getByRole('button', { name: report.follow.submit }).click();
    expect(await page.locator('.standing .state').textContent()).toBe(domain.status.CLOSED.label);
  });
});
